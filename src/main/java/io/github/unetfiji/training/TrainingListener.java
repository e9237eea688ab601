package io.github.unetfiji.training;

/** Hears how a training goes. It is called from the thread that trains, so it must return soon. */
public interface TrainingListener {

    /** Ignores everything. */
    TrainingListener NONE = new TrainingListener() {};

    /** Before the first iteration; again if the plan changes because memory did not suffice. */
    default void onStart(final TrainingPlan plan) {}

    /** Something about the training that is worth knowing, one sentence for the user; before it starts. */
    default void onNote(final String note) {}

    /** A warning that stops nothing, one sentence for the user. */
    default void onWarning(final String warning) {}

    /**
     * After every iteration.
     *
     * @param iteration from 1
     * @param loss of the patch, before the step
     * @param rate learning rate of the step
     */
    default void onIteration(final int iteration, final double loss, final double rate) {}

    /** After every validation, with its line of the history; also for the lines of a resumed run. */
    default void onRow(final TrainingHistory.Row row) {}

    /** After every validation that has held-out slices: the prediction for one of them. */
    default void onPrediction(final ValidationView view) {}

    /**
     * At the end of the training, before the model is finished; not if it was cancelled or failed.
     *
     * @param reason why it ended, one sentence
     */
    default void onEnd(final String reason) {}
}
