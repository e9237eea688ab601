package io.github.unetfiji.text;

import java.util.Map;

/** Writes the options of ImageJ macros. */
public final class MacroText {

    private MacroText() {}

    /**
     * Writes a value so that a command reads the same text back: as it is, in {@code [brackets]} that may nest, or in {@code
     * 'single quotes'}, where two quotes stand for one.
     */
    public static String quote(final String text) {
        if (isBare(text)) {
            return text;
        }
        if (isBalanced(text)) {
            return "[" + text + "]";
        }
        return "'" + text.replace("'", "''") + "'";
    }

    private static boolean isBare(final String text) {
        return !text.isEmpty()
                && text.charAt(0) != '['
                && text.charAt(0) != '\''
                && text.chars().noneMatch(Character::isWhitespace);
    }

    private static boolean isBalanced(final String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            depth += text.charAt(i) == '[' ? 1 : text.charAt(i) == ']' ? -1 : 0;
            if (depth < 0) {
                return false;
            }
        }
        return depth == 0;
    }

    /**
     * A macro line that runs a command.
     *
     * @param label of the command
     * @param options values by key
     */
    public static String run(final String label, final Map<String, String> options) {
        final StringBuilder text = new StringBuilder();
        options.forEach(
                (key, value) ->
                        text.append(text.isEmpty() ? "" : " ")
                                .append(key)
                                .append('=')
                                .append(quote(value)));
        return "run(\"" + label + "\", \"" + escape(text.toString()) + "\");";
    }

    private static String escape(final String text) {
        return text.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }
}
