package io.github.unetfiji.bridge.dialog;

import io.github.unetfiji.bridge.input.CommandInput;
import io.github.unetfiji.bridge.input.CommandInputs;
import io.github.unetfiji.bridge.input.InputKind;
import io.github.unetfiji.bridge.input.NumberRange;
import java.util.stream.Collectors;
import org.scijava.BasicDetails;

/** The help texts of a command's dialog: what each input means and which values it allows; in the Help window also its macro key. */
final class DialogHelp {

    /** Letters of a description that still fit in one line of a tooltip. */
    private static final int ONE_LINE = 70;

    private static final int TIP_WIDTH = 380;

    private DialogHelp() {}

    /**
     * For the Help button: what the command is for, an example, and a table of all inputs, section by section.
     *
     * @param command its description, and its attributes {@code example}, what to do in the dialog, and {@code macro}, a line with the same effect; missing ones are left out
     */
    static String html(final BasicDetails command, final CommandInputs inputs) {
        final StringBuilder html = new StringBuilder("<html>");
        paragraph(html, "", command.getDescription());
        paragraph(html, "<b>Example.</b> ", command.get("example"));
        paragraph(html, "<b>The same in a macro:</b> ", command.get("macro"));
        html.append("<table>");
        for (final DialogSection section : DialogSection.of(inputs.items())) {
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

    private static void paragraph(final StringBuilder html, final String head, final String text) {
        if (text != null && !text.isEmpty()) {
            html.append("<p>").append(head).append(escape(text)).append("</p>");
        }
    }

    private static void row(final StringBuilder html, final CommandInput input) {
        html.append("<tr><td valign=top><b>").append(escape(input.label())).append("</b></td><td>");
        html.append(escape(input.description()))
                .append(input.description().isEmpty() ? "" : "<br>")
                .append(macro(input));
        html.append(byDefault(input)).append("</td></tr>");
    }

    /** For the label and the field of an input: what it means, and in a second line which numbers are allowed; {@code null} if there is nothing to say. */
    static String toolTip(final CommandInput input) {
        final String description = input.description();
        final String allowed = numbers(input);
        return description.isEmpty() && allowed.isEmpty()
                ? null
                : "<html>"
                        + (description.isEmpty() ? "" : wide(description))
                        + (description.isEmpty() || allowed.isEmpty() ? "" : "<br>")
                        + allowed
                        + "</html>";
    }

    private static String numbers(final CommandInput input) {
        return input.kind() == InputKind.WHOLE || input.kind() == InputKind.REAL
                ? "Allowed: " + escape(NumberRange.of(input).toString()) + "."
                : "";
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
            case CHOICE ->
                    ", one of "
                            + input.choices().stream()
                                    .map(choice -> choice(input, choice))
                                    .collect(Collectors.joining(", "));
            case WHOLE, REAL -> ", " + escape(NumberRange.of(input).toString());
            case IMAGE, FILE, TEXT, FLAG -> "";
        };
    }

    private static String choice(final CommandInput input, final String choice) {
        final String word = input.word(choice);
        if (!input.inMacros()) {
            return escape(word);
        }
        return escape(choice) + (word.equals(choice) ? "" : " (" + escape(word) + ")");
    }

    private static String byDefault(final CommandInput input) {
        if (input.isActiveImage()) {
            return "; default the active image";
        }
        if (!input.inMacros()) {
            return "";
        }
        final String text = input.defaultText();
        return text.isEmpty() ? input.required() ? "; required" : "" : "; default " + escape(text);
    }

    private static String escape(final String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
