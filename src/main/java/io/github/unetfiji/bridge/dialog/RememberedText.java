package io.github.unetfiji.bridge.dialog;

import ij.Prefs;
import io.github.unetfiji.bridge.input.CommandInput;
import io.github.unetfiji.bridge.input.CommandInputs;
import java.util.Map;

/**
 * What a user types once, such as their name, in ImageJ's preferences: dialogs begin with it.
 *
 * <p>NB: only for dialogs. No macro and no result depends on it.
 */
public final class RememberedText {

    private static final String KEY = "unetfiji.";

    private RememberedText() {}

    /** What an earlier dialog was given, or else the default. */
    static String of(final CommandInput input) {
        return Prefs.get(KEY + input.key(), input.proposal());
    }

    /**
     * Lets later dialogs begin with the texts of one that was accepted.
     *
     * @param texts of the inputs by key
     */
    public static void keep(final CommandInputs inputs, final Map<String, String> texts) {
        inputs.list().stream()
                .filter(input -> input.style().has("remembered"))
                .forEach(input -> Prefs.set(KEY + input.key(), texts.get(input.key())));
    }
}
