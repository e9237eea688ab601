package io.github.unetfiji.plain;

/** What the Help button of a command's dialog shows: every input with its macro key, what it means, what is allowed. */
final class DialogHelp {

    private DialogHelp() {}

    static String html(final CommandInputs inputs) {
        final StringBuilder html = new StringBuilder("<html><table>");
        for (final CommandInput input : inputs.list()) {
            html.append("<tr><td valign=top><b>")
                    .append(escape(input.label()))
                    .append("</b></td><td width=420>");
            html.append(escape(input.description()))
                    .append(input.description().isEmpty() ? "" : "<br>")
                    .append("Macro: <code>")
                    .append(input.key())
                    .append("</code>");
            html.append(allowed(input)).append(byDefault(input)).append("</td></tr>");
        }
        return html.append("</table></html>").toString();
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
