package io.github.unetfiji.training;

import io.github.unetfiji.CancelledException;
import io.github.unetfiji.augment.AnnotatedPlane;
import io.github.unetfiji.augment.AugmentedSample;
import io.github.unetfiji.augment.Augmenter;
import io.github.unetfiji.engine.OutOfMemoryException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Prepares the samples of a run in the background, a few ahead of the network. Sample i is the same
 * whatever the timing.
 */
final class SampleQueue implements AutoCloseable {

    private static final int AHEAD = 4;

    private final Augmenter augmenter;
    private final List<AnnotatedPlane> slices;
    private final ExecutorService worker;
    private final Queue<Future<AugmentedSample>> pending = new ArrayDeque<>();
    private long next;

    /**
     * @param first index of the first sample
     */
    SampleQueue(final Augmenter augmenter, final List<AnnotatedPlane> slices, final long first) {
        this.augmenter = augmenter;
        this.slices = slices;
        next = first;
        worker =
                Executors.newSingleThreadExecutor(
                        task -> {
                            final Thread thread = new Thread(task, "U-Net samples");
                            thread.setDaemon(true);
                            return thread;
                        });
    }

    /** The next sample; waits for it if it is not ready. */
    AugmentedSample take() {
        while (pending.size() <= AHEAD) {
            final long index = next++;
            pending.add(worker.submit(() -> augmenter.sample(slices, index)));
        }
        try {
            return pending.remove().get();
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        } catch (final ExecutionException e) {
            if (e.getCause() instanceof OutOfMemoryError cause) {
                throw new OutOfMemoryException(
                        "Java's memory does not suffice for a patch: give it more (-Xmx), or use a"
                                + " smaller patch.",
                        cause);
            }
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("a sample could not be prepared", e.getCause());
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
