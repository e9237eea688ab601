package io.github.unetfiji.bridge.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.Prefs;
import io.github.unetfiji.command.TrainCommand;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.scijava.module.ModuleException;

/** Who the user is, is asked for once; a licence and tags are those of a model, and are not remembered. */
class RememberedTextTest {

    private static final List<String> KEYS = List.of("author", "affiliation", "orcid", "github");

    @Test
    void theNextTrainingBeginsWithTheAuthor() throws ModuleException {
        final Map<String, String> before = new HashMap<>();
        KEYS.forEach(key -> before.put(key, Prefs.get("unetfiji." + key, "")));
        try {
            final DialogModules first = DialogModules.of(TrainCommand.class);
            final Map<String, String> texts = new HashMap<>(first.begun());
            KEYS.forEach(key -> texts.put(key, "my " + key));
            texts.put("license", "MIT");
            texts.put("tags", "cells");
            RememberedText.keep(first.inputs(), texts);
            final Map<String, String> next = DialogModules.of(TrainCommand.class).begun();
            KEYS.forEach(key -> assertEquals("my " + key, next.get(key)));
            assertEquals("", next.get("license"));
            assertEquals("", next.get("tags"));
            first.inputs()
                    .list()
                    .forEach(
                            input -> {
                                if (KEYS.contains(input.key())) {
                                    assertEquals("", input.defaultText(), "of a macro");
                                }
                            });
        } finally {
            before.forEach((key, text) -> Prefs.set("unetfiji." + key, text));
        }
    }
}
