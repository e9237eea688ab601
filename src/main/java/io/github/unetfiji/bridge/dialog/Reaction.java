package io.github.unetfiji.bridge.dialog;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The effect of a callback or a preview of a command.
 *
 * @param state the contents of the dialog when the command was called
 * @param changed new texts of those inputs whose values the command changed
 * @param messages new texts of those messages that the command changed
 * @param failure the exception that the command threw, if it did
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
     * The texts to show: those that the command changed and the user has not changed meanwhile.
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
