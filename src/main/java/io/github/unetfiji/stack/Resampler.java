package io.github.unetfiji.stack;

import java.util.Arrays;

/**
 * Brings planes from one size to another: each axis by linear interpolation where it grows, and where it shrinks by the
 * average over the area of the new pixel, which is what a coarser detector would have seen.
 *
 * <p>The borders of the images coincide, not the centres of their corner pixels: what lies where stays there. Weights sum to
 * 1, so that values stay within their range, and planes that sum to 1 still do. O(pixels) for a given factor. Thread-safe.
 */
public final class Resampler {

    private final Weights horizontal;
    private final Weights vertical;

    /** From {@code width x height} to {@code newWidth x newHeight} px, all at least 1. */
    public Resampler(final int width, final int height, final int newWidth, final int newHeight) {
        horizontal = new Weights(width, newWidth);
        vertical = new Weights(height, newHeight);
    }

    /**
     * Resamples planes.
     *
     * @param planes (plane, y, x), x fastest
     * @return (plane, y, x) of the new size; the same array if the sizes are equal
     */
    public float[] apply(final float[] planes) {
        if (horizontal.isIdentity() && vertical.isIdentity()) {
            return planes;
        }
        final int size = horizontal.from * vertical.from;
        final int newSize = Math.multiplyExact(horizontal.to, vertical.to);
        final int count = planes.length / size;
        final float[] result = new float[Math.multiplyExact(count, newSize)];
        final float[] row = new float[horizontal.from];
        for (int plane = 0; plane < count; plane++) {
            for (int y = 0; y < vertical.to; y++) {
                vertical.addRows(planes, plane * size, y, row);
                horizontal.sample(row, result, plane * newSize + y * horizontal.to);
            }
        }
        return result;
    }

    /** The weights of one axis: new pixel i takes {@code weights[i]} of the old ones from {@code first[i]} on. */
    private static final class Weights {

        private final int from;
        private final int to;
        private final int[] first;
        private final float[][] weights;

        Weights(final int from, final int to) {
            this.from = from;
            this.to = to;
            first = new int[to];
            weights = new float[to][];
            final double step = (double) from / to;
            for (int i = 0; i < to; i++) {
                final double start = to > from ? (i + 0.5) * step - 0.5 : i * step;
                first[i] = clamp((int) Math.floor(start));
                weights[i] = to > from ? linear(start) : overlaps(start, start + step);
            }
        }

        private int clamp(final int index) {
            return Math.max(0, Math.min(from - 1, index));
        }

        /** Of the two pixels between whose centres it lies, or of the outermost one. */
        private float[] linear(final double position) {
            final double inside = Math.max(0, Math.min(from - 1, position));
            final float share = (float) (inside - Math.floor(inside));
            return share == 0 ? new float[] {1} : new float[] {1 - share, share};
        }

        /** How much of each pixel lies between two borders. */
        private float[] overlaps(final double start, final double end) {
            final int begin = (int) Math.floor(start);
            final int last = clamp((int) Math.ceil(end) - 1);
            final double[] lengths = new double[last - begin + 1];
            for (int k = 0; k < lengths.length; k++) {
                lengths[k] = Math.min(end, begin + k + 1) - Math.max(start, begin + k);
            }
            final double sum = Arrays.stream(lengths).sum();
            final float[] weights = new float[lengths.length];
            for (int k = 0; k < weights.length; k++) {
                weights[k] = (float) (lengths[k] / sum);
            }
            return weights;
        }

        boolean isIdentity() {
            return from == to;
        }

        /** A row between, or averaged over, the rows of a plane. */
        void addRows(final float[] planes, final int plane, final int index, final float[] row) {
            Arrays.fill(row, 0);
            for (int k = 0; k < weights[index].length; k++) {
                final float weight = weights[index][k];
                final int start = plane + (first[index] + k) * row.length;
                for (int x = 0; x < row.length; x++) {
                    row[x] += weight * planes[start + x];
                }
            }
        }

        void sample(final float[] row, final float[] into, final int start) {
            for (int i = 0; i < to; i++) {
                float sum = 0;
                for (int k = 0; k < weights[i].length; k++) {
                    sum += weights[i][k] * row[first[i] + k];
                }
                into[start + i] = sum;
            }
        }
    }
}
