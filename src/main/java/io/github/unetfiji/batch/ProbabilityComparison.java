package io.github.unetfiji.batch;

import ij.ImagePlus;
import io.github.unetfiji.Progress;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.batch.Comparison.Compared;
import io.github.unetfiji.dataset.LabelKind;
import io.github.unetfiji.evaluate.CellOutcomes;
import io.github.unetfiji.evaluate.ChallengeScores;
import io.github.unetfiji.evaluate.Evaluation;
import io.github.unetfiji.evaluate.EvaluationSettings;
import io.github.unetfiji.evaluate.Metric;
import io.github.unetfiji.evaluate.ProbabilityMap;
import io.github.unetfiji.evaluate.Thresholds;
import io.github.unetfiji.ij.ImagePlusProbabilities;
import io.github.unetfiji.ij.SliceReader;
import io.github.unetfiji.labels.LabelMap;
import io.github.unetfiji.labels.SeparationBorder;
import io.github.unetfiji.report.EvaluationReport;
import io.github.unetfiji.report.ScoreColumns;
import io.github.unetfiji.report.ScoreCurves;
import io.github.unetfiji.report.Verdict;
import io.github.unetfiji.setting.Setting;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Compares probabilities with cells by the errors of the ISBI 2012 challenge ({@link ChallengeScores}).
 *
 * <p>NB: for these errors a cell is an area that membrane surrounds. So cells of the truth that touch are separated first, as they
 * are for training ({@link SeparationBorder}); otherwise they would be one cell.
 */
public final class ProbabilityComparison extends Comparison<ProbabilityMap, ChallengeScores> {

    /** The only threshold; 0: those of the challenge, 0, 0.1 .. 1. */
    public static final Setting<Double> THRESHOLD =
            Setting.number("threshold", 0).named("The threshold").atLeast(0).atMost(1);

    /** Whether the mistakes are shown slice by slice, at the threshold of the least warping error or the only one. */
    public static final Setting<Boolean> PICTURE = Setting.flag("picture", false);

    /** The last threshold of the challenge at which the warping error may be least. */
    private static final double WARPING_LAST = 0.9;

    private final Set<Metric> metrics;
    private final double threshold;
    private final boolean plot;
    private final boolean picture;
    private final Optional<Report> report;

    /** A report that is to be written; {@code paper}: whether it shows the published errors beside. */
    private record Report(Path file, boolean paper) {}

    private ProbabilityComparison(final Builder builder) {
        metrics = builder.metrics;
        threshold = builder.threshold;
        plot = builder.plot;
        picture = builder.picture;
        report = builder.report;
    }

    /** A comparison by all metrics, at the thresholds of the challenge, without plot, picture and report. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the metrics, thresholds, figures and reports of a comparison. */
    public static final class Builder {

        private Set<Metric> metrics = EnumSet.allOf(Metric.class);
        private double threshold = THRESHOLD.initial();
        private boolean plot;
        private boolean picture = PICTURE.initial();
        private Optional<Report> report = Optional.empty();

        private Builder() {}

        /** The metrics that are computed; default all. */
        public Builder optMetrics(final Set<Metric> chosen) {
            metrics = EnumSet.copyOf(chosen);
            return this;
        }

        /**
         * Sets {@link #THRESHOLD}.
         *
         * @throws UNetException if it is out of range
         */
        public Builder optThreshold(final double value) {
            threshold = THRESHOLD.check(value);
            return this;
        }

        /** Plots the scores over the thresholds, where there are several; default off. */
        public Builder optPlot(final boolean wanted) {
            plot = wanted;
            return this;
        }

        /** Sets {@link #PICTURE}. */
        public Builder optPicture(final boolean wanted) {
            picture = wanted;
            return this;
        }

        /**
         * Writes a report ({@link EvaluationReport}); default none.
         *
         * @param file HTML; replaced if there is one
         * @param paper whether the errors that Ronneberger et al. 2015 published stand beside
         */
        public Builder optReport(final Path file, final boolean paper) {
            report = Optional.of(new Report(file, paper));
            return this;
        }

