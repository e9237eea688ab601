package io.github.unetfiji.work;

import io.github.unetfiji.CancelledException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import net.imglib2.parallel.TaskExecutor;
import net.imglib2.parallel.TaskExecutors;

/**
 * Independent items of work, such as lines or slices, by several threads at the same time.
 *
 * <p>Every thread takes the next item that nobody has taken. When one fails, no further items are taken; of several failures that
 * of the first item is thrown, as it is. In the threads ImgLib2's own loops are sequential.
 */
public final class ParallelWork {

    private final int items;
    private final Supplier<? extends IntConsumer> workers;
    private final AtomicInteger next = new AtomicInteger();
    private int failedItem = Integer.MAX_VALUE;
    private Throwable failure;

    private ParallelWork(final int items, final Supplier<? extends IntConsumer> workers) {
        this.items = items;
        this.workers = workers;
    }

    /**
     * Has every item 0..items-1 worked on once; returns when all are done.
     *
     * @param threads number of threads, at least 1; 1 is the calling thread
     * @param workers makes the worker of a thread, with its own buffers
     * @throws CancelledException if the calling thread is interrupted
     */
    public static void forEach(
            final int items, final int threads, final Supplier<? extends IntConsumer> workers) {
        new ParallelWork(items, workers).run(Math.min(threads, items));
    }

    /**
     * The results of the items 0..items-1, in order.
     *
     * @param threads number of threads, at least 1; 1 is the calling thread
     * @throws CancelledException if the calling thread is interrupted
     */
    public static <T> List<T> results(
            final int items, final int threads, final IntFunction<T> work) {
        // NB: set by several threads, each at its own places.
        final List<T> results = new ArrayList<>(Collections.nCopies(items, null));
        forEach(items, threads, () -> item -> results.set(item, work.apply(item)));
        return results;
    }

    private void run(final int threads) {
        if (threads <= 1) {
            takeItems();
        } else {
            try (TaskExecutor executor = TaskExecutors.fixedThreadPool(threads)) {
                runAll(executor, threads);
            }
        }
        throwFailure();
    }

    private void runAll(final TaskExecutor executor, final int threads) {
        try {
            executor.runAll(Collections.nCopies(threads, this::takeItems));
        } catch (final RuntimeException e) {
            next.set(items);
            if (e.getCause() instanceof InterruptedException) {
                Thread.currentThread().interrupt();
                throw new CancelledException();
            }
            throw e;
        }
    }

    private void takeItems() {
        int item = 0;
        try {
            final IntConsumer worker = workers.get();
            // NB: after a failure there is no next item; the ones before it were all taken.
            for (item = next.getAndIncrement(); item < items; item = next.getAndIncrement()) {
                worker.accept(item);
            }
        } catch (final RuntimeException | Error e) {
            fail(item, e);
        }
    }

    private synchronized void fail(final int item, final Throwable e) {
        next.set(items);
        if (item < failedItem) {
            failedItem = item;
            failure = e;
        }
    }

    private synchronized void throwFailure() {
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure != null) {
            throw (RuntimeException) failure;
        }
    }
}
