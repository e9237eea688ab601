package io.github.unetfiji.evaluate;

import static io.github.unetfiji.evaluate.PairCounts.PairConvention.N_CHOOSE_2;
import static io.github.unetfiji.evaluate.PairCounts.PairConvention.N_SQUARED;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.unetfiji.Progress;
import io.github.unetfiji.evaluate.WarpingError.MismatchCounts;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every error is the one that the challenge's own code computed. */
class ChallengeReferenceTest {

    private static final double EXACT = 1e-9;
    private static final double THINNED = 1e-6;
    private static final List<String> KINDS =
            List.of(
                    "splits",
                    "mergers",
                    "holeAdditions",
                    "holeDeletions",
                    "objectAdditions",
                    "objectDeletions");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "p2_dilate1_256",
                "p4_merges_256",
                "p5_splits_256",
                "p7_const05_256",
                "p11_nonsquare_96x160",
                "s1_stack3_128"
            })
    void matches(final String name) throws Exception {
        final ReferenceImages images = ReferenceImages.in("metrics");
        final Map<String, Object> expected = map(map(images.expected(), "pairs"), name);
        final Evaluation evaluation =
                Evaluation.of(
                        images.probabilities(name + "_proposal"),
                        images.labels(name + "_label"),
                        EvaluationSettings.builder().optThreads(2).build(),
                        Progress.NONE);
        final ChallengeScores stack = evaluation.stack();
        best(stack, map(expected, "official"));
        old(stack, map(expected, "era2014"));
        other(stack, map(expected, "other"));
        @SuppressWarnings("unchecked")
        final List<Map<String, Object>> thresholds =
                (List<Map<String, Object>>) expected.get("perThreshold");
        assertEquals(thresholds.size(), stack.pixels().points().size());
        for (int t = 0; t < thresholds.size(); t++) {
            final int index = t;
            assertAll(
                    name + " at " + thresholds.get(t).get("th"),
                    () -> pixels(stack.pixels().points().get(index), thresholds.get(index)),
                    () -> regions(stack.regions().points().get(index), thresholds.get(index)),
                    () -> thinned(stack.thinned().points().get(index), thresholds.get(index)),
                    () -> warping(stack.warping().points().get(index), thresholds.get(index)));
        }
    }

    private static void best(final ChallengeScores actual, final Map<String, Object> expected) {
        near(expected, "pixelError_1-maxF(0,1,.1)", actual.pixelError().value(), EXACT);
        near(
                expected,
                "warpingError_minSplitsMergers(0,.9,.1,false,20)",
                actual.warpingError().value(),
                EXACT);
        near(
                expected,
                "randError_foregroundRestricted_1-maxF(0,1,.1)",
                actual.randError(N_SQUARED).value(),
                EXACT);
        near(
                expected,
                "randError_standard_1-maxF(0,1,.1)",
                actual.unrestrictedRandError().value(),
                EXACT);
        near(expected, "VRand_thinned_max(0,1,.1,true)", actual.vRand().value(), THINNED);
        near(expected, "VInfo_thinned_max(0,1,.1)", actual.vInfo().value(), THINNED);
        final RegionAgreement atZero = actual.thinned().points().get(0).value();
        near(expected, "VRand_thinned_max(0,0,.1,true)_binaryProposal", atZero.vRand(), THINNED);
        near(expected, "VInfo_thinned_max(0,0,.1)_binaryProposal", atZero.vInfo(), THINNED);
    }

    /** The code of 2014 counted pairs of different pixels. */
    private static void old(final ChallengeScores actual, final Map<String, Object> expected) {
        near(
                expected,
                "randError_1-maxF(0,1,.1)_nChoose2_gtBackgroundPruned",
                actual.randError(N_CHOOSE_2).value(),
                EXACT);
        near(
                expected,
                "warpingError_minSplitsMergers(0,.9,.1,false,20)",
                actual.warpingError().value(),
                EXACT);
        final List<?> scores = (List<?>) expected.get("randFscore_perThreshold(0,1,.1)");
        for (int t = 0; t < scores.size(); t++) {
            final PairCounts pairs = actual.regions().points().get(t).value().pairs();
            assertEquals(((Number) scores.get(t)).doubleValue(), pairs.fScore(N_CHOOSE_2), EXACT);
        }
    }

    private static void other(final ChallengeScores actual, final Map<String, Object> expected) {
        near(
                expected,
                "pixelError_minOverThresholds(0,1,.1)",
                actual.pixels().lowest(PixelCounts::disagreement).value(),
                EXACT);
        near(
                expected,
                "VI_foregroundRestricted_minOverThresholds(0,1,.1)",
                actual.regions().lowest(RegionAgreement::variationOfInformation).value(),
                EXACT);
        near(
                expected,
                "VInfo_foregroundRestricted_maxF(0,1,.1)",
                actual.regions().highest(RegionAgreement::vInfo).value(),
                EXACT);
        near(
                expected,
                "warpingError_classic_minOverThresholds(0,1,.1)",
                actual.warping().lowest(WarpingError::classic).value(),
                EXACT);
    }

    private static void pixels(
            final ThresholdCurve.Point<PixelCounts> actual, final Map<String, Object> expected) {
        near(expected, "th", actual.threshold(), 0);
        final PixelCounts counts = actual.value();
        near(expected, "pixelError_bothBinarized", counts.disagreement(), EXACT);
        final Map<String, Object> stats = map(expected, "pixel_stats");
        near(stats, "tp", counts.truePositives(), 0);
        near(stats, "tn", counts.trueNegatives(), 0);
        near(stats, "fp", counts.falsePositives(), 0);
        near(stats, "fn", counts.falseNegatives(), 0);
        near(stats, "precision", counts.precision(), EXACT);
        near(stats, "recall", counts.recall(), EXACT);
        near(stats, "fScore", counts.fScore(), EXACT);
    }

    private static void regions(
            final ThresholdCurve.Point<RegionAgreement> actual,
            final Map<String, Object> expected) {
        final RegionAgreement agreement = actual.value();
        near(
                expected,
                "randError_foregroundRestricted_nChoose2",
                agreement.randError(N_CHOOSE_2),
                EXACT);
        pairs(map(expected, "rand_foregroundRestrictedN2_stats"), agreement, EXACT);
        near(
                map(expected, "rand_foregroundRestrictedN2_stats"),
                "fScore",
                agreement.pairs().fScore(N_SQUARED),
                EXACT);
        near(
                expected,
                "randError_standard_fromStats",
                agreement.whole().randError(N_CHOOSE_2),
                EXACT);
        standard(map(expected, "rand_standard_stats"), agreement.whole());
        near(expected, "VI_foregroundRestricted", agreement.variationOfInformation(), EXACT);
        near(expected, "VInfo_fscore_foregroundRestricted", agreement.vInfo(), EXACT);
    }

    private static void thinned(
            final ThresholdCurve.Point<RegionAgreement> actual,
            final Map<String, Object> expected) {
        final Map<String, Object> stats = map(expected, "rand_thinnedN2_stats_perSliceAverage");
        pairs(stats, actual.value(), THINNED);
        near(stats, "fScore", actual.value().vRand(), THINNED);
        near(expected, "VInfo_thinned", actual.value().vInfo(), THINNED);
    }

    /** The reference sums in another order: its counts carry rounding, ours are whole. */
    private static void standard(final Map<String, Object> expected, final PairCounts actual) {
        final double differing = actual.all() - actual.truth() - actual.proposal() + actual.both();
        near(expected, "tp", (actual.both() - actual.pixels()) / 2, 0);
        near(expected, "fp", (actual.proposal() - actual.both()) / 2, 0);
        near(expected, "fn", (actual.truth() - actual.both()) / 2, 0);
        near(expected, "tn", differing / 2, 0);
        near(expected, "precision", actual.precision(N_CHOOSE_2), EXACT);
        near(expected, "recall", actual.recall(N_CHOOSE_2), EXACT);
        near(expected, "fScore", actual.fScore(N_CHOOSE_2), EXACT);
    }

    private static void pairs(
            final Map<String, Object> expected,
            final RegionAgreement agreement,
            final double tolerance) {
        final PairCounts actual = agreement.pairs();
        near(expected, "tp", actual.both(), 1e-6);
        near(expected, "fp", actual.proposal() - actual.both(), 1e-6);
        near(expected, "fn", actual.truth() - actual.both(), 1e-6);
        near(expected, "precision", actual.precision(N_SQUARED), tolerance);
        near(expected, "recall", actual.recall(N_SQUARED), tolerance);
        near(expected, "metricValue", 1 - agreement.randError(N_SQUARED), tolerance);
    }

    private static void warping(
            final ThresholdCurve.Point<WarpingError> actual, final Map<String, Object> expected) {
        final WarpingError error = actual.value();
        near(expected, "warping_mismatches", error.pixels().total(), 0);
        counts(map(expected, "warping_byType_radius20"), error.pixels());
        counts(map(expected, "warping_byError_radius20"), error.mistakes());
        near(expected, "warpingError_classic", error.classic(), EXACT);
        near(expected, "warpingError_splitsMergers_radius20", error.value(), EXACT);
    }

    private static void counts(final Map<String, Object> expected, final MismatchCounts actual) {
        final List<Long> counts =
                List.of(
                        actual.splits(),
                        actual.mergers(),
                        actual.holeAdditions(),
                        actual.holeDeletions(),
                        actual.objectAdditions(),
                        actual.objectDeletions());
        for (int k = 0; k < KINDS.size(); k++) {
            near(expected, KINDS.get(k), counts.get(k), 0);
        }
    }

    /** A value that is a map records that the reference failed: it is not compared. */
    private static void near(
            final Map<String, Object> expected,
            final String key,
            final double actual,
            final double tolerance) {
        final Object value = expected.get(key);
        if (!(value instanceof Map)) {
            assertEquals(Double.parseDouble(String.valueOf(value)), actual, tolerance, key);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(final Map<String, Object> parent, final String key) {
        return (Map<String, Object>) parent.get(key);
    }
}
