package io.github.unetfiji.plain;

import io.github.unetfiji.UNetException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The options of a macro's {@code run("Command...", "key=value key2=[text with spaces] flag")}, taken apart strictly.
 *
 * <p>Options are separated by white space. A value that holds white space stands in {@code [brackets]}, which may nest as long
 * as they balance, or in {@code 'single quotes'}. Nothing is guessed, lower-cased or dropped; a backslash and a comma are
 * ordinary characters, so that any path survives. Immutable.
 *
 * <p>NB: {@code ij.Macro.getValue} finds a key inside a longer one and ignores what it does not know; hence this class.
 */
final class MacroOptions {

    private final Map<String, String> values;

    private MacroOptions(final Map<String, String> values) {
        this.values = Collections.unmodifiableMap(values);
    }

    /**
     * Takes an option string apart.
     *
     * @param options as ImageJ hands them to a plugin
     * @throws UNetException if a key comes twice, a bracket is not closed, or a value has no key
     */
    static MacroOptions parse(final String options) {
        final Map<String, String> values = new LinkedHashMap<>();
        final OptionScanner scanner = new OptionScanner(options);
        while (scanner.hasNext()) {
            final String key = scanner.key();
            if (values.containsKey(key)) {
                throw new UNetException("Option \"" + key + "\" is given twice; give it once.");
            }
            values.put(key, scanner.value(key));
        }
        return new MacroOptions(values);
    }

    /** The values by key, in the order given; {@code null} for a key without {@code =}. */
    Map<String, String> values() {
        return values;
    }

    /**
     * Writes a value so that {@link #parse} reads the same text back.
     *
     * @throws UNetException if the text holds white space, a single quote and unbalanced brackets, all three
     */
    static String quote(final String text) {
        if (isBare(text)) {
            return text;
        }
        if (isBalanced(text)) {
            return "[" + text + "]";
        }
        if (text.indexOf('\'') < 0) {
            return "'" + text + "'";
        }
        throw new UNetException(
                "The text \""
                        + text
                        + "\" cannot stand in a macro: it has unbalanced brackets and a single quote.");
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
            depth += OptionScanner.step(text.charAt(i));
            if (depth < 0) {
                return false;
            }
        }
        return depth == 0;
    }
}
