package io.github.unetfiji.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.gui.Plot;
import io.github.unetfiji.Progress;
import io.github.unetfiji.evaluate.ChallengeScores;
import io.github.unetfiji.evaluate.Evaluation;
import io.github.unetfiji.evaluate.EvaluationSettings;
import io.github.unetfiji.evaluate.Metric;
import io.github.unetfiji.evaluate.ProbabilityMap;
import io.github.unetfiji.evaluate.ThresholdCurve.Score;
import io.github.unetfiji.evaluate.Thresholds;
import io.github.unetfiji.labels.LabelMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScoreCurvesTest {

    @Test
    void aCurveHoldsTheErrorAtEveryThreshold() {
        final List<ScoreCurves.Line> curves = ScoreCurves.Line.of(scores(EnumSet.of(Metric.PIXEL)));
        assertEquals(1, curves.size());
        assertEquals("Pixel error", curves.get(0).name());
        assertArrayEquals(new double[] {0, 0.5, 1}, curves.get(0).thresholds());
        // 3 true cells: at 0 one more is said, 1 - 6/7; at 0.5 none wrong; at 1 nothing is said.
        assertArrayEquals(new double[] {1 / 7.0, 0, 1}, curves.get(0).errors(), 1e-12);
        assertEquals(new Score(0, 0.5), curves.get(0).best());
    }

    @Test
    void onlyWhatWasAskedForIsDrawnAndWarpingEndsWhereItMayBeLeast() {
        final List<ScoreCurves.Line> curves =
                ScoreCurves.Line.of(scores(EnumSet.of(Metric.RAND, Metric.WARPING)));
        assertEquals(
                List.of("Rand error", "Warping error"),
                curves.stream().map(ScoreCurves.Line::name).toList());
        assertArrayEquals(new double[] {0, 0.5, 1}, curves.get(0).thresholds());
        assertArrayEquals(new double[] {0, 0.5}, curves.get(1).thresholds());
        // A line and marks each; the best is 0 and has no place on a logarithmic axis.
        // Each has an entry of the legend; all have one caption.
        assertEquals(4 + 2 + 1, objects(EnumSet.of(Metric.RAND, Metric.WARPING)));
        assertEquals(5, ScoreCurves.Line.of(scores(EnumSet.allOf(Metric.class))).size());
    }

    @Test
    void theFrameIsThatOfTheData() {
        final Plot plot = ScoreCurves.of(scores(EnumSet.of(Metric.PIXEL)), "title");
        final double[] limits = plot.getLimits();
        assertEquals("title", plot.getTitle());
        assertArrayEquals(new double[] {-0.02, 1.02, 1 / 7.0 / 1.15, 1.15}, limits, 1e-9);
    }

    @Test
    void withoutAnErrorAboveZeroTheFrameIsFromZeroToOne() {
        final Plot plot = ScoreCurves.of(perfect(), "perfect");
        assertArrayEquals(new double[] {0.48, 0.52, 0, 1}, plot.getLimits(), 1e-12);
        assertEquals(716, plot.getProcessor().getWidth());
        assertEquals(
                3 * 716, plot.makeHighResolution("", 3, true, false).getProcessor().getWidth());
    }

    @Test
    void numbersAreForPeople() {
        assertEquals("0.000353", Numbers.error(0.0003534));
        assertEquals("0.0611", Numbers.error(0.06109));
        assertEquals("0.0120", Numbers.error(0.012));
        assertEquals("0", Numbers.error(0));
        assertEquals("1.00", Numbers.error(1));
        assertEquals("\u2013", Numbers.error(Double.NaN));
        assertEquals("< 0.0000001", Numbers.error(1e-9));
        assertEquals("0.3", Numbers.threshold(0.30000000000000004));
        assertEquals("1", Numbers.threshold(0.9999999999999999));
        assertEquals("0", Numbers.threshold(0));
        assertEquals("0.125", Numbers.threshold(0.125));
        assertEquals("\u2013", Numbers.threshold(Double.NaN));
    }

    private static int objects(final Set<Metric> metrics) {
        return ScoreCurves.of(scores(metrics), "").getPlotObjectDesignations().length;
    }

    private static ChallengeScores perfect() {
        return scores(EnumSet.of(Metric.PIXEL), Thresholds.only(0.5));
    }

    private static ChallengeScores scores(final Set<Metric> metrics) {
        return scores(metrics, Thresholds.steps(0, 1, 0.5));
    }

    private static ChallengeScores scores(final Set<Metric> metrics, final Thresholds thresholds) {
        final float[] prediction = {0.9f, 0.8f, 0, 0.7f, 0.2f};
        final int[] truth = {1, 1, 0, 2, 0};
        return Evaluation.of(
                        List.of(ProbabilityMap.of(prediction, 5, 1)),
                        List.of(LabelMap.of(truth, 5, 1)),
                        EvaluationSettings.builder()
                                .optMetrics(metrics)
                                .optThresholds(thresholds)
                                .build(),
                        Progress.NONE)
                .stack();
    }
}
