package io.github.unetfiji.bridge.dialog;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a command did when a field changed, or when it previewed.
 *
 * @param state what the command was given
 * @param changed new texts of those inputs whose values the command changed
 * @param messages new texts of those messages that the command changed
 * @param failure what the command threw
 */
record Reaction(
        State state,
        Map<String, String> changed,
        Map<String, String> messages,
        Optional<Throwable> failure) {

    /** The texts that the command was given. */
    Map<String, String> seen() {
        return state.texts();
    }

    /**
     * The texts to show: what the command changed, unless the user has changed it meanwhile.
     *
     * @param current the texts now
     */
    Map<String, String> toShow(final Map<String, String> current) {
        final Map<String, String> texts = new LinkedHashMap<>(changed);
        texts.keySet().removeIf(key -> !current.getOrDefault(key, "").equals(seen().get(key)));
        return texts;
    }

    /**
     * The contents of a dialog at a moment.
     *
     * @param texts of all fields, by key
     * @param messages of the command, by key
     * @param edits how often texts had changed
     */
    record State(Map<String, String> texts, Map<String, String> messages, long edits) {}
}
