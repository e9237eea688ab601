package io.github.unetfiji.batch;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import io.github.unetfiji.Progress;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.dataset.LabelKind;
import io.github.unetfiji.evaluate.CellOutcomes;
import io.github.unetfiji.evaluate.ChallengeScores;
import io.github.unetfiji.evaluate.Evaluation;
import io.github.unetfiji.evaluate.EvaluationSettings;
import io.github.unetfiji.evaluate.Metric;
import io.github.unetfiji.evaluate.ProbabilityMap;
import io.github.unetfiji.evaluate.Thresholds;
import io.github.unetfiji.labels.LabelMap;
import io.github.unetfiji.labels.SeparationBorder;
import io.github.unetfiji.report.ComparedSlice;
import io.github.unetfiji.report.EvaluationReport;
import io.github.unetfiji.report.MismatchPicture;
import io.github.unetfiji.report.ScoreColumns;
import io.github.unetfiji.report.ScoreCurves;
import io.github.unetfiji.report.Verdict;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * Compares probabilities with cells by the errors of the ISBI 2012 challenge.
 *
 * <p>NB: these errors know cells as what membrane surrounds. Cells of the truth that touch are parted as
 * they are for training, or they would be one cell.
 */
public final class ProbabilityComparison extends Comparison<ProbabilityMap, ChallengeScores> {

    /** The last threshold of the challenge at which the warping error may be least. */
    private static final double WARPING_LAST = 0.9;

    private final Set<Metric> metrics;
    private final double threshold;
    private final boolean plot;
    private final boolean picture;
    private final Optional<RequestedReport> report;

    /**
     * @param threshold the only one, or 0 for those of the challenge
     * @param plot whether to plot the scores over the thresholds, where there are several
     * @param picture whether to show the mistakes
     * @param report to be written
     * @throws UNetException if there is no threshold at which mistakes can be shown
     */
    public ProbabilityComparison(
            final Set<Metric> metrics,
            final double threshold,
            final boolean plot,
            final boolean picture,
            final Optional<RequestedReport> report) {
        if (picture && threshold == 0 && !metrics.contains(Metric.WARPING)) {
            throw new UNetException(
                    "picture shows the mistakes at the threshold of the least warping error: metrics must"
                            + " have warping, or threshold must be one above 0.");
        }
        this.metrics = metrics;
        this.threshold = threshold;
        this.plot = plot;
        this.picture = picture;
        this.report = report;
    }

    /** All errors at all thresholds, and nothing else. */
    static ProbabilityComparison ofAll() {
        return new ProbabilityComparison(
                EnumSet.allOf(Metric.class), 0, false, false, Optional.empty());
    }

    @Override
    SliceStack<ProbabilityMap> read(final ImagePlus prediction) {
        return SliceStack.probabilities(prediction);
    }

    @Override
    void check(final PairedStacks<ProbabilityMap> stacks) {
        if (picture && !stacks.areEquallyLarge()) {
            throw new UNetException(
                    "picture is a stack, so all images must be of one size in px, but they are of"
                            + " several.");
        }
    }

    @Override
    List<ChallengeScores> scores(
            final PairedStacks<ProbabilityMap> stacks, final Progress progress) {
        final Map<Integer, Integer> vanished = new ConcurrentHashMap<>();
        final EvaluationSettings settings = settings(stacks.threads());
        final List<ChallengeScores> scores =
                Evaluation.of(
                                stacks.size(),
                                stacks::prediction,
                                z -> parted(stacks.truth(z), z, vanished),
                                settings,
                                progress)
                        .slices();
        if (!vanished.isEmpty()) {
            IJ.log(
                    String.format(
                            Locale.ROOT,
                            "%d cell(s) of the truth are so thin that nothing is left of them when"
                                    + " touching cells are separated; they count as background.",
                            vanished.values().stream().mapToInt(Integer::intValue).sum()));
        }
        return scores;
    }

    private EvaluationSettings settings(final int threads) {
        return EvaluationSettings.builder()
                .optMetrics(metrics)
                .optThresholds(threshold == 0 ? Thresholds.CHALLENGE : Thresholds.only(threshold))
                .optWarpingLast(Math.max(WARPING_LAST, threshold))
                .optThreads(threads)
                .build();
    }

