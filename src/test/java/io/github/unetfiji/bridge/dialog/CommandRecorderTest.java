package io.github.unetfiji.bridge.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.unetfiji.bridge.CommandRecorder;
import io.github.unetfiji.bridge.input.OpenImages;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scijava.module.ModuleException;

/** What a dialog leaves in the recorder. */
class CommandRecorderTest {

    private LiveModules lively;
    private Map<String, String> texts;

    @BeforeEach
    void start() throws ModuleException {
        lively = LiveModules.lively();
        texts = new HashMap<>(lively.live().start().seen());
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
        texts.putAll(lively.live().change("preset", new DialogState(texts, Map.of(), 0)).changed());
        assertEquals(Map.of("features", "16", "iterations", "200", "rate", "0.001"), options());
    }

    @Test
    void whatAnInitializerFoundIsRecorded() throws ModuleException {
        texts.putAll(LiveModules.lively().live().start().changed());
        assertEquals(Map.of("model", "no.zip"), options());
    }
}
