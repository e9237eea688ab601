package io.github.unetfiji.training;

import io.github.unetfiji.network.Parameters;
import io.github.unetfiji.optimize.LearningRate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * How far a training is and how it went, after an iteration or a validation. Immutable: each of them gives new statistics.
 *
 * @param iteration that was done last, 0 before the first
 * @param history lines so far
 * @param losses not yet in the history
 * @param best parameters found so far, or null before they were asked for
 * @param lowestLoss of the validations so far, infinite before the first
 * @param stale validations since that of the lowest loss
 * @param plateaus met so far
 * @param folded patches so far whose deformation folded the image
 */
record TrainingStatistics(
        int iteration,
        TrainingHistory history,
        LossMean losses,
        Best best,
        double lowestLoss,
        int stale,
        int plateaus,
        int folded) {

    /** Before the first iteration. */
    static final TrainingStatistics NONE =
            new TrainingStatistics(
                    0,
                    new TrainingHistory(List.of()),
                    LossMean.NONE,
                    null,
                    Double.POSITIVE_INFINITY,
                    0,
                    0,
                    0);

    /**
     * The best parameters found so far.
     *
     * @param iteration after which they were taken
     * @param meanIou of the validation, see {@link ValidationResult}; negative infinity if there was none
     */
    record Best(int iteration, double meanIou, Parameters parameters) {

        boolean isValidated() {
            return meanIou != Double.NEGATIVE_INFINITY;
        }
    }

    /**
     * After one more iteration.
     *
     * @param folds whether the deformation of its patch folded the image
     */
    TrainingStatistics afterIteration(final double loss, final boolean folds) {
        return new TrainingStatistics(
                iteration + 1,
                history,
                losses.plus(loss, iteration + 1),
                best,
                lowestLoss,
                stale,
                plateaus,
                folded + (folds ? 1 : 0));
    }

    /**
     * With one more line of the history. Where its validation is the best so far, the present parameters are the best ones.
     *
     * @param rate tells what a plateau is
     * @param candidate copies the present parameters
     */
    TrainingStatistics afterRow(
            final TrainingHistory.Row row,
            final LearningRate rate,
            final Supplier<Parameters> candidate) {
        final List<TrainingHistory.Row> rows = new ArrayList<>(history.rows());
        rows.add(row);
        final TrainingStatistics listed =
                new TrainingStatistics(
                        iteration,
                        new TrainingHistory(rows),
                        losses.restarted(),
                        best,
                        lowestLoss,
                        stale,
                        plateaus,
                        folded);
        return row.validation() == null
                ? listed.withSomeBest(candidate)
                : listed.afterValidation(row.validation(), rate, candidate);
    }

    private TrainingStatistics afterValidation(
            final ValidationResult result,
            final LearningRate rate,
            final Supplier<Parameters> candidate) {
        final boolean better = best == null || result.isBetterThan(best.meanIou());
        final boolean lower = result.loss() < lowestLoss;
        final int since = lower ? 0 : stale + 1;
        return new TrainingStatistics(
                iteration,
                history,
                losses,
                better ? new Best(iteration, result.meanIou(), candidate.get()) : best,
                lower ? result.loss() : lowestLoss,
                since,
                plateaus + (rate.isPlateau(since) ? 1 : 0),
                folded);
    }

    /** The same, where nothing was validated yet with the present parameters as the best ones. */
    TrainingStatistics withSomeBest(final Supplier<Parameters> candidate) {
        if (best != null && best.isValidated()) {
            return this;
        }
        return new TrainingStatistics(
                iteration,
                history,
                losses,
                new Best(iteration, Double.NEGATIVE_INFINITY, candidate.get()),
                lowestLoss,
                stale,
                plateaus,
                folded);
    }

    /** Whether the history has a line of the iteration that was done last. */
    boolean isListed() {
        final List<TrainingHistory.Row> rows = history.rows();
        return !rows.isEmpty() && rows.get(rows.size() - 1).iteration() == iteration;
    }
}
