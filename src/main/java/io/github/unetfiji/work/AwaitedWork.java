package io.github.unetfiji.work;

import io.github.unetfiji.CancelledException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Work that the end of the program waits for.
 *
 * <p>A signal (SIGTERM, SIGINT), or quitting ImageJ, ends a Java program while its threads still run: one that is in native
 * code then crashes the process, and temporary files stay. While such work is open, the end of the program asks it to stop and
 * waits until it is closed, for half a minute at most.
 *
 * <pre>{@code
 * try (AwaitedWork work = AwaitedWork.begin(command::cancel)) {
 *     compute(progress.orCancelledBy(work::isToStop));
 * }
 * }</pre>
 *
 * <p>To be closed by the thread that does the work, last of all. Thread-safe.
 */
public final class AwaitedWork implements AutoCloseable {

    /** NB: clusters kill a program that has not ended some 30 s after they asked it to. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** The work that a thread is doing, if any. */
    private static final ThreadLocal<AwaitedWork> CURRENT = new ThreadLocal<>();

    private final AwaitedWork outer = CURRENT.get();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Runnable stop;
    private final Thread end = new Thread(this::await, "unet-ending");
    private volatile boolean toStop;

    private AwaitedWork(final Runnable stop) {
        this.stop = stop;
    }

    /** Begins work that asks {@link #isToStop} now and then, or is too short for that. */
    public static AwaitedWork begin() {
        return begin(() -> {});
    }

    /**
     * Begins work.
     *
     * @param stop called from another thread when the program ends; tells the work to stop soon
     * @throws CancelledException if the program is ending already, and this is no part of other work of this thread, which the
     *     end waits for
     */
    public static AwaitedWork begin(final Runnable stop) {
        final AwaitedWork work = new AwaitedWork(stop);
        try {
            Runtime.getRuntime().addShutdownHook(work.end);
        } catch (final IllegalStateException ending) {
            // NB: a training that is told to stop saves what it has reached, which is work, too.
            if (work.outer == null) {
                throw new CancelledException();
            }
            work.toStop = true;
        }
        CURRENT.set(work);
        return work;
    }

    /** Whether the program ends. */
    public boolean isToStop() {
        return toStop;
    }

    private void await() {
        toStop = true;
        stop.run();
        try {
            closed.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        restore();
        closed.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(end);
        } catch (final IllegalStateException ending) {
            toStop = true; // NB: the hook runs, and ends now that the work is closed.
        }
    }

    private void restore() {
        if (outer == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(outer);
        }
    }
}
