package io.github.unetfiji.bridge.input;

import io.github.unetfiji.Legible;
import io.github.unetfiji.UNetException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The options of a macro's {@code run("Command...", "key=value key2=[text with spaces] flag")}, taken apart strictly.
 *
 * <p>Options are separated by white space. A value that holds white space stands in {@code [brackets]}, which may nest as long
 * as they balance, or in {@code 'single quotes'}, where two stand for one. Nothing is guessed, lower-cased or dropped; a backslash and a comma are
 * ordinary characters, so that any path survives. Immutable.
 *
 * <p>NB: {@code ij.Macro.getValue} finds a key inside a longer one and ignores what it does not know; hence this class.
 */
public final class MacroOptions {

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
    public static MacroOptions parse(final String options) {
        final Map<String, String> values = new LinkedHashMap<>();
        final OptionScanner scanner = new OptionScanner(options);
        while (scanner.hasNext()) {
            final String key = scanner.key();
            if (values.containsKey(key)) {
                throw new UNetException(
                        "Option \"" + Legible.echo(key) + "\" is given twice; give it once.");
            }
            values.put(key, scanner.value(key));
        }
        return new MacroOptions(values);
    }

    /** The values by key, in the order given; {@code null} for a key without {@code =}. */
    public Map<String, String> values() {
        return values;
    }
}
