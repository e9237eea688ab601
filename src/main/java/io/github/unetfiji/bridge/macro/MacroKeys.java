package io.github.unetfiji.bridge.macro;

import java.util.List;
import java.util.regex.Pattern;

/** The rules for the keys of a command, so that ImageJ's own tools read our macro lines as we do. */
public final class MacroKeys {

    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9]*");

    private MacroKeys() {}

    /**
     * Checks that all keys are lower-case words and none is the end of another.
     *
     * @throws IllegalStateException for the first that breaks a rule: an error of the command, not of the user
     */
    public static void check(final List<String> keys) {
        for (final String key : keys) {
            if (!WORD.matcher(key).matches()) {
                throw new IllegalStateException(
                        "The macro key \"" + key + "\" is not one lower-case word.");
            }
            for (final String other : keys) {
                if (!other.equals(key) && other.endsWith(key)) {
                    throw new IllegalStateException(
                            "The macro key \""
                                    + key
                                    + "\" is the end of the key \""
                                    + other
                                    + "\".");
                }
            }
        }
    }
}
