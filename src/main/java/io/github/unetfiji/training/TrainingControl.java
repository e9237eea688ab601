package io.github.unetfiji.training;

/**
 * Ends a running training early and keeps what it has learned. To throw that away instead, cancel the training by its {@link
 * io.github.unetfiji.Progress}. Thread-safe.
 */
public final class TrainingControl {

    private volatile boolean stopped;

    /** Asks the training to end after the current iteration and to keep the best model. */
    public void stop() {
        stopped = true;
    }

    /** Whether someone asked for it. */
    public boolean isStopped() {
        return stopped;
    }
}
