package io.github.unetfiji.augment;

/**
 * The indices of the source pixels nearest to a row of positions, mirrored: for labels, and for maps
 * that keep pixels. Halves round up.
 */
final class NearestIndex implements RowSampler {

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
    public void sample(
            final float[] x,
            final float[] y,
            final int originX,
            final int originY,
            final int count,
            final int offset) {
        final int lastX = width - 1;
        final int lastY = height - 1;
        for (int i = 0; i < count; i++) {
            // NB: in double, because 0.49999997f + 0.5f rounds up to 1.
            int column = originX + (int) Math.floor(x[i] + 0.5);
            int row = originY + (int) Math.floor(y[i] + 0.5);
            if ((column | row | (lastX - column) | (lastY - row)) < 0) {
                column = Mirror.index(column, width);
                row = Mirror.index(row, height);
            }
            target[offset + i] = row * width + column;
        }
    }
}
