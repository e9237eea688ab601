package io.github.unetfiji.training;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * When a training saves what it has reached: after an interval, and so rarely that saving takes at most 5 % of the time. The
 * state of a large network has hundreds of megabytes, and the disk may be a shared folder. Not thread-safe.
 */
final class SavingPace {

    /** Time of work over that of the saving before it: 5 % of both together. */
    private static final int WORK = 19;

    private final long interval;
    private final LongSupplier nanoTime;
    private long saved;
    private long took;

    /**
     * @param interval at least so long from the end of a saving to the next
     * @param nanoTime a clock
     */
    SavingPace(final Duration interval, final LongSupplier nanoTime) {
        this.interval = interval.toNanos();
        this.nanoTime = nanoTime;
        saved = nanoTime.getAsLong();
    }

    /** Whether it is time to save again. */
    boolean isDue() {
        return nanoTime.getAsLong() - saved >= Math.max(interval, WORK * took);
    }

    /** Saves, and takes the time of it. */
    void save(final Runnable saving) {
        final long start = nanoTime.getAsLong();
        try {
            saving.run();
        } finally {
            saved = nanoTime.getAsLong();
            took = saved - start;
        }
    }
}
