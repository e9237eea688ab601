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
    private Outcome<T> failed;
    private boolean closed;

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
            int next = 0;
            // NB: no variable holds an item, which would be kept while the next one is computed.
            while (next < count && handOver(outcome(source, next))) {
                next++;
            }
        } catch (final InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    /** Gives an item away; false after a failure: no other item may take the place of the one that failed. */
    private boolean handOver(final Outcome<T> outcome) throws InterruptedException {
        handover.put(outcome);
        return outcome.failure() == null;
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
     * The next item; waits for it. After a failure it fails again.
     *
     * @throws CancelledException if this thread is interrupted
     * @throws IllegalStateException if this is closed
     */
    T next() {
        if (closed) {
            throw new IllegalStateException(thread.getName() + " is closed");
        }
        final Outcome<T> next = failed == null ? take() : failed;
        if (next.failure() == null) {
            return next.item();
        }
        failed = next;
        if (failed.failure() instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) failed.failure();
    }

    private Outcome<T> take() {
        try {
            return handover.take();
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
    }

    /** Stops computing; when this returns, the source is no longer in use. */
    @Override
    public void close() {
        closed = true;
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
