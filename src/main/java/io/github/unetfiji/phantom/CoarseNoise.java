package io.github.unetfiji.phantom;

/**
 * A {@link SmoothNoise} over a region of one slice, computed every {@value #STEP} px and linear in
 * between: for slow fields, where it costs a few additions per pixel.
 *
 * <p>The nodes are at fixed places of the endless slice, so the values do not depend on the region.
 */
final class CoarseNoise {

    private static final int STEP = 4;

    private final int firstColumn;
    private final int firstRow;
    private final int columns;
    private final float[] nodes;

    /**
     * @param noise the field
     * @param wave distance of its lattice points, px
     * @param plane z coordinate of the slice in the field's lattice
     * @param region pixels to cover
     */
    CoarseNoise(
            final SmoothNoise noise, final double wave, final double plane, final Region region) {
        firstColumn = Math.floorDiv(region.x(), STEP);
        firstRow = Math.floorDiv(region.y(), STEP);
        columns = Math.floorDiv(region.x() + region.width() - 1, STEP) - firstColumn + 2;
        final int rows = Math.floorDiv(region.y() + region.height() - 1, STEP) - firstRow + 2;
        nodes = new float[columns * rows];
        for (int node = 0; node < nodes.length; node++) {
            final double x = (double) (firstColumn + node % columns) * STEP;
            final double y = (double) (firstRow + node / columns) * STEP;
            nodes[node] = (float) noise.at(x / wave, y / wave, plane);
        }
    }

    /** The field at a pixel of the region. */
    float at(final int x, final int y) {
        final int column = Math.floorDiv(x, STEP);
        final int row = Math.floorDiv(y, STEP);
        final float dx = (x - column * STEP) / (float) STEP;
        final float dy = (y - row * STEP) / (float) STEP;
        final int node = (row - firstRow) * columns + column - firstColumn;
        final float top = nodes[node] + dx * (nodes[node + 1] - nodes[node]);
        final int below = node + columns;
        return top + dy * (nodes[below] + dx * (nodes[below + 1] - nodes[below]) - top);
    }
}
