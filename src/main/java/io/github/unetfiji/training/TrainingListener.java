package io.github.unetfiji.training;

/** Is told how a training goes, from the thread that trains. */
public interface TrainingListener {

    /** Listens to nothing. */
    TrainingListener NONE = new TrainingListener() {};

    /**
     * Before the first iteration.
     *
     * @param plan what will be done, one line for people
     */
    default void onStart(final String plan) {}

    /** Something that the user should know but that stops nothing, one sentence. */
    default void onWarning(final String warning) {}

    /**
     * After every iteration.
     *
     * @param iteration from 1
     * @param loss of the patch, before the step
     */
    default void onIteration(final int iteration, final double loss) {}

    /** After every validation; {@code iteration} says after which iteration. */
    default void onValidation(final int iteration, final ValidationResult result) {}
}
