package io.github.unetfiji.labels;

/**
 * The lower envelope of parabolas (x - s)^2 + f(s) with integer sites s and integer offsets f(s):
 * the squared distance along a line to the nearest of them, exact and in linear time.
 *
 * <p>Without (x - s)^2's common x^2 the parabolas are straight lines -2 s x + (s^2 + f(s)), sorted
 * by slope; their envelope is built on a stack. Whether a line is hidden is decided by comparing
 * products of integers, so that nothing is rounded and nothing is divided. All products stay below
 * 2^63 for lines and columns of up to {@link #MAX_SIDE} px.
 *
 * <p>Reference: Felzenszwalb & Huttenlocher, Distance Transforms of Sampled Functions, 2012, section
 * 2, doi:10.4086/toc.2012.v008a019. Used by one thread.
 */
final class LowerEnvelope {

    /** An offset or a squared distance that is not there. */
    static final long NONE = Long.MAX_VALUE;

    static final int MAX_SIDE = 1 << 20;

    private final int[] site;
    private final long[] height;
    private int size;

    /**
     * @param width number of pixels of a line
     */
    LowerEnvelope(final int width) {
        site = new int[width];
        height = new long[width];
    }

    /**
     * Takes the parabolas with sites from..to-1.
     *
     * @param offset f(s) at index s, or {@link #NONE} where there is no site
     */
    void build(final long[] offset, final int from, final int to) {
        int n = 0;
        for (int s = from; s < to; s++) {
            final long f = offset[s];
            if (f != NONE) {
                final long h = f + (long) s * s;
                while (n > 1 && hidden(n, s, h)) {
                    n--;
                }
                site[n] = s;
                height[n++] = h;
            }
        }
        size = n;
    }

    /**
     * Whether line b = n-1 of the stack is nowhere below its neighbours a = n-2 and c = (s, h): a
     * meets b at (hb - ha) / 2(b - a), b meets c at (hc - hb) / 2(c - b), not before.
     */
    private boolean hidden(final int n, final int s, final long h) {
        final int a = site[n - 2];
        final int b = site[n - 1];
        final long hb = height[n - 1];
        return (hb - height[n - 2]) * (s - b) >= (h - hb) * (b - a);
    }

    /**
     * Values of the envelope at x = from..to-1.
     *
     * @param squared receives the squared distance to the nearest site, {@link #NONE} without sites
     * @param nearest receives the nearest site, -1 without sites
     */
    void evaluate(final int from, final int to, final long[] squared, final int[] nearest) {
        int k = 0;
        for (int x = from; x < to; x++) {
            if (size == 0) {
                squared[x] = NONE;
                nearest[x] = -1;
            } else {
                while (k + 1 < size && passed(k, x)) {
                    k++;
                }
                squared[x] = height[k] + (long) x * (x - 2L * site[k]);
                nearest[x] = site[k];
            }
        }
    }

    private boolean passed(final int k, final int x) {
        return height[k + 1] - height[k] <= 2L * x * (site[k + 1] - site[k]);
    }
}
