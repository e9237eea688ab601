package io.github.unetfiji.phantom;

/**
 * Band-limited random field: one random slope per lattice point, blended smoothly in between
 * (gradient noise, Perlin 1985, doi:10.1145/325165.325247, with a fade of degree 5).
 *
 * <p>Lattice spacing 1, values within about -1..1 (sd about 0.3), 0 at lattice points. Only
 * additions and multiplications, hence bit-identical on every JVM. Thread-safe.
 *
 * @param hash where the slopes come from
 */
record SmoothNoise(LatticeHash hash) {

    private static final double BYTE_TO_SLOPE = 1.0 / 64;

    /** The field at a point of space. */
    double at(final double x, final double y, final double z) {
        final double floor = Math.floor(z);
        final long k = (long) floor;
        final double rest = z - floor;
        final double below = layer(x, y, k, rest);
        return below + fade(rest) * (layer(x, y, k + 1, rest - 1) - below);
    }

    /** The field at a point of one of many independent planes. */
    double inPlane(final double x, final double y, final long plane) {
        return layer(x, y, plane, 0);
    }

    private double layer(final double x, final double y, final long k, final double dz) {
        final double floorX = Math.floor(x);
        final double floorY = Math.floor(y);
        final long i = (long) floorX;
        final long j = (long) floorY;
        final double dx = x - floorX;
        final double dy = y - floorY;
        final double blend = fade(dx);
        final double a = slope(i, j, k, dx, dy, dz);
        final double b = slope(i + 1, j, k, dx - 1, dy, dz);
        final double c = slope(i, j + 1, k, dx, dy - 1, dz);
        final double d = slope(i + 1, j + 1, k, dx - 1, dy - 1, dz);
        final double top = a + blend * (b - a);
        return top + fade(dy) * (c + blend * (d - c) - top);
    }

    private double slope(
            final long i,
            final long j,
            final long k,
            final double dx,
            final double dy,
            final double dz) {
        final long bits = hash.bits(i, j, k);
        return BYTE_TO_SLOPE
                * ((byte) bits * dx + (byte) (bits >> 8) * dy + (byte) (bits >> 16) * dz);
    }

    private static double fade(final double t) {
        return t * t * t * (t * (t * 6 - 15) + 10);
    }

    /**
     * A {@link SmoothNoise} over a region of one slice, computed every {@value #STEP} px and linear in
     * between: for slow fields, where it costs a few additions per pixel.
     *
     * <p>The nodes are at fixed places of the endless slice, so the values do not depend on the region.
     */
    static final class CoarseNoise {

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
                final SmoothNoise noise,
                final double wave,
                final double plane,
                final Region region) {
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
}
