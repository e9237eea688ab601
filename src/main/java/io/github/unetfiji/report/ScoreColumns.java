package io.github.unetfiji.report;

import io.github.unetfiji.evaluate.ChallengeScores;
import io.github.unetfiji.evaluate.ClassScores;
import io.github.unetfiji.evaluate.Metric;
import io.github.unetfiji.evaluate.ObjectScores;
import io.github.unetfiji.evaluate.ObjectScores.ObjectCounts;
import io.github.unetfiji.evaluate.PairCounts.PairConvention;
import io.github.unetfiji.evaluate.ThresholdCurve.Score;
import io.github.unetfiji.evaluate.WarpingError.MismatchCounts;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Converts scores to columns of a table: numbers by their headings, in order. The threshold of a score has the
 * heading of the score and {@code " at"}.
 */
public final class ScoreColumns {

    private static final String AT = " at";
    private static final MathContext DIGITS = new MathContext(4);
    private static final double LAST_DIGIT = 1e9;

    private final Map<String, Double> numbers = new LinkedHashMap<>();

    private ScoreColumns() {}

    /** The errors that were asked for, each at its best threshold; warping also with its mistakes there. */
    public static Map<String, Double> of(final ChallengeScores scores, final Set<Metric> metrics) {
        final ScoreColumns columns = new ScoreColumns();
        if (metrics.contains(Metric.PIXEL)) {
            columns.add("Pixel error", scores.pixelError());
        }
        if (metrics.contains(Metric.RAND)) {
            columns.add("Rand error n^2", scores.randError(PairConvention.N_SQUARED));
            columns.add("Rand error n-choose-2", scores.randError(PairConvention.N_CHOOSE_2));
        }
        if (metrics.contains(Metric.THINNED)) {
            columns.add("V_Rand", scores.vRand());
            columns.add("V_Info", scores.vInfo());
        }
        if (metrics.contains(Metric.WARPING)) {
            columns.add("Warping error", scores.warpingError());
            columns.add(scores.warpingAtBest().mistakes());
        }
        return columns.numbers;
    }

    /** IoU and Dice of each class, and their means over the classes that occur. */
    public static Map<String, Double> of(final ClassScores scores) {
        final ScoreColumns columns = new ScoreColumns();
        for (int c = 0; c < scores.classes().size(); c++) {
            final boolean occurs = scores.occurs(c);
            columns.add("IoU " + c, occurs ? scores.classes().get(c).iou() : Double.NaN);
            columns.add("Dice " + c, occurs ? scores.classes().get(c).fScore() : Double.NaN);
        }
        columns.add("Mean IoU", scores.meanIou());
        columns.add("Mean Dice", scores.meanDice());
        return columns.numbers;
    }

    /** Cells found, made up and missed at an IoU above 0.5, and average precisions. */
    public static Map<String, Double> of(final ObjectScores scores) {
        final ScoreColumns columns = new ScoreColumns();
        final ObjectCounts counts = scores.counts().get(0);
        columns.add("Found", counts.found());
        columns.add("Extra", counts.extra());
        columns.add("Missed", counts.missed());
        columns.add("Precision", counts.precision());
        columns.add("Recall", counts.recall());
        columns.add("F1", counts.f1());
        for (final int k : new int[] {0, ObjectScores.THRESHOLDS / 2}) {
            columns.add(
                    "AP " + ObjectScores.threshold(k), scores.counts().get(k).averagePrecision());
        }
        columns.add("Mean AP", scores.meanAveragePrecision());
        return columns.numbers;
    }

    /** The numbers as a phrase: {@code Pixel error 0.05 at 0.5, V_Rand 0.97 at 0.6}. */
    public static String words(final Map<String, Double> numbers) {
        final StringBuilder words = new StringBuilder();
        numbers.forEach(
                (heading, number) -> {
                    final boolean threshold = heading.endsWith(AT);
                    if (!number.isNaN()) {
                        words.append(words.isEmpty() || threshold ? "" : ", ")
                                .append(threshold ? AT : heading)
                                .append(' ')
                                .append(
                                        new BigDecimal(number)
                                                .round(DIGITS)
                                                .stripTrailingZeros()
                                                .toPlainString());
                    }
                });
        return words.toString();
    }

    private void add(final MismatchCounts mistakes) {
        add("Splits", mistakes.splits());
        add("Mergers", mistakes.mergers());
        add("Object additions", mistakes.objectAdditions());
        add("Object deletions", mistakes.objectDeletions());
        add("Hole additions", mistakes.holeAdditions());
        add("Hole deletions", mistakes.holeDeletions());
    }

    private void add(final String heading, final Score score) {
        add(heading, score.value());
        // NB: thresholds are sums of 0.1, and 0.30000000000000004 would not be found again.
        add(heading + AT, Math.rint(score.threshold() * LAST_DIGIT) / LAST_DIGIT);
    }

    private void add(final String heading, final double number) {
        numbers.put(heading, number);
    }
}
