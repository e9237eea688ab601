package io.github.unetfiji.labels;

import io.github.unetfiji.CancelledException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Work on independent lines of an image, in blocks, by a given number of threads. */
final class ParallelLines {

    /** Works on the lines from (inclusive) to (exclusive); used by one thread. */
    @FunctionalInterface
    interface Worker {
        void work(int from, int to);
    }

    private ParallelLines() {}

    /**
     * Has every line 0..n-1 worked on once; returns when all are done.
     *
     * @param n number of lines
     * @param block lines of one call of a worker
     * @param threads number of threads, at least 1; 1 is the calling thread
     * @param workers makes the worker of a thread, with its own buffers
     */
    static void run(
            final int n, final int block, final int threads, final Supplier<Worker> workers) {
        final AtomicInteger next = new AtomicInteger();
        final int blocks = (n - 1) / block + 1;
        final Callable<Void> task =
                () -> {
                    final Worker worker = workers.get();
                    for (int b = next.getAndIncrement(); b < blocks; b = next.getAndIncrement()) {
                        worker.work(b * block, Math.min(n, b * block + block));
                    }
                    return null;
                };
        final int parallel = Math.min(threads, blocks);
        if (parallel == 1) {
            final Worker worker = workers.get();
            for (int from = 0; from < n; from += block) {
                worker.work(from, Math.min(n, from + block));
            }
        } else {
            runAll(task, parallel);
        }
    }

    private static void runAll(final Callable<Void> task, final int threads) {
        final ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            final List<Callable<Void>> tasks = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                tasks.add(task);
            }
            for (final Future<Void> result : pool.invokeAll(tasks)) {
                result.get();
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        } catch (final ExecutionException e) {
            throw unwrapped(e);
        } finally {
            pool.shutdownNow();
        }
    }

    private static RuntimeException unwrapped(final ExecutionException e) {
        if (e.getCause() instanceof Error) {
            throw (Error) e.getCause();
        }
        return e.getCause() instanceof RuntimeException
                ? (RuntimeException) e.getCause()
                : new IllegalStateException(e.getCause());
    }
}