        /**
         * @throws UNetException if a picture was asked for, but there is no threshold at which mistakes can be shown
         */
        public ProbabilityComparison build() {
            if (picture && threshold == 0 && !metrics.contains(Metric.WARPING)) {
                throw new UNetException(
                        "picture shows the mistakes at the threshold of the least warping error: metrics must"
                                + " have warping, or threshold must be one above 0.");
            }
            return new ProbabilityComparison(this);
        }
    }

    @Override
    SliceReader<ProbabilityMap> read(final ImagePlus prediction) {
        return ImagePlusProbabilities.of(prediction);
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
            final PairedStacks<ProbabilityMap> stacks,
            final Progress progress,
            final Consumer<String> messages) {
        final Map<Integer, Integer> vanished = new ConcurrentHashMap<>();
        final List<ChallengeScores> scores =
                Evaluation.of(
                                stacks.size(),
                                stacks::prediction,
                                z -> separated(stacks.truth(z), z, vanished),
                                settings(stacks.threads()),
                                progress)
                        .slices();
        if (!vanished.isEmpty()) {
            messages.accept(
                    String.format(
                            Locale.ROOT,
                            "%d cell(s) of the truth are so thin that nothing is left of them when"
                                    + " touching cells are separated; they count as background.",
                            vanished.values().stream().mapToInt(Integer::intValue).sum()));
        }
        return scores;
    }

    /**
     * The cells of a truth, separated.
     *
     * @param vanished receives the number of cells that have no pixel left, by slice
     */
    private static LabelMap separated(
            final LabelMap truth, final int slice, final Map<Integer, Integer> vanished) {
        final SeparationBorder border = SeparationBorder.of(truth, LabelKind.SEPARATION);
        if (border.vanished().length > 0) {
            vanished.put(slice, border.vanished().length);
        }
        return border.labels();
    }

    /** The cells of a truth, separated. */
    static LabelMap separated(final LabelMap truth) {
        return SeparationBorder.of(truth, LabelKind.SEPARATION).labels();
    }

    private EvaluationSettings settings(final int threads) {
        return EvaluationSettings.builder()
                .optMetrics(metrics)
                .optThresholds(threshold == 0 ? Thresholds.CHALLENGE : Thresholds.only(threshold))
                .optWarpingLast(Math.max(WARPING_LAST, threshold))
                .optThreads(threads)
                .build();
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
    String verdict(
            final Compared<ProbabilityMap, ChallengeScores> compared, final Progress progress) {
        final PairedStacks<ProbabilityMap> stacks = compared.stacks();
        final double judged = threshold == 0 ? Verdict.threshold(compared.together()) : threshold;
        CellOutcomes outcomes = CellOutcomes.NONE;
        for (int z = 0; z < stacks.size(); z++) {
            progress.checkCancelled();
            outcomes =
                    outcomes.plus(
                            CellOutcomes.of(
                                    stacks.prediction(z), separated(stacks.truth(z)), judged));
        }
        return Verdict.sentence(outcomes, judged);
    }

    @Override
    Optional<String> report(
            final Compared<ProbabilityMap, ChallengeScores> compared, final String verdict) {
        return report.map(
                wanted -> {
                    new ProbabilityFigures(compared)
                            .report(settings(compared.stacks().threads()), verdict, wanted.paper())
                            .write(wanted.file());
                    return "The report is in " + wanted.file() + ".";
                });
    }

    @Override
    Optional<ImagePlus> curves(final Compared<ProbabilityMap, ChallengeScores> compared) {
        return plot && threshold == 0
                ? Optional.of(
                        ScoreCurves.of(compared.together(), compared.title() + "-errors")
                                .getImagePlus())
                : Optional.empty();
    }

    @Override
    Optional<ImagePlus> mistakes(
            final Compared<ProbabilityMap, ChallengeScores> compared, final Progress progress) {
        if (!picture) {
            return Optional.empty();
        }
        final double shown =
                threshold == 0 ? compared.together().warpingError().threshold() : threshold;
        return Optional.of(new ProbabilityFigures(compared).mistakes(shown, progress));
    }
}
