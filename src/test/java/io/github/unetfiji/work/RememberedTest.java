package io.github.unetfiji.work;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class RememberedTest {

    @Test
    void keepsWhatWasAskedForLast() {
        final Remembered<String, Integer> results = new Remembered<>(2);
        results.put("a", 1);
        results.put("b", 2);
        assertEquals(Optional.of(1), results.get("a"));
        results.put("c", 3);
        assertEquals(Optional.empty(), results.get("b"));
        assertEquals(Optional.of(1), results.get("a"));
        assertEquals(Optional.of(3), results.get("c"));
    }
}
