package io.github.unetfiji.bridge.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReactionTest {

    @Test
    void leavesAloneWhatTheUserHasChangedMeanwhile() {
        final Reaction reaction =
                new Reaction(
                        new Reaction.State(Map.of("a", "1", "b", "1", "c", "1"), Map.of(), 0),
                        Map.of("a", "2", "b", "2"),
                        Map.of(),
                        Optional.empty());
        assertEquals(
                Map.of("a", "2"), reaction.toShow(Map.of("a", "1", "b", "typed", "c", "typed")));
    }
}
