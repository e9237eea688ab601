package io.github.unetfiji.bridge.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.bridge.EchoCommand;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scijava.module.ModuleException;

class DialogModuleTest {

    private DialogModules lively;
    private Map<String, String> texts;

    @BeforeEach
    void start() throws ModuleException {
        lively = DialogModules.lively();
        final Reaction start = lively.live().start();
        texts = new HashMap<>(start.seen());
        texts.putAll(start.changed());
        lively.command().calls.clear();
    }

    private Reaction.State state() {
        return new Reaction.State(texts, Map.of(), 0);
    }

    private Reaction change(final String key, final String text) {
        texts.put(key, text);
        return lively.live().change(key, state());
    }

    @Test
    void startsWithTheDefaultsAndWhatTheInitializersMakeOfThem() throws ModuleException {
        final Reaction start = DialogModules.lively().live().start();
        assertEquals(Map.of("model", "no.zip"), start.changed());
        assertEquals("0.0001", start.seen().get("rate"));
        assertEquals(Map.of("needs", "256 MB of memory and 10 minutes."), start.messages());
        assertTrue(start.failure().isEmpty());
    }

    @Test
    void aPresetChangesOtherFields() {
        final Reaction reaction = change("preset", "quick");
        assertEquals(
                Map.of("features", "16", "iterations", "200", "rate", "0.001"), reaction.changed());
        assertEquals("64 MB of memory and 2 minutes.", reaction.messages().get("needs"));
        assertEquals(List.of("fill", "estimate 4"), lively.command().calls);
    }

    @Test
    void aTextThatCannotBeReadDoesNotStopTheOthers() {
        texts.put("features", "many");
        texts.put("iterations", "2000");
        assertEquals(
                "320 MB of memory and 20 minutes.", change("depth", "5").messages().get("needs"));
    }

    @Test
    void doesNotCallForATextThatCannotBeRead() {
        final Reaction reaction = change("depth", "9");
        assertEquals(List.of(), lively.command().calls);
        assertEquals(Map.of(), reaction.changed());
        assertTrue(reaction.failure().isEmpty());
        assertEquals(4, lively.module().getInput("depth"));
    }

    @Test
    void tellsWhatACallbackThrowsAsItIs() {
        final Throwable failure = change("depth", "8").failure().orElseThrow();
        assertEquals(UNetException.class, failure.getClass());
        assertEquals("A depth of 8 needs patches of 4000 px or more.", failure.getMessage());
        assertEquals(List.of("estimate 8"), lively.command().calls);
    }

    @Test
    void previewsWhatItIsGiven() {
        texts.put("rate", "0.01");
        lively.live().preview(state());
        assertEquals(List.of("preview"), lively.command().calls);
        assertEquals(0.01, lively.module().getInput("rate"));
    }

    @Test
    void tellsOnlyMessagesThatChange() {
        texts.put("iterations", "2000");
        final String told = "256 MB of memory and 20 minutes.";
        final Reaction.State known = new Reaction.State(texts, Map.of("needs", told), 0);
        assertEquals(Map.of(), lively.live().preview(known).messages());
        assertEquals(told, lively.module().getInput("needs"));
        texts.put("iterations", "500");
        assertEquals(
                Map.of("needs", "256 MB of memory and 5 minutes."),
                lively.live().change("iterations", known).messages());
    }

    @Test
    void letsPreviewsCleanUp() {
        lively.live().cancel();
        assertEquals(List.of("cancel"), lively.command().calls);
    }

    @Test
    void knowsWhichFieldsHaveACallback() throws ModuleException {
        assertTrue(lively.live().hasCallback("preset"));
        assertFalse(lively.live().hasCallback("rate"));
        assertFalse(DialogModules.of(EchoCommand.class).live().isPreviewable());
    }
}
