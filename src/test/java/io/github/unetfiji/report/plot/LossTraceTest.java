package io.github.unetfiji.report.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LossTraceTest {

    @Test
    void beginsWithTheMeanAndThenForgetsOldLosses() {
        final LossTrace trace = new LossTrace(100);
        trace.add(1, 4);
        trace.add(2, 2);
        trace.add(3, 0);
        assertArrayEquals(new double[] {4, 3, 2}, trace.points().losses(), 1e-12);
        for (int i = 4; i <= 23; i++) {
            trace.add(i, 2);
        }
        trace.add(24, 22);
        assertEquals(2 + 0.05 * 20, trace.points().losses()[23], 1e-9);
    }

    @Test
    void dropsEverySecondPointWhenItIsFullButNeverTheNewest() {
        final LossTrace trace = new LossTrace(4);
        for (int i = 1; i <= 9; i++) {
            trace.add(i, i);
        }
        assertArrayEquals(new double[] {2, 4, 6, 8, 9}, trace.points().iterations());
        trace.add(10, 1);
        assertArrayEquals(new double[] {4, 8, 10}, trace.points().iterations());
        for (int i = 11; i <= 100_000; i++) {
            trace.add(i, 1);
        }
        assertEquals(100_000, trace.points().last());
        assertTrue(trace.points().iterations().length <= 5);
    }

    @Test
    void startsAnewFromAnIterationThatWasThereBefore() {
        final LossTrace trace = new LossTrace(100);
        for (int i = 1; i <= 5; i++) {
            trace.add(i, 1);
        }
        trace.add(3, 7);
        assertArrayEquals(new double[] {1, 2, 3}, trace.points().iterations());
        assertArrayEquals(new double[] {1, 1, 7}, trace.points().losses());
    }

    @Test
    void hasNoPointsAtFirst() {
        assertEquals(0, new LossTrace(4).points().iterations().length);
        assertEquals(0, LossTrace.Points.NONE.last());
    }
}
