package io.github.unetfiji.bridge.dialog;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A queue with one thread that does its tasks in turn; a waiting task is replaced by a newer one of the same name. Thread-safe.
 *
 * <p>The thread is a daemon, starts with the first task, and ends after {@link #close}.
 */
final class LatestTaskQueue {

    private final Map<String, Runnable> waiting = new LinkedHashMap<>();
    private final Thread thread;
    private boolean started;
    private boolean busy;
    private boolean closed;

    LatestTaskQueue(final String name) {
        thread = new Thread(this::work, name);
        thread.setDaemon(true);
    }

    /** Does a task soon; nothing after the queue was closed. A task must not throw. */
    synchronized void submit(final String name, final Runnable task) {
        if (!closed) {
            waiting.put(name, task);
            wake();
        }
    }

    /**
     * Closes the queue without waiting: drops waiting tasks and interrupts the running one.
     *
     * @param last done when the running task has ended; at once if none runs
     */
    synchronized void close(final Runnable last) {
        if (closed) {
            return;
        }
        closed = true;
        waiting.clear();
        waiting.put("", last);
        if (busy) {
            thread.interrupt();
        }
        wake();
    }

    synchronized boolean isClosed() {
        return closed;
    }

    private void wake() {
        if (!started) {
            started = true;
            thread.start();
        }
        notifyAll();
    }

    private void work() {
        Runnable task = next();
        while (task != null) {
            task.run();
            task = next();
        }
    }

    /** Waits for a task; {@code null} at the end. */
    private synchronized Runnable next() {
        busy = false;
        while (waiting.isEmpty() && !closed) {
            try {
                wait();
            } catch (final InterruptedException old) {
                continue; // NB: it was meant for a task that has ended; the next must not see it.
            }
        }
        Thread.interrupted();
        if (waiting.isEmpty()) {
            return null;
        }
        busy = true;
        return waiting.remove(waiting.keySet().iterator().next());
    }
}
