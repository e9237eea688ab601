package io.github.unetfiji.training;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Saves after an interval, and so rarely that saving takes at most 5 % of the time. The state of a large network has hundreds
 * of megabytes, and the disk may be a shared folder. Not thread-safe.
 */
final class SavingPace implements StateSaver {

    /** Time of work over that of the saving before it: 5 % of both together. */
    private static final int WORK = 19;

    private final long interval;
    private final LongSupplier nanoTime;
    private final Consumer<TrainingState> saving;
    private long saved;
    private long took;

    /**
     * @param interval at least so long from the end of a saving to the next
     * @param nanoTime a clock
     * @param saving writes a state
     */
    SavingPace(
            final Duration interval,
            final LongSupplier nanoTime,
            final Consumer<TrainingState> saving) {
        this.interval = interval.toNanos();
        this.nanoTime = nanoTime;
        this.saving = saving;
        saved = nanoTime.getAsLong();
    }

    @Override
    public boolean isDue() {
        return nanoTime.getAsLong() - saved >= Math.max(interval, WORK * took);
    }

    @Override
    public void save(final Supplier<TrainingState> state) {
        final long start = nanoTime.getAsLong();
        try {
            saving.accept(state.get());
        } finally {
            saved = nanoTime.getAsLong();
            took = saved - start;
        }
    }
}
