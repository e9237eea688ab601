package io.github.unetfiji.evaluate;

import io.github.unetfiji.evaluate.PairCounts.PairConvention;
import io.github.unetfiji.evaluate.ThresholdCurve.Score;
import java.util.List;

/**
 * The errors of the ISBI 2012 challenge, of one slice or of a stack: a curve over the thresholds for
 * each metric, and the best of each.
 *
 * <p>Source: http://brainiac2.mit.edu/isbi_challenge/evaluation; Arganda-Carreras et al. 2015,
 * doi:10.3389/fnana.2015.00142. Pitfall: "the Rand error" of papers before and after 2015 differs
 * (convention, thinning): say which.
 *
 * @param pixels pixels that agree and differ
 * @param regions agreement of segments, with the membranes of the proposal as they are
 * @param thinned agreement of segments after the membranes of the proposal were thinned to lines
 * @param warping mistakes in topology
 * @param warpingLast the last threshold at which the warping error may be least
 */
public record ChallengeScores(
        ThresholdCurve<PixelCounts> pixels,
        ThresholdCurve<RegionAgreement> regions,
        ThresholdCurve<RegionAgreement> thinned,
        ThresholdCurve<WarpingError> warping,
        double warpingLast) {

    /** 1 - max F of the pixels; of a stack, of the counts summed over the slices. */
    public Score pixelError() {
        return pixels.highest(PixelCounts::fScore).complement();
    }

    /** 1 - max F of the pairs; of a stack, of the pairs summed over the slices. */
    public Score randError(final PairConvention convention) {
        return regions.highest(value -> value.pairs().fScore(convention)).complement();
    }

    /**
     * 1 - max F of the pairs of all pixels, membrane counted as one segment: the Rand error without
     * restriction to the foreground, in pairs of different pixels.
     */
    public Score unrestrictedRandError() {
        return regions.highest(value -> value.whole().fScore(PairConvention.N_CHOOSE_2))
                .complement();
    }

    /** max V_Rand after thinning; of a stack, of the mean over the slices. */
    public Score vRand() {
        return thinned.highest(RegionAgreement::vRand);
    }

    /** max V_Info after thinning; of a stack, of the mean over the slices. */
    public Score vInfo() {
        return thinned.highest(RegionAgreement::vInfo);
    }

    /**
     * min (splits + mergers) / pixels.
     *
     * <p>NB: it can be gamed, an empty binary proposal scores 0: show the threshold and {@link
     * #warpingAtBest()} with it.
     */
    public Score warpingError() {
        return warping.upTo(warpingLast).lowest(WarpingError::value);
    }

    /**
     * Mismatches of all kinds at the threshold of {@link #warpingError()}; {@link WarpingError#NONE} if the warping
     * error was not asked for.
     */
    public WarpingError warpingAtBest() {
        final double threshold = warpingError().threshold();
        return warping.points().stream()
                .filter(point -> point.threshold() == threshold)
                .map(ThresholdCurve.Point::value)
                .findFirst()
                .orElse(WarpingError.NONE);
    }

    /**
     * The scores of slices together, whatever their sizes: counts are summed, so that every pixel has the same
     * weight; only V_Rand and V_Info are means over the slices.
     *
     * @param slices at least one; all evaluated with the same settings
     */
    public static ChallengeScores over(final List<ChallengeScores> slices) {
        return new ChallengeScores(
                ThresholdCurve.together(
                        slices.stream().map(ChallengeScores::pixels).toList(),
                        counts -> counts.stream().reduce(PixelCounts.NONE, PixelCounts::plus)),
                ThresholdCurve.together(
                        slices.stream().map(ChallengeScores::regions).toList(),
                        RegionAgreement::over),
                ThresholdCurve.together(
                        slices.stream().map(ChallengeScores::thinned).toList(),
                        RegionAgreement::over),
                ThresholdCurve.together(
                        slices.stream().map(ChallengeScores::warping).toList(),
                        errors -> errors.stream().reduce(WarpingError.NONE, WarpingError::plus)),
                slices.get(0).warpingLast);
    }
}
