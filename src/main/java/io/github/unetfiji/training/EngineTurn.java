package io.github.unetfiji.training;

import io.github.unetfiji.CancelledException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The right to train, which one training has at a time: the engine collects the gradients of one in a process. */
final class EngineTurn implements AutoCloseable {

    /** NB: not state of this program, but the engine's own limit (PtGradientCollector). */
    private static final Semaphore ONE = new Semaphore(1);

    private EngineTurn() {}

    /**
     * Takes the right, and keeps it until this object is closed.
     *
     * @param patience how long to wait for it
     * @return empty if another training has it all the time
     */
    static Optional<EngineTurn> take(final Duration patience) {
        try {
            return ONE.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)
                    ? Optional.of(new EngineTurn())
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
