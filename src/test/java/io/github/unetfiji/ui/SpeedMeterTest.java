package io.github.unetfiji.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SpeedMeterTest {

    private final FakeClock clock = new FakeClock();
    private final SpeedMeter speed = new SpeedMeter(clock);

    private void iterations(final int count, final double seconds) {
        for (int i = 0; i < count; i++) {
            clock.advance(seconds);
            speed.iteration();
        }
    }

    @Test
    void isNotKnownBeforeTheFirstIteration() {
        clock.advance(5);
        assertTrue(Double.isNaN(speed.perIteration()));
        assertTrue(Double.isNaN(speed.left(10)));
        assertEquals(5, speed.elapsed(), 1e-9);
    }

    @Test
    void theFirstIterationCountsOnlyAsLongAsItIsAlone() {
        iterations(1, 30);
        assertEquals(30, speed.perIteration(), 1e-9);
        iterations(2, 0.5);
        assertEquals(0.5, speed.perIteration(), 1e-9);
        assertEquals(50, speed.left(100), 1e-6);
    }

    @Test
    void followsAChangeWithinSomeIterations() {
        iterations(100, 0.5);
        iterations(10, 2);
        assertEquals(2 - 1.5 * Math.pow(0.9, 10), speed.perIteration(), 1e-9);
    }

    @Test
    void heldOutSlicesCountForTheTimeLeftAlone() {
        iterations(10, 1);
        clock.advance(5);
        speed.validation();
        iterations(10, 1);
        assertEquals(1, speed.perIteration(), 1e-9);
        assertEquals(100 * (1 + 5 / 20.0), speed.left(100), 1e-6);
    }

    @Test
    void theTimeStandsStillAfterTheEnd() {
        iterations(3, 1);
        speed.end();
        clock.advance(60);
        speed.end();
        assertEquals(3, speed.elapsed(), 1e-9);
    }
}
