package io.github.unetfiji.evaluate;

import io.github.unetfiji.Progress;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.labels.LabelMap;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/**
 * The errors of a stack of probability maps: of each slice, and of the stack.
 *
 * <p>Slices are compared one by one (2-D), several at the same time; the cost is linear in the
 * number of pixels and thresholds. Example:
 *
 * <pre>
 * final Evaluation evaluation =
 *         Evaluation.of(prediction, truth, EvaluationSettings.builder().build(), Progress.NONE);
 * evaluation.stack().warpingError();   // value and threshold
 * </pre>
 *
 * <p>Not supported: pixels to ignore in the truth, 3-D segments, pixels left out at the border.
 *
 * @param slices the scores of each slice, in order
 * @param stack the scores of all slices together; these are not means of the best scores of the slices
 */
public record Evaluation(List<ChallengeScores> slices, ChallengeScores stack) {

    public Evaluation {
        slices = List.copyOf(slices);
    }

    /**
     * Evaluates.
     *
     * @param prediction probabilities of cell, one plane a slice
     * @param truth labels, as many planes of the same size; above 0 = cell. Ids are not used: cells are the
     *     4-connected components, so cells that touch count as one
     * @param progress one unit a slice and threshold
     * @throws UNetException if sizes or numbers of slices differ, if the truth has no cell, or has
     *     pixels to ignore
     * @throws io.github.unetfiji.CancelledException if the user asked to stop
     */
    public static Evaluation of(
            final List<ProbabilityMap> prediction,
            final List<LabelMap> truth,
            final EvaluationSettings settings,
            final Progress progress) {
        checkNumbers(prediction.size(), truth.size());
        return of(truth.size(), prediction::get, truth::get, settings, progress);
    }

    /**
     * Evaluates slices that are read when they are needed, each twice: all slices are checked before the first is
     * evaluated. As many slices are in memory as there are threads.
     *
     * @param slices their number, at least 1
     * @param prediction reads the probabilities of cell of a slice, from 0; asked by several threads at
     *     the same time
     * @param truth reads the labels of a slice, likewise
     * @param progress one unit a slice that is checked, then one a slice and threshold
     * @throws UNetException as above
     * @throws io.github.unetfiji.CancelledException if the user asked to stop
     */
    public static Evaluation of(
            final int slices,
            final IntFunction<ProbabilityMap> prediction,
            final IntFunction<LabelMap> truth,
            final EvaluationSettings settings,
            final Progress progress) {
        checkNumbers(slices, slices);
        final TruthCheck check = new TruthCheck(slices, progress);
        for (int z = 0; z < slices; z++) {
            final LabelMap labels = truth.apply(z);
            checkSlice(prediction.apply(z), labels, z + 1);
            check.add(labels);
        }
        check.checkNotEmpty();
        final SharedProgress steps =
                new SharedProgress(progress, (long) slices * settings.thresholds().size());
        final List<ChallengeScores> scores =
                ParallelSlices.each(
                        slices,
                        settings.threads(),
                        z -> SliceScores.of(prediction.apply(z), truth.apply(z), settings, steps));
        return new Evaluation(scores, ChallengeScores.over(scores));
    }

    private static void checkNumbers(final int prediction, final int truth) {
        if (prediction != truth || truth == 0) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "The prediction has %d slices and the truth %d; they must have the same"
                                    + " number, at least 1.",
                            prediction,
                            truth));
        }
    }

    private static void checkSlice(
            final ProbabilityMap prediction, final LabelMap truth, final int slice) {
        if (prediction.width() != truth.width() || prediction.height() != truth.height()) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "In slice %d the prediction is %d x %d px and the truth %d x %d px; they"
                                    + " must have the same size.",
                            slice,
                            prediction.width(),
                            prediction.height(),
                            truth.width(),
                            truth.height()));
        }
        if (truth.hasIgnored()) {
            throw new UNetException(
                    "The truth has pixels to ignore in slice "
                            + slice
                            + "; the errors of the challenge need a statement for every pixel.");
        }
    }
}