    private static ComparedSlice compared(
            final PairedStacks<ProbabilityMap> stacks, final int slice) {
        return new ComparedSlice(
                stacks.prediction(slice), cells(stacks.truth(slice)), stacks.gray(slice));
    }

    private static LabelMap cells(final LabelMap truth) {
        return SeparationBorder.of(truth, LabelKind.SEPARATION).labels();
    }

    @Override
    String verdict(
            final PairedStacks<ProbabilityMap> stacks,
            final ChallengeScores scores,
            final Progress progress) {
        final double judged = threshold == 0 ? Verdict.threshold(scores) : threshold;
        CellOutcomes fates = CellOutcomes.NONE;
        for (int z = 0; z < stacks.size(); z++) {
            progress.checkCancelled();
            fates = fates.plus(CellOutcomes.of(stacks.prediction(z), cells(stacks.truth(z)), judged));
        }
        return Verdict.sentence(fates, judged);
    }

    @Override
    Optional<String> report(
            final String title,
            final String verdict,
            final EvaluatedImages images,
            final PairedStacks<ProbabilityMap> stacks,
            final List<ChallengeScores> slices,
            final ChallengeScores together) {
        if (report.isEmpty()) {
            return Optional.empty();
        }
        final RequestedReport order = report.get();
        final EvaluationReport.Builder page =
                EvaluationReport.builder(
                                new Evaluation(slices, together), settings(stacks.threads()))
                        .setTitle("Evaluation of " + title)
                        .optNames(IntStream.range(0, stacks.size()).mapToObj(stacks::name).toList())
                        .optPictures(slice -> compared(stacks, slice))
                        .optVerdict(verdict)
                        .optModel(images.model());
        images.facts().forEach(page::optFact);
        if (order.paper()) {
            page.optPaper();
        }
        page.build().write(order.file());
        return Optional.of("The report is in " + order.file() + ".");
    }

    private static LabelMap parted(
            final LabelMap truth, final int slice, final Map<Integer, Integer> vanished) {
        final SeparationBorder parted = SeparationBorder.of(truth, LabelKind.SEPARATION);
        if (parted.vanished().length > 0) {
            vanished.put(slice, parted.vanished().length);
        }
        return parted.labels();
    }

    @Override
    ChallengeScores together(final List<ChallengeScores> slices) {
        return ChallengeScores.over(slices);
    }

    @Override
    Map<String, Double> columns(final ChallengeScores scores) {
        return ScoreColumns.of(scores, metrics);
    }

    @Override
    Optional<ImagePlus> curves(final String title, final ChallengeScores scores) {
        return plot && threshold == 0
                ? Optional.of(ScoreCurves.of(scores, title + "-errors").getImagePlus())
                : Optional.empty();
    }

    @Override
    Optional<ImagePlus> picture(
            final String title,
            final PairedStacks<ProbabilityMap> stacks,
            final ChallengeScores scores,
            final Progress progress) {
        if (!picture) {
            return Optional.empty();
        }
        final MismatchPicture drawing =
                MismatchPicture.at(
                        threshold == 0 ? scores.warpingError().threshold() : threshold,
                        EvaluationSettings.builder().build().radius());
        final ImagePlus mistakes =
                drawing.stack(
                        title + "-mistakes", stacks.size(), z -> compared(stacks, z), progress);
        name(mistakes.getStack(), stacks);
        stacks.layout().arrange(mistakes);
        return Optional.of(mistakes);
    }

    /** Writes the slice, its file where there are several, and its label before the mistakes. */
    private static void name(final ImageStack picture, final PairedStacks<?> stacks) {
        for (int z = 0; z < stacks.size(); z++) {
            final String label = stacks.label(z).map(text -> " (" + text + ")").orElse("");
            picture.setSliceLabel(
                    "slice " + stacks.name(z) + label + ": " + picture.getSliceLabel(z + 1), z + 1);
        }
    }
}
