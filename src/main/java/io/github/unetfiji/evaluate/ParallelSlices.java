package io.github.unetfiji.evaluate;

import io.github.unetfiji.CancelledException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Works on several slices at the same time. */
final class ParallelSlices {

    private ParallelSlices() {}

    /**
     * The results of the slices 0..number-1, in order.
     *
     * @throws RuntimeException what the work on a slice threw, the first slice first
     * @throws CancelledException if this thread is interrupted
     */
    static <T> List<T> each(final int number, final int threads, final IntFunction<T> work) {
        final ExecutorService pool = Executors.newFixedThreadPool(Math.min(number, threads));
        try {
            final List<Future<T>> futures = new ArrayList<>();
            for (int z = 0; z < number; z++) {
                final int slice = z;
                futures.add(pool.submit(() -> work.apply(slice)));
            }
            final List<T> results = new ArrayList<>();
            for (final Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        } catch (final ExecutionException e) {
            throw unwrapped(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private static RuntimeException unwrapped(final Throwable cause) {
        if (cause instanceof Error) {
            throw (Error) cause;
        }
        return (RuntimeException) cause;
    }
}
