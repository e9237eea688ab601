package io.github.unetfiji.evaluate;

/**
 * Counts of pairs of pixels that lie in one segment, from which the Rand index is computed. Kept as ordered pairs
 * (n^2);
 * the other convention follows from them exactly.
 *
 * @param pixels pixels compared, n
 * @param all all pairs, n^2 (summed over slices: a pair lies in one slice)
 * @param truth pairs in one segment of the truth, TP + FN
 * @param proposal pairs in one segment of the proposal, TP + FP
 * @param both pairs in one segment of both, TP
 */
public record PairCounts(double pixels, double all, double truth, double proposal, double both) {

    /** No pairs. */
    public static final PairCounts NONE = new PairCounts(0, 0, 0, 0, 0);

    /** The pairs of all pixels of a slice; every row and column is a segment. */
    static PairCounts of(final OverlapTable table) {
        double pixels = 0;
        double truth = 0;
        for (int row = 0; row < table.rowCount(); row++) {
            pixels += table.rowSum(row);
            truth += square(table.rowSum(row));
        }
        double proposal = 0;
        for (int column = 0; column < table.columnCount(); column++) {
            proposal += square(table.columnSum(column));
        }
        double both = 0;
        for (int entry = 0; entry < table.size(); entry++) {
            both += square(table.count(entry));
        }
        return new PairCounts(pixels, square(pixels), truth, proposal, both);
    }

    private static double square(final double size) {
        return size * size;
    }

    /** The pairs of two slices together. */
    public PairCounts plus(final PairCounts other) {
        return new PairCounts(
                pixels + other.pixels,
                all + other.all,
                truth + other.truth,
                proposal + other.proposal,
                both + other.both);
    }

    /** TP / (TP + FP): falls with mergers. */
    public double precision(final PairConvention convention) {
        return PixelCounts.ratio(in(both, convention), in(proposal, convention));
    }

    /** TP / (TP + FN): falls with splits. */
    public double recall(final PairConvention convention) {
        return PixelCounts.ratio(in(both, convention), in(truth, convention));
    }

    /** Harmonic mean of {@link #precision} and {@link #recall}. */
    public double fScore(final PairConvention convention) {
        return PixelCounts.ratio(
                2 * in(both, convention), in(truth, convention) + in(proposal, convention));
    }

    /** 1 - Rand index: the share of all pairs on which truth and proposal differ. */
    public double randError(final PairConvention convention) {
        // NB: a pixel never differs from itself, so that only the number of all pairs knows it.
        final double differing = truth + proposal - 2 * both;
        final boolean ordered = convention == PairConvention.N_SQUARED;
        return 1
                - PixelCounts.ratio(
                        in(all, convention) - (ordered ? 1 : 0.5) * differing, in(all, convention));
    }

    /** Converts ordered pairs, a pixel with itself included, to a convention. */
    private double in(final double pairs, final PairConvention convention) {
        return convention == PairConvention.N_SQUARED ? pairs : (pairs - pixels) / 2;
    }

    /**
     * How the Rand index counts pairs of pixels.
     *
     * <p>The two differ by the pairs of a pixel with itself. Report which one was used: the 2012 challenge
     * counted {@link #N_CHOOSE_2}, the analysis of 2015 (Arganda-Carreras et al.) {@link #N_SQUARED}.
     */
    public enum PairConvention {
        /** Ordered pairs, a pixel with itself included: n^2. */
        N_SQUARED,
        /** Pairs of two different pixels: n (n - 1) / 2. */
        N_CHOOSE_2
    }
}
