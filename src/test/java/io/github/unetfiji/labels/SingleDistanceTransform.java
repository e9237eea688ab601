package io.github.unetfiji.labels;

import java.util.Arrays;

/**
 * The yardstick of the benchmarks: one exact Euclidean distance transform to the nearest cell of any
 * id, single-threaded and tuned like the real thing (column scans in cached blocks, division-free
 * envelope along rows, float32 out).
 *
 * <p>References: Meijster et al. 2000, doi:10.1007/0-306-47025-X_36; Felzenszwalb & Huttenlocher
 * 2012, doi:10.4086/toc.2012.v008a019.
 */
public final class SingleDistanceTransform {

    private static final int NONE = 1 << 29;
    private static final int COLUMNS = 1024;

    private SingleDistanceTransform() {}

    /** Distance to the nearest cell, px; 0 inside, +Infinity without cells. */
    public static float[] of(final LabelMap cells) {
        final int width = cells.width();
        final int[] along = new int[cells.labels().length];
        for (int x = 0; x < width; x += COLUMNS) {
            columns(cells.labels(), along, width, x, Math.min(width, x + COLUMNS));
        }
        return rows(along, width);
    }

    private static void columns(
            final int[] labels, final int[] along, final int width, final int from, final int to) {
        final int[] last = new int[to - from];
        Arrays.fill(last, NONE);
        for (int row = 0; row < labels.length; row += width) {
            for (int x = from; x < to; x++) {
                final int d = labels[row + x] > 0 ? 0 : last[x - from] + 1;
                last[x - from] = d;
                along[row + x] = d;
            }
        }
        Arrays.fill(last, NONE);
        for (int row = labels.length - width; row >= 0; row -= width) {
            for (int x = from; x < to; x++) {
                final int d = Math.min(along[row + x], last[x - from] + 1);
                last[x - from] = d;
                along[row + x] = d;
            }
        }
    }

    private static float[] rows(final int[] along, final int width) {
        final float[] out = new float[along.length];
        final int[] site = new int[width];
        final long[] height = new long[width];
        for (int row = 0; row < along.length; row += width) {
            final int sites = envelope(along, row, width, site, height);
            evaluate(sites, site, height, out, row, width);
        }
        return out;
    }

    /** Builds the lower envelope of a row; returns the number of its sites. */
    private static int envelope(
            final int[] along,
            final int row,
            final int width,
            final int[] site,
            final long[] height) {
        int n = 0;
        int a = 0;
        int b = 0;
        long ha = 0;
        long hb = 0;
        for (int c = 0; c < width; c++) {
            final long d = along[row + c];
            if (d >= NONE) {
                continue;
            }
            final long hc = d * d + (long) c * c;
            while (n > 1 && (hb - ha) * (c - b) >= (hc - hb) * (b - a)) {
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
        return n;
    }

    private static void evaluate(
            final int sites,
            final int[] site,
            final long[] height,
            final float[] out,
            final int row,
            final int width) {
        if (sites == 0) {
            Arrays.fill(out, row, row + width, Float.POSITIVE_INFINITY);
        }
        int x = 0;
        for (int k = 0; k < sites && x < width; k++) {
            final long s = site[k];
            final long h = height[k];
            final long rise = k + 1 < sites ? height[k + 1] - h : Long.MAX_VALUE;
            final long slope = k + 1 < sites ? 2 * (site[k + 1] - s) : 0;
            while (x < width && rise > slope * x) {
                out[row + x] = (float) Math.sqrt((double) (h + x * (x - 2 * s)));
                x++;
            }
        }
    }
}
