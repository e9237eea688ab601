package io.github.unetfiji.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.unetfiji.bridge.dialog.DialogModules;
import io.github.unetfiji.bridge.input.OpenImages;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scijava.module.ModuleException;

/** What a dialog leaves in the recorder. */
class CommandRecorderTest {

    private DialogModules lively;
    private Map<String, String> texts;

    @BeforeEach
    void start() throws ModuleException {
        lively = DialogModules.lively();
        texts = new HashMap<>(lively.begun());
    }

    private Map<String, String> options() {
        return new CommandRecorder("Test", lively.inputs(), new OpenImages()).options(texts);
    }

    @Test
    void defaultsAreNotRecorded() {
        assertEquals(Map.of(), options());
    }

    @Test
    void aPresetIsRecordedByWhatItSets() {
        texts.put("preset", "quick");
        texts.putAll(lively.changed("preset", texts));
        assertEquals(Map.of("features", "16", "iterations", "200", "rate", "0.001"), options());
    }

    @Test
    void whatAnInitializerFoundIsRecorded() throws ModuleException {
        texts.putAll(DialogModules.lively().initialized());
        assertEquals(Map.of("model", "no.zip"), options());
    }
}
