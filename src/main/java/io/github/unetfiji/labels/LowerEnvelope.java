package io.github.unetfiji.labels;

import java.util.Arrays;

/**
 * The lower envelope of parabolas (x - s)^2 + g(s)^2 with integer sites s and integer distances
 * g(s): the squared distance along a row to the nearest of them, exact and in linear time.
 *
 * <p>Without their common x^2 the parabolas are straight lines -2 s x + h with h = s^2 + g(s)^2,
 * sorted by slope; their envelope is built on a stack. Whether a line is hidden is decided by
 * comparing products of integers, so that nothing is rounded and nothing is divided. All products
 * stay below 2^63 for rows and columns of up to {@link #MAX_SIDE} px.
 *
 * <p>Reference: Felzenszwalb & Huttenlocher, Distance Transforms of Sampled Functions, 2012, section
 * 2, doi:10.4086/toc.2012.v008a019. Used by one thread.
 */
final class LowerEnvelope {

    static final int MAX_SIDE = 1 << 20;

    private final int width;
    private final int[] site;
    private final int[] start;
    private final long[] height;
    private int size;
    private int walk;

    /**
     * @param width number of pixels of a row
     */
    LowerEnvelope(final int width) {
        this.width = width;
        // NB: one more, where a site may be written that is not kept.
        site = new int[width + 1];
        start = new int[width];
        height = new long[width + 1];
    }

    /**
     * Takes the parabolas of a row.
     *
     * <p>NB: the uppermost two lines a and b of the stack are held in local variables. Collecting the
     * lines first and calling {@link #restack} made a weight map of 512x512 px 9.2 to 10.8 ms.
     *
     * @param distance g(s) at index s, px; {@link ColumnState#NONE} and more: no site
     */
    void build(final int[] distance) {
        int n = 0;
        int a = 0;
        int b = 0;
        long ha = 0;
        long hb = 0;
        for (int c = 0; c < distance.length; c++) {
            final long g = distance[c];
            if (g >= ColumnState.NONE) {
                continue;
            }
            final long hc = g * g + (long) c * c;
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
        walk = 0;
    }

    /**
     * The same, faster where most sites are hidden: lines hidden by the two beside them are dropped
     * in two rounds without branches, before the stack. Which lines a stack drops is hard to
     * foretell, and a processor pays for every wrong guess.
     */
    void buildThinned(final int[] distance) {
        restack(thin(collect(distance)));
    }

    /** Lines of all sites but those that are hidden by the columns beside them. */
    private int collect(final int[] distance) {
        final long none = ColumnState.NONE;
        int n = 0;
        long g = distance[0];
        long west = none * none;
        long here = g * g;
        for (int s = 0; s < width; s++) {
            final long next = s + 1 < width ? distance[s + 1] : none;
            final long east = next * next;
            site[n] = s;
            height[n] = here + (long) s * s;
            // NB: counts if there is a site (g < none) and 2 here < west + east + 2.
            n += (int) (((2 * here - west - east - 2) & (g - none)) >>> 63);
            g = next;
            west = here;
            here = east;
        }
        return n;
    }

    /** Drops lines that are hidden by the two beside them; returns how many of n are left. */
    private int thin(final int n) {
        if (n < 3) {
            return n;
        }
        int left = 1;
        int a = site[0];
        int b = site[1];
        long ha = height[0];
        long hb = height[1];
        for (int i = 2; i < n; i++) {
            final int c = site[i];
            final long hc = height[i];
            site[left] = b;
            height[left] = hb;
            left += (int) (((hb - ha) * (c - b) - (hc - hb) * (b - a)) >>> 63);
            a = b;
            ha = hb;
            b = c;
            hb = hc;
        }
        site[left] = b;
        height[left] = hb;
        return left + 1;
    }

    /** Builds the stack from n lines that are where it will be. */
    private void restack(final int n) {
        int top = 0;
        int a = 0;
        int b = 0;
        long ha = 0;
        long hb = 0;
        for (int i = 0; i < n; i++) {
            final int c = site[i];
            final long hc = height[i];
            while (top > 1 && hidden(a, ha, b, hb, c, hc)) {
                top--;
                b = a;
                hb = ha;
                if (top > 1) {
                    a = site[top - 2];
                    ha = height[top - 2];
                }
            }
            a = b;
            ha = hb;
            b = c;
            hb = hc;
            site[top] = c;
            height[top++] = hc;
        }
        size = top;
        walk = 0;
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
     * Values of the envelope at x = 0..width-1. Afterwards only the sites that are nearest somewhere
     * are left, with the pixels where they begin to be so.
     *
     * @param squared receives the squared distance to the nearest site, +Infinity without sites; a
     *     whole number below 2^42
     */
    void evaluateAll(final double[] squared) {
        if (size == 0) {
            Arrays.fill(squared, Double.POSITIVE_INFINITY);
            return;
        }
        int left = 0;
        int x = 0;
        for (int k = 0; k < size && x < width; k++) {
            final int s = site[k];
            final long h = height[k];
            final long rise = rise(k);
            final long slope = slope(k);
            if (rise > slope * x) {
                site[left] = s;
                start[left++] = x;
                do {
                    squared[x] = h + x * (x - 2L * s);
                    x++;
                } while (x < width && rise > slope * x);
            }
        }
        size = left;
    }

    /**
     * Values of the envelope at x = from..to-1.
     *
     * @param from not left of what was asked for since the envelope was built
     * @param squared as above
     */
    void evaluate(final int from, final int to, final double[] squared) {
        if (size == 0) {
            Arrays.fill(squared, from, to, Double.POSITIVE_INFINITY);
            return;
        }
        int x = from;
        int k = walk - 1;
        while (x < to) {
            k++;
            final int s = site[k];
            final long h = height[k];
            final long rise = rise(k);
            final long slope = slope(k);
            while (x < to && rise > slope * x) {
                squared[x] = h + x * (x - 2L * s);
                x++;
            }
        }
        walk = Math.max(k, 0);
    }

    /** Site k is nearest as long as rise(k) > slope(k) x; the last one always. */
    private long rise(final int k) {
        return k + 1 == size ? Long.MAX_VALUE : height[k + 1] - height[k];
    }

    private long slope(final int k) {
        return k + 1 == size ? 0 : 2L * (site[k + 1] - site[k]);
    }

    /** Number of sites. */
    int size() {
        return size;
    }

    /** The k-th site from the left. */
    int site(final int k) {
        return site[k];
    }

    /** The first pixel that the k-th site is nearest to, after {@link #evaluateAll}. */
    int start(final int k) {
        return start[k];
    }
}
