package io.github.unetfiji.optimize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LearningRateTest {

    private static LearningRate rate(
            final Schedule schedule, final int warmup, final int iterations) {
        return new LearningRate(schedule, 0.8, warmup, iterations);
    }

    @Test
    void warmUpRisesInEqualSteps() {
        final LearningRate rate = rate(Schedule.NONE, 4, 10);
        assertEquals(0.2, rate.at(1, 0), 1e-15);
        assertEquals(0.4, rate.at(2, 0), 1e-15);
        assertEquals(0.8, rate.at(4, 0), 1e-15);
        assertEquals(0.8, rate.at(5, 0), 1e-15);
        assertEquals(0.8, rate.at(10, 0), 1e-15);
    }

    @Test
    void cosineFallsFromTheRateTowardsZero() {
        final LearningRate rate = rate(Schedule.COSINE, 2, 10);
        assertEquals(0.4, rate.at(1, 0), 1e-15);
        assertEquals(0.8, rate.at(3, 0), 1e-15);
        assertEquals(0.4, rate.at(7, 0), 1e-15, "half way");
        assertEquals(0.8 * (1 + Math.cos(Math.PI * 7 / 8)) / 2, rate.at(10, 0), 1e-15);
        assertTrue(rate.at(10, 0) > 0, "the last step still moves");
    }

    @Test
    void everyPlateauHalves() {
        final LearningRate rate = rate(Schedule.PLATEAU, 0, 10);
        assertEquals(0.8, rate.at(1, 0), 1e-15);
        assertEquals(0.4, rate.at(2, 1), 1e-15);
        assertEquals(0.1, rate.at(9, 3), 1e-15);
    }

    @Test
    void fiveValidationsWithoutGainAreAPlateau() {
        final LearningRate rate = rate(Schedule.PLATEAU, 0, 10);
        assertFalse(rate.isPlateau(0));
        assertFalse(rate.isPlateau(4));
        assertTrue(rate.isPlateau(5));
        assertFalse(rate.isPlateau(6));
        assertTrue(rate.isPlateau(10));
        assertFalse(rate(Schedule.COSINE, 0, 10).isPlateau(5));
    }
}
