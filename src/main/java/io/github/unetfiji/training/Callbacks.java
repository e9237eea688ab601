package io.github.unetfiji.training;

import io.github.unetfiji.Progress;

/**
 * The caller's side of a running training.
 *
 * @param listener is told how it goes
 * @param progress is told how far it is, and may cancel
 * @param control may end it early
 */
record Callbacks(TrainingListener listener, Progress progress, TrainingControl control) {

    /** A progress that reports nothing, and is cancelled when the training is to end, whether its result is kept or not. */
    Progress endingEither() {
        return Progress.NONE.orCancelledBy(() -> progress.isCancelled() || control.isStopped());
    }
}
