package io.github.unetfiji.training;

import io.github.unetfiji.CancelledException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The permit to train. One training has it at a time, because the engine collects the gradients of one training in a process. */
final class TrainingPermit implements AutoCloseable {

    /** NB: not state of this program, but the engine's own limit (PtGradientCollector). */
    private static final Semaphore ONE = new Semaphore(1);

    private TrainingPermit() {}

    /**
     * Acquires the permit, which is released when this object is closed.
     *
     * @param patience how long to wait for it
     * @return empty if another training has it all the time
     */
    static Optional<TrainingPermit> acquire(final Duration patience) {
        try {
            return ONE.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)
                    ? Optional.of(new TrainingPermit())
                    : Optional.empty();
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
    }

    @Override
    public void close() {
        ONE.release();
    }
}
