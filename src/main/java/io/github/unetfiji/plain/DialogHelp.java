package io.github.unetfiji.plain;

/** What a command's dialog tells about its inputs: each with its macro key, what it means, what is allowed. */
final class DialogHelp {

    /** Letters of a description that still fit in one line of a tooltip. */
    private static final int ONE_LINE = 70;

    private static final int TIP_WIDTH = 380;

    private DialogHelp() {}

    /** For the Help button: a table of all inputs, section by section. */
    static String html(final CommandInputs inputs) {
        final StringBuilder html = new StringBuilder("<html><table>");
        for (final Section section : Section.of(inputs.items())) {
            if (!section.isTop()) {
                html.append("<tr><td colspan=2><h3>")
                        .append(escape(section.name()))
                        .append("</h3></td></tr>");
            }
            section.items().stream()
                    .filter(CommandInput.class::isInstance)
                    .forEach(input -> row(html, (CommandInput) input));
        }
        return html.append("</table></html>").toString();
    }

    private static void row(final StringBuilder html, final CommandInput input) {
        html.append("<tr><td valign=top><b>")
                .append(escape(input.label()))
                .append("</b></td><td width=420>");
        html.append(escape(input.description()))
                .append(input.description().isEmpty() ? "" : "<br>")
                .append(macro(input));
        html.append(byDefault(input)).append("</td></tr>");
    }

    /** For the label and the field of an input: what it means, and in a second line its macro key and what is allowed. */
    static String toolTip(final CommandInput input) {
        final String description = input.description();
        return "<html>"
                + (description.isEmpty() ? "" : wide(description) + "<br>")
                + macro(input)
                + "</html>";
    }

    /** A sentence as a tooltip, in several lines if it is long. */
    static String wrapped(final String sentence) {
        return "<html>" + wide(sentence) + "</html>";
    }

    private static String wide(final String sentence) {
        return sentence.length() <= ONE_LINE
                ? escape(sentence)
                : "<table cellpadding=0 cellspacing=0><tr><td width="
                        + TIP_WIDTH
                        + ">"
                        + escape(sentence)
                        + "</td></tr></table>";
    }

    private static String macro(final CommandInput input) {
        return (input.inMacros()
                        ? "Macro: <code>" + input.key() + "</code>"
                        : "Only in this dialog")
                + allowed(input);
    }

    private static String allowed(final CommandInput input) {
        return switch (input.kind()) {
            case CHOICE -> ", one of " + escape(String.join(", ", input.choices()));
            case WHOLE, REAL -> ", " + escape(NumberRange.of(input).toString());
            case IMAGE, FILE, TEXT, FLAG -> "";
        };
    }

    private static String byDefault(final CommandInput input) {
        if (input.isActiveImage()) {
            return "; default the active image";
        }
        final String text = input.defaultText();
        return text.isEmpty() ? input.required() ? "; required" : "" : "; default " + escape(text);
    }

    private static String escape(final String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
