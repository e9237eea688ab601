package io.github.unetfiji.segment;

import io.github.unetfiji.CancelledException;
import java.util.concurrent.SynchronousQueue;
import java.util.function.IntFunction;

/**
 * The items of a sequence, computed in order in a thread of its own: while one is used, the next one is
 * computed, and no more than that one is kept.
 *
 * <p>A failure of the source reaches who asks for the next item. For one thread to take and to close.
 */
final class Prefetcher<T> implements AutoCloseable {

    /** An item, or why there is none. */
    private record Outcome<T>(T item, Throwable failure) {}

    private static final long AGAIN_MILLIS = 20;

    private final SynchronousQueue<Outcome<T>> handover = new SynchronousQueue<>();
    private final Thread thread;

    /**
     * Begins to compute.
     *
     * @param name of the thread
     * @param count number of items
     * @param source gives the item of an index; should end soon when its thread is interrupted
     */
    Prefetcher(final String name, final int count, final IntFunction<T> source) {
        thread = new Thread(() -> produce(count, source), name);
        thread.setDaemon(true);
        thread.start();
    }

    private void produce(final int count, final IntFunction<T> source) {
        try {
            for (int i = 0; i < count; i++) {
                handover.put(outcome(source, i));
            }
        } catch (final InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** NB: also an Error, such as a heap that is too small, must not die with this thread. */
    private Outcome<T> outcome(final IntFunction<T> source, final int index) {
        try {
            return new Outcome<>(source.apply(index), null);
        } catch (final RuntimeException | Error e) {
            return new Outcome<>(null, e);
        }
    }

    /**
     * The next item; waits for it.
     *
     * @throws CancelledException if this thread is interrupted
     */
    T next() {
        final Outcome<T> outcome;
        try {
            outcome = handover.take();
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
        if (outcome.failure() instanceof Error error) {
            throw error;
        }
        if (outcome.failure() instanceof RuntimeException failure) {
            throw failure;
        }
        return outcome.item();
    }

    /** Stops computing; when this returns, the source is no longer in use. */
    @Override
    public void close() {
        boolean interrupted = false;
        while (thread.isAlive()) {
            // NB: again and again, since a source may take an interrupt for its own and go on.
            thread.interrupt();
            try {
                thread.join(AGAIN_MILLIS);
            } catch (final InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
