package io.github.unetfiji.evaluate;

import io.github.unetfiji.evaluate.PairCounts.PairConvention;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * Agreement between the segments of a proposal and those of the truth, restricted to the foreground of the truth:
 * pixels of its membrane are left out, and each pixel of the proposal's membrane inside a true cell counts as a
 * segment of its own.
 *
 * <p>With n pixels, n_ij of them in true segment i and proposal segment j, n_i0 in true segment i
 * and the proposal's membrane, a_i = sum_j n_ij + n_i0 and b_j = sum_i n_ij:
 *
 * <pre>
 * TP      = sum n_ij^2 + sum n_i0
 * TP + FP = sum b_j^2  + sum n_i0
 * TP + FN = sum a_i^2
 * V_Rand  = 2 TP / (TP + FP + TP + FN)
 * V_Info  = 2 I(S; T) / (H(S) + H(T))         natural logarithm
 * VI      = H(S | T) + H(T | S)
 * </pre>
 *
 * <p>Source: Arganda-Carreras et al., Crowdsourcing the creation of image segmentation algorithms for
 * connectomics, 2015, doi:10.3389/fnana.2015.00142 (alpha = 1/2).
 *
 * <p>Pitfall: V_Info is 0 if the proposal is one segment, however small the gap in the membrane through which all
 * cells merged. It is 1 if truth and proposal are one segment each.
 *
 * <p>Means over slices leave out slices whose truth has no cell. NB: F of the summed pairs (the Rand
 * error) and the mean F of the slices (V_Rand) are two numbers.
 *
 * @param slicePairs the pairs of pixels of each slice
 * @param whole the pairs of all pixels, membrane counted as one segment, summed over slices: the Rand
 *     index without restriction
 * @param vInfo F of the information; of several slices their mean
 * @param variationOfInformation VI, in nats; of several slices their mean
 */
public record RegionAgreement(
        List<PairCounts> slicePairs,
        PairCounts whole,
        double vInfo,
        double variationOfInformation) {

    public RegionAgreement {
        slicePairs = List.copyOf(slicePairs);
    }

    /**
     * Compares two labellings of one slice.
     *
     * @param truth dense ids 1..truthCount, 0 = membrane
     * @param proposal dense ids 1..proposalCount, 0 = membrane
     * @return NaN for all scores where the truth has no cell
     */
    static RegionAgreement of(
            final int[] truth,
            final int truthCount,
            final int[] proposal,
            final int proposalCount) {
        final OverlapTable table =
                OverlapTable.of(truth, truthCount + 1, proposal, proposalCount + 1);
        final double pixels = truth.length - table.rowSum(0);
        final Sums a = new Sums();
        for (int row = 1; row < table.rowCount(); row++) {
            a.add(table.rowSum(row));
        }
        final long[] inside = new long[table.columnCount()];
        final Sums joint = new Sums();
        for (int entry = 0; entry < table.size(); entry++) {
            if (table.row(entry) > 0) {
                inside[table.column(entry)] += table.count(entry);
                if (table.column(entry) > 0) {
                    joint.add(table.count(entry));
                }
            }
        }
        final Sums b = new Sums();
        for (int column = 1; column < inside.length; column++) {
            b.add(inside[column]);
        }
        // NB: a segment of one pixel adds 1 to the squares and 0 to n ln n.
        final PairCounts pairs =
                new PairCounts(
                        pixels,
                        pixels * pixels,
                        a.squares,
                        b.squares + inside[0],
                        joint.squares + inside[0]);
        final double trueEntropy = entropy(a, pixels);
        final double proposalEntropy = entropy(b, pixels);
        final double jointEntropy = entropy(joint, pixels);
        final double mutual = Math.max(0, trueEntropy + proposalEntropy - jointEntropy);
        return new RegionAgreement(
                List.of(pairs),
                PairCounts.of(table),
                pixels == 0
                        ? Double.NaN
                        : PixelCounts.ratio(2 * mutual, trueEntropy + proposalEntropy),
                pixels == 0 ? Double.NaN : 2 * jointEntropy - trueEntropy - proposalEntropy);
    }

    /** The agreement over a stack. */
    static RegionAgreement over(final List<RegionAgreement> slices) {
        return new RegionAgreement(
                slices.stream().flatMap(slice -> slice.slicePairs.stream()).toList(),
                slices.stream()
                        .map(RegionAgreement::whole)
                        .reduce(PairCounts.NONE, PairCounts::plus),
                mean(slices.stream().mapToDouble(RegionAgreement::vInfo)),
                mean(slices.stream().mapToDouble(RegionAgreement::variationOfInformation)));
    }

    /** The pairs of all slices together. */
    public PairCounts pairs() {
        return slicePairs.stream().reduce(PairCounts.NONE, PairCounts::plus);
    }

    /** F of the pairs, n^2; of several slices their mean. */
    public double vRand() {
        return meanOfPairs(pairs -> pairs.fScore(PairConvention.N_SQUARED));
    }

    /** 1 - Rand index; of several slices their mean. */
    public double randError(final PairConvention convention) {
        return meanOfPairs(pairs -> pairs.randError(convention));
    }

    private double meanOfPairs(final ToDoubleFunction<PairCounts> score) {
        return mean(slicePairs.stream().filter(p -> p.pixels() > 0).mapToDouble(score));
    }

    /** The mean of the numbers, NaN if there is none. */
    private static double mean(final DoubleStream values) {
        return values.filter(value -> !Double.isNaN(value)).average().orElse(Double.NaN);
    }

    /** - sum p ln p, with p = size / pixels, from sum size ln size. */
    private static double entropy(final Sums sums, final double pixels) {
        return Math.max(0, Math.log(pixels) - sums.logs / pixels);
    }

    /** Sums over segments of their size: of its square, and of size ln size. */
    private static final class Sums {

        private double squares;
        private double logs;

        private void add(final double size) {
            squares += size * size;
            logs += size > 0 ? size * Math.log(size) : 0;
        }
    }
}
