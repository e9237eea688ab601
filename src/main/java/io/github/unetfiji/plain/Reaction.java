package io.github.unetfiji.plain;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a command did when a field changed.
 *
 * @param seen the texts that the command was given
 * @param changed new texts of those inputs whose values the command changed
 * @param messages the texts of all messages
 * @param failure what the command threw
 */
record Reaction(
        Map<String, String> seen,
        Map<String, String> changed,
        Map<String, String> messages,
        Optional<Throwable> failure) {

    /**
     * The texts to show: what the command changed, unless the user has changed it meanwhile.
     *
     * @param current the texts now
     */
    Map<String, String> toShow(final Map<String, String> current) {
        final Map<String, String> texts = new LinkedHashMap<>(changed);
        texts.keySet().removeIf(key -> !current.getOrDefault(key, "").equals(seen.get(key)));
        return texts;
    }
}
