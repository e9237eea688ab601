package io.github.unetfiji.labels;

import java.util.Arrays;

/**
 * The lower envelope of parabolas (x - s)^2 + g(s)^2 with integer sites s and integer distances
 * g(s): the squared distance along a row to the nearest of them, exact and in linear time.
 *
 * <p>Without their common x^2 the parabolas are straight lines -2 s x + (s^2 + g(s)^2), sorted by
 * slope; their envelope is built on a stack. Whether a line is hidden is decided by comparing
 * products of integers, so that nothing is rounded and nothing is divided. All products stay below
 * 2^63 for rows and columns of up to {@link #MAX_SIDE} px.
 *
 * <p>Reference: Felzenszwalb & Huttenlocher, Distance Transforms of Sampled Functions, 2012, section
 * 2, doi:10.4086/toc.2012.v008a019. Used by one thread.
 */
final class LowerEnvelope {

    static final int MAX_SIDE = 1 << 20;

    private final int[] site;
    private final int[] start;
    private final long[] height;
    private int size;

    /**
     * @param width number of pixels of a row
     */
    LowerEnvelope(final int width) {
        site = new int[width];
        start = new int[width];
        height = new long[width];
    }

    /**
     * Takes the parabolas of columns from..to-1 of a row: their sites that are not of a cell.
     *
     * <p>NB: the uppermost two lines a and b of the stack are kept in local variables.
     *
     * @param columns the columns' distances
     * @param except the cell left out, 0 = none
     */
    void build(final ColumnState columns, final int except, final int from, final int to) {
        final int[] first = columns.first;
        final int[] second = columns.second;
        final int[] cell = columns.cell;
        int n = 0;
        int a = 0;
        int b = 0;
        long ha = 0;
        long hb = 0;
        for (int c = from; c < to; c++) {
            final long distance = cell[c] == except ? second[c] : first[c];
            if (distance >= ColumnState.NONE) {
                continue;
            }
            final long hc = distance * distance + (long) c * c;
            while (n > 1 && hidden(a, ha, b, hb, c, hc)) {
                n--;
                b = a;
                hb = ha;
                if (n > 1) {
                    a = site[n - 2];
                    ha = height[n - 2];
                }
            }
            a = b;
            ha = hb;
            b = c;
            hb = hc;
            site[n] = c;
            height[n++] = hc;
        }
        size = n;
    }

    /**
     * Whether line b is nowhere below its neighbours a and c: a meets b at (hb - ha) / 2(b - a), b
     * meets c at (hc - hb) / 2(c - b), not before.
     */
    private static boolean hidden(
            final int a, final long ha, final int b, final long hb, final int c, final long hc) {
        return (hb - ha) * (c - b) >= (hc - hb) * (b - a);
    }

    /**
     * Values of the envelope at x = from..to-1. Afterwards only the sites that are nearest somewhere
     * in from..to-1 are left, with the pixels where they begin to be so.
     *
     * @param squared receives the squared distance to the nearest site, +Infinity without sites; a
     *     whole number below 2^42
     */
    void evaluate(final int from, final int to, final double[] squared) {
        if (size == 0) {
            Arrays.fill(squared, from, to, Double.POSITIVE_INFINITY);
            return;
        }
        int left = 0;
        int x = from;
        for (int k = 0; k < size && x < to; k++) {
            final int s = site[k];
            final long h = height[k];
            // NB: the last site never gives way; others do from where the next is as near.
            final boolean last = k + 1 == size;
            final long rise = last ? Long.MAX_VALUE : height[k + 1] - h;
            final long slope = last ? 0 : 2L * (site[k + 1] - s);
            if (rise > slope * x) {
                site[left] = s;
                start[left++] = x;
                do {
                    squared[x] = h + x * (x - 2L * s);
                    x++;
                } while (x < to && rise > slope * x);
            }
        }
        size = left;
    }

    /** Number of sites. */
    int size() {
        return size;
    }

    /** The k-th site from the left. */
    int site(final int k) {
        return site[k];
    }

    /** The first pixel that the k-th site is nearest to, after {@link #evaluate}. */
    int start(final int k) {
        return start[k];
    }
}
