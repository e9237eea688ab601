package io.github.unetfiji.ui;

import io.github.unetfiji.training.TrainingControl;

/** The user's request to end a training early: by stopping it, which keeps the best model, or by cancelling it. Thread-safe. */
final class EndRequest {

    private final TrainingControl control;
    private volatile boolean cancelled;

    EndRequest(final TrainingControl control) {
        this.control = control;
    }

    /** Ends it after the current iteration and keeps the best model. */
    void stop() {
        control.stop();
    }

    /** Ends it now; the state is saved so that it can be resumed, but the model is not finished. */
    void cancel() {
        cancelled = true;
    }

    boolean isCancelled() {
        return cancelled;
    }

    MonitorPhase phase(final MonitorState state) {
        return MonitorPhase.of(state, control.isStopped(), cancelled);
    }
}
