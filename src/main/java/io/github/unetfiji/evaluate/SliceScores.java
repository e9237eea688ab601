package io.github.unetfiji.evaluate;

import io.github.unetfiji.labels.ConnectedComponents;
import io.github.unetfiji.labels.Connectivity;
import io.github.unetfiji.labels.LabelMap;
import java.util.ArrayList;
import java.util.List;

/** Computes the errors of the ISBI 2012 challenge of one slice at all thresholds. */
final class SliceScores {

    private final ProbabilityMap prediction;
    private final boolean[] truth;
    private final LabelMap trueCells;
    private final int trueCount;
    private final EvaluationSettings settings;

    private final List<ThresholdCurve.Point<PixelCounts>> pixels = new ArrayList<>();
    private final List<ThresholdCurve.Point<RegionAgreement>> regions = new ArrayList<>();
    private final List<ThresholdCurve.Point<RegionAgreement>> thinned = new ArrayList<>();
    private final List<ThresholdCurve.Point<WarpingError>> warping = new ArrayList<>();

    private SliceScores(
            final ProbabilityMap prediction,
            final LabelMap labels,
            final EvaluationSettings settings) {
        this.prediction = prediction;
        this.settings = settings;
        truth = new boolean[labels.labels().length];
        for (int i = 0; i < truth.length; i++) {
            truth[i] = labels.labels()[i] > 0;
        }
        trueCells = components(truth);
        trueCount = trueCells.maxId();
    }

    static ChallengeScores of(
            final ProbabilityMap prediction,
            final LabelMap truth,
            final EvaluationSettings settings,
            final SharedProgress steps) {
        final SliceScores scores = new SliceScores(prediction, truth, settings);
        for (int t = 0; t < settings.thresholds().size(); t++) {
            scores.at(settings.thresholds().get(t));
            steps.next();
        }
        return new ChallengeScores(
                new ThresholdCurve<>(scores.pixels),
                new ThresholdCurve<>(scores.regions),
                new ThresholdCurve<>(scores.thinned),
                new ThresholdCurve<>(scores.warping),
                settings.warpingLast());
    }

    private void at(final double threshold) {
        final boolean[] mask = prediction.above(threshold);
        if (asked(Metric.PIXEL)) {
            pixels.add(new ThresholdCurve.Point<>(threshold, PixelCounts.of(mask, truth)));
        }
        if (asked(Metric.RAND) || asked(Metric.THINNED)) {
            final LabelMap cells = components(mask);
            if (asked(Metric.RAND)) {
                regions.add(new ThresholdCurve.Point<>(threshold, agreement(cells)));
            }
            if (asked(Metric.THINNED)) {
                thinned.add(new ThresholdCurve.Point<>(threshold, agreement(Thinning.of(cells))));
            }
        }
        if (asked(Metric.WARPING)) {
            final MismatchMap mistakes =
                    MismatchMap.of(truth, prediction, threshold, settings.radius());
            warping.add(new ThresholdCurve.Point<>(threshold, mistakes.error()));
        }
    }

    private RegionAgreement agreement(final LabelMap cells) {
        return RegionAgreement.of(trueCells.labels(), trueCount, cells.labels(), cells.maxId());
    }

    private boolean asked(final Metric metric) {
        return settings.metrics().contains(metric);
    }

    private LabelMap components(final boolean[] mask) {
        return ConnectedComponents.of(
                mask, prediction.width(), prediction.height(), Connectivity.FOUR);
    }
}
