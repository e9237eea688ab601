package io.github.unetfiji.stack;

import java.util.Arrays;

/**
 * Changes the size of planes. An axis that grows is interpolated linearly; along an axis that shrinks, each new pixel is the
 * average over its area, which is what a coarser detector would have measured.
 *
 * <p>The borders of the two images coincide, not the centres of their corner pixels, so that objects stay where they are. The
 * weights of each new pixel sum to 1: values stay within their range, and probabilities that sum to 1 still do. O(pixels) for
 * a given factor. Thread-safe.
 */
public final class Resampler {

    private final Weights horizontal;
    private final Weights vertical;

    /**
     * A resampler of planes of one size.
     *
     * @param width of the planes, at least 1 px
     * @param height of the planes, at least 1 px
     * @param newWidth of the results, at least 1 px
     * @param newHeight of the results, at least 1 px
     */
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

    /** Along one axis, new pixel i is the sum of the old pixels from {@code first[i]} on, weighted with {@code weights[i]}. */
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

        /** Weights of the two pixels between whose centres a position lies; beyond the outermost centre that of one pixel. */
        private float[] linear(final double position) {
            final double inside = Math.max(0, Math.min(from - 1, position));
            final float share = (float) (inside - Math.floor(inside));
            return share == 0 ? new float[] {1} : new float[] {1 - share, share};
        }

        /** Weights of the pixels between two borders: the share of each that lies between them. */
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

        /** Makes a new row as the weighted sum of rows of a plane. */
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
