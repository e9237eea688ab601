package io.github.unetfiji.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CountedTest {

    @Test
    void oneIsSingular() {
        assertEquals("0 slices", Counted.of(0, "slice"));
        assertEquals("1 slice", Counted.of(1, "slice"));
        assertEquals("1200 slices", Counted.of(1200, "slice"));
    }
}
