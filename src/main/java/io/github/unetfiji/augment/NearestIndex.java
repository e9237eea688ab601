package io.github.unetfiji.augment;

/**
 * The indices of the source pixels nearest to a row of positions, mirrored: for labels, and for maps
 * that keep pixels. Halves round up.
 */
final class NearestIndex implements RowSampler {

    /** NB: makes positions positive, where a cast rounds down; Math.floor took twice the time. */
    private static final int BIAS = 1 << 24;

    private static final double ROUND_UP = BIAS + 0.5;

    private final int width;
    private final int height;
    private final int[] target;

    /**
     * @param width of the source
     * @param height of the source
     * @param target receives indices into the source plane
     */
    NearestIndex(final int width, final int height, final int[] target) {
        this.width = width;
        this.height = height;
        this.target = target;
    }

    @Override
    public void sample(final double[] x, final double[] y, final int count, final int offset) {
        final int lastX = width - 1;
        final int lastY = height - 1;
        for (int i = 0; i < count; i++) {
            int column = (int) (x[i] + ROUND_UP) - BIAS;
            int row = (int) (y[i] + ROUND_UP) - BIAS;
            if ((column | row | (lastX - column) | (lastY - row)) < 0) {
                column = MirrorPadding.index(column, width);
                row = MirrorPadding.index(row, height);
            }
            target[offset + i] = row * width + column;
        }
    }
}
