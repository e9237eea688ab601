package io.github.unetfiji.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.unetfiji.UNetException;
import org.junit.jupiter.api.Test;

class DecisionTest {

    /** Background, two classes; four pixels. */
    private static final float[] THREE = {
        0.40f, 0.50f, 0.25f, 0.90f, //
        0.35f, 0.20f, 0.50f, 0.04f, //
        0.25f, 0.30f, 0.25f, 0.06f
    };

    @Test
    void theMostProbable() {
        assertArrayEquals(new byte[] {0, 0, 1, 0}, Decision.MOST_PROBABLE.classes(THREE, 4));
        assertArrayEquals(
                new byte[] {0, 1},
                Decision.MOST_PROBABLE.classes(new float[] {0.5f, 0.4f, 0.5f, 0.6f}, 2),
                "of equal ones the first");
    }

    @Test
    void whatIsNotBackgroundAboveAThreshold() {
        assertArrayEquals(new byte[] {1, 0, 1, 0}, Decision.above(0.5).classes(THREE, 4));
        assertArrayEquals(new byte[] {1, 2, 1, 2}, Decision.above(0.09).classes(THREE, 4));
        assertArrayEquals(new byte[] {0, 0, 1, 0}, Decision.above(0.7).classes(THREE, 4));
        assertArrayEquals(new byte[4], Decision.above(1).classes(THREE, 4));
    }

    @Test
    void thresholdsAreProbabilities() {
        assertEquals(
                "The threshold is -0.1, but must be from 0 to 1.",
                assertThrows(UNetException.class, () -> Decision.above(-0.1)).getMessage());
        assertEquals(
                "The threshold is NaN, but must be from 0 to 1.",
                assertThrows(UNetException.class, () -> Decision.above(Double.NaN)).getMessage());
    }
}
