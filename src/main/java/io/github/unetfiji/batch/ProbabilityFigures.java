package io.github.unetfiji.batch;

import ij.ImagePlus;
import ij.ImageStack;
import io.github.unetfiji.Progress;
import io.github.unetfiji.batch.Comparison.Compared;
import io.github.unetfiji.evaluate.ChallengeScores;
import io.github.unetfiji.evaluate.Evaluation;
import io.github.unetfiji.evaluate.EvaluationSettings;
import io.github.unetfiji.evaluate.ProbabilityMap;
import io.github.unetfiji.report.ComparedSlice;
import io.github.unetfiji.report.EvaluationReport;
import io.github.unetfiji.report.MismatchPicture;
import java.util.stream.IntStream;

/** The report and the picture of the mistakes of a comparison of probabilities with cells. */
final class ProbabilityFigures {

    private final Compared<ProbabilityMap, ChallengeScores> compared;
    private final PairedStacks<ProbabilityMap> stacks;

    /**
     * @param compared a comparison that is done; its slices are read again when they are drawn
     */
    ProbabilityFigures(final Compared<ProbabilityMap, ChallengeScores> compared) {
        this.compared = compared;
        stacks = compared.stacks();
    }

    /**
     * Makes the report.
     *
     * @param settings of the evaluation
     * @param verdict one sentence about the predictions
     * @param paper whether the published errors stand beside
     */
    EvaluationReport report(
            final EvaluationSettings settings, final String verdict, final boolean paper) {
        final EvaluationReport.Builder page =
                EvaluationReport.builder(
                                new Evaluation(compared.slices(), compared.together()), settings)
                        .setTitle("Evaluation of " + compared.title())
                        .optNames(IntStream.range(0, stacks.size()).mapToObj(stacks::name).toList())
                        .optPictures(this::slice)
                        .optVerdict(verdict)
                        .optModel(compared.images().model());
        compared.images().facts().forEach(page::optFact);
        return (paper ? page.optPaper() : page).build();
    }

    /**
     * Draws the mistakes, slice by slice.
     *
     * @param threshold above which, strictly, a probability is cell
     */
    ImagePlus mistakes(final double threshold, final Progress progress) {
        final int radius = EvaluationSettings.builder().build().radius();
        final ImagePlus mistakes =
                MismatchPicture.at(threshold, radius)
                        .stack(
                                compared.title() + "-mistakes",
                                stacks.size(),
                                this::slice,
                                progress);
        label(mistakes.getStack());
        stacks.layout().arrange(mistakes);
        return mistakes;
    }

    private ComparedSlice slice(final int index) {
        return new ComparedSlice(
                stacks.prediction(index),
                ProbabilityComparison.separated(stacks.truth(index)),
                stacks.gray(index));
    }

    /** Puts the slice, its file where there are several, and its label before the number of mistakes. */
    private void label(final ImageStack picture) {
        for (int z = 0; z < stacks.size(); z++) {
            final String label = stacks.label(z).map(text -> " (" + text + ")").orElse("");
            picture.setSliceLabel(
                    "slice " + stacks.name(z) + label + ": " + picture.getSliceLabel(z + 1), z + 1);
        }
    }
}
