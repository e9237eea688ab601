package io.github.unetfiji.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** By a clock of its own: a saving of {@code cost} seconds whenever one is due, between iterations of a second. */
class SavingPaceTest {

    private long seconds;

    private final SavingPace pace =
            new SavingPace(
                    Duration.ofSeconds(30),
                    () -> Duration.ofSeconds(seconds).toNanos(),
                    state -> {});

    /** Savings in an hour. */
    private int savings(final int cost) {
        int savings = 0;
        for (final long end = seconds + 3600; seconds < end; seconds++) {
            if (pace.isDue()) {
                pace.save(
                        () -> {
                            seconds += cost;
                            return null;
                        });
                savings++;
            }
        }
        return savings;
    }

    @Test
    void aQuickSavingIsEveryHalfMinute() {
        assertEquals(3600 / 31, savings(1), 1);
    }

    @Test
    void aSlowOneTakesFivePercentOfTheTime() {
        // NB: the first one comes after half a minute, before anybody knows what it costs.
        assertEquals(3600 * 0.05 / 10, savings(10), 1);
        assertEquals(3600 * 0.05 / 60, savings(60), 1);
    }

    @Test
    void whatFailsTakesTimeToo() {
        seconds += 30;
        assertThrows(
                IllegalStateException.class,
                () ->
                        pace.save(
                                () -> {
                                    seconds += 10;
                                    throw new IllegalStateException();
                                }));
        seconds += 189;
        assertEquals(false, pace.isDue());
        seconds++;
        assertEquals(true, pace.isDue());
    }
}
