package io.github.unetfiji.report;

import io.github.unetfiji.evaluate.ChallengeScores;
import io.github.unetfiji.evaluate.Curve;
import io.github.unetfiji.evaluate.PairConvention;
import io.github.unetfiji.evaluate.Score;
import io.github.unetfiji.evaluate.WarpingError;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * An error over the thresholds. Arrays are not copied.
 *
 * @param name for the legend
 * @param thresholds ascending
 * @param errors as many
 * @param best the least of them; NaN if none is a number
 */
record ScoreCurve(String name, double[] thresholds, double[] errors, Score best) {

    /** The curves of the metrics that were asked for. */
    static List<ScoreCurve> of(final ChallengeScores scores) {
        final Curve<WarpingError> warping = scores.warping().upTo(scores.warpingLast());
        return Stream.of(
                        of(
                                "Pixel error",
                                scores.pixels(),
                                pixels -> 1 - pixels.fScore(),
                                scores.pixelError()),
                        of(
                                "Rand error",
                                scores.regions(),
                                regions -> 1 - regions.pairs().fScore(PairConvention.N_CHOOSE_2),
                                scores.randError(PairConvention.N_CHOOSE_2)),
                        of("Warping error", warping, WarpingError::value, scores.warpingError()),
                        of(
                                "1 - V_Rand",
                                scores.thinned(),
                                regions -> 1 - regions.vRand(),
                                scores.vRand().complement()),
                        of(
                                "1 - V_Info",
                                scores.thinned(),
                                regions -> 1 - regions.vInfo(),
                                scores.vInfo().complement()))
                .filter(curve -> curve.thresholds.length > 0)
                .toList();
    }

    private static <T> ScoreCurve of(
            final String name,
            final Curve<T> curve,
            final ToDoubleFunction<T> error,
            final Score best) {
        return new ScoreCurve(
                name,
                curve.points().stream().mapToDouble(Curve.Point::threshold).toArray(),
                curve.points().stream()
                        .mapToDouble(point -> error.applyAsDouble(point.value()))
                        .toArray(),
                best);
    }
}
