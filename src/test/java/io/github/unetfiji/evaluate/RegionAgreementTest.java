package io.github.unetfiji.evaluate;

import static io.github.unetfiji.evaluate.PairCounts.PairConvention.N_CHOOSE_2;
import static io.github.unetfiji.evaluate.PairCounts.PairConvention.N_SQUARED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegionAgreementTest {

    private static final double EXACT = 1e-12;

    @Test
    void twoCellsMergedIntoOne() {
        final RegionAgreement agreement =
                RegionAgreement.of(new int[] {1, 1, 0, 2, 2}, 2, new int[] {1, 1, 1, 1, 1}, 1);
        // 8 of 16 ordered pairs lie in one cell, all in one segment
        assertEquals(new PairCounts(4, 16, 8, 16, 8), agreement.pairs());
        assertEquals(2 * 8 / 24.0, agreement.pairs().fScore(N_SQUARED), EXACT);
        assertEquals(2 * 2 / 8.0, agreement.pairs().fScore(N_CHOOSE_2), EXACT);
        assertEquals(8 / 16.0, agreement.randError(N_SQUARED), EXACT);
        assertEquals(4 / 6.0, agreement.randError(N_CHOOSE_2), EXACT);
        assertEquals(1, agreement.pairs().recall(N_CHOOSE_2));
        assertEquals(1 / 3.0, agreement.pairs().precision(N_CHOOSE_2), EXACT);
        assertEquals(0, agreement.vInfo());
        assertEquals(Math.log(2), agreement.variationOfInformation(), EXACT);
    }

    @Test
    void membraneInsideACellIsSegmentsOfOnePixel() {
        final RegionAgreement agreement =
                RegionAgreement.of(new int[] {1, 1, 1, 1, 0}, 1, new int[] {1, 1, 0, 0, 0}, 1);
        assertEquals(new PairCounts(4, 16, 16, 6, 6), agreement.pairs());
    }

    @Test
    void thePairsOfAllPixelsCountMembraneAsOneSegment() {
        final RegionAgreement agreement =
                RegionAgreement.of(new int[] {1, 1, 0, 0, 2}, 2, new int[] {1, 0, 0, 1, 1}, 1);
        assertEquals(new PairCounts(5, 25, 9, 13, 5), agreement.whole());
    }

    @Test
    void oneCellFoundIsPerfectAndNoCellIsNoNumber() {
        final RegionAgreement one =
                RegionAgreement.of(new int[] {1, 1, 0}, 1, new int[] {1, 1, 1}, 1);
        assertEquals(1, one.vInfo());
        assertEquals(1, one.vRand());
        final RegionAgreement none =
                RegionAgreement.of(new int[] {0, 0, 0}, 0, new int[] {1, 1, 1}, 1);
        assertEquals(Double.NaN, none.vRand());
        assertEquals(Double.NaN, none.vInfo());
        final RegionAgreement stack = RegionAgreement.over(List.of(none, one));
        assertEquals(1, stack.vRand());
        assertEquals(1, stack.vInfo());
        assertEquals(0, stack.variationOfInformation());
    }

    @Test
    void ofAStackTheFOfTheSumIsNotTheMeanF() {
        final RegionAgreement good = RegionAgreement.of(new int[] {1, 2}, 2, new int[] {1, 2}, 2);
        final RegionAgreement bad =
                RegionAgreement.of(new int[] {1, 1, 2, 2}, 2, new int[] {1, 1, 1, 1}, 1);
        final RegionAgreement stack = RegionAgreement.over(List.of(good, bad));
        assertEquals((1 + 2 / 3.0) / 2, stack.vRand(), EXACT);
        assertEquals(2 * 10 / 28.0, stack.pairs().fScore(N_SQUARED), EXACT);
        assertEquals(0.5, stack.vInfo(), EXACT);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void equalsCountingEveryPair(final long seed) {
        final Random random = new Random(seed);
        final int[] truth = random.ints(300, 0, 9).toArray();
        final int[] proposal = random.ints(300, 0, 13).toArray();
        for (int i = 0; i < truth.length; i += 2) {
            proposal[i] = truth[i] / 2;
        }
        final RegionAgreement agreement = RegionAgreement.of(truth, 8, proposal, 12);
        assertEquals(NaiveEvaluation.pairs(truth, proposal), agreement.pairs());
        final IntPredicate[] inTruth = segments(8, (id, i) -> truth[i] == id);
        final IntPredicate[] inProposal =
                segments(
                        12 + truth.length,
                        (id, i) -> id > 12 ? proposal[i] == 0 && i == id - 13 : proposal[i] == id);
        final IntPredicate[] inBoth =
                IntStream.range(0, inTruth.length * inProposal.length)
                        .mapToObj(
                                k ->
                                        inTruth[k % inTruth.length].and(
                                                inProposal[k / inTruth.length]))
                        .toArray(IntPredicate[]::new);
        final double h = NaiveEvaluation.entropy(truth, inTruth);
        final double g = NaiveEvaluation.entropy(truth, inProposal);
        final double joint = NaiveEvaluation.entropy(truth, inBoth);
        assertEquals(2 * joint - h - g, agreement.variationOfInformation(), 1e-10);
        assertEquals(2 * (h + g - joint) / (h + g), agreement.vInfo(), 1e-10);
    }

    private interface Membership {
        boolean has(int id, int pixel);
    }

    private static IntPredicate[] segments(final int number, final Membership membership) {
        return IntStream.rangeClosed(1, number)
                .mapToObj(id -> (IntPredicate) pixel -> membership.has(id, pixel))
                .toArray(IntPredicate[]::new);
    }
}
