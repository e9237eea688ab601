package io.github.unetfiji.evaluate;

import io.github.unetfiji.Progress;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.labels.LabelMap;
import java.util.List;
import java.util.stream.IntStream;

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
 * @param stack the scores of all slices together; not the mean of the best of each slice
 */
public record Evaluation(List<ChallengeScores> slices, ChallengeScores stack) {

    public Evaluation {
        slices = List.copyOf(slices);
    }

    /**
     * Evaluates.
     *
     * @param prediction probabilities of cell, one plane a slice
     * @param truth labels, as many planes of the same size; above 0 = cell. Ids do not count: cells
     *     are the 4-connected components, those that touch are one
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
        IntStream.range(0, truth.size())
                .forEach(z -> checkSlice(prediction.get(z), truth.get(z), z + 1));
        LabelStacks.checkNotEmpty(truth);
        final Steps steps = new Steps(progress, (long) truth.size() * settings.thresholds().size());
        final List<ChallengeScores> slices =
                Slices.each(
                        truth.size(),
                        settings.threads(),
                        z -> SliceScores.of(prediction.get(z), truth.get(z), settings, steps));
        return new Evaluation(slices, ChallengeScores.over(slices));
    }

    private static void checkNumbers(final int prediction, final int truth) {
        if (prediction != truth || truth == 0) {
            throw new UNetException(
                    String.format(
                            "The prediction has %d slices and the truth %d; they must have the same"
                                    + " number, at least 1.",
                            prediction, truth));
        }
    }

    private static void checkSlice(
            final ProbabilityMap prediction, final LabelMap truth, final int slice) {
        if (prediction.width() != truth.width() || prediction.height() != truth.height()) {
            throw new UNetException(
                    String.format(
                            "In slice %d the prediction is %d x %d px and the truth %d x %d px; they"
                                    + " must have the same size.",
                            slice,
                            prediction.width(),
                            prediction.height(),
                            truth.width(),
                            truth.height()));
        }
        for (final int label : truth.labels()) {
            if (label == LabelMap.IGNORE) {
                throw new UNetException(
                        "The truth has pixels to ignore in slice "
                                + slice
                                + "; the errors of the challenge need a statement for every pixel.");
            }
        }
    }
}
