package io.github.unetfiji.phantom;

/**
 * Where the pixels of a region lie in the tissue before it was squeezed: smooth displacement fields
 * that bend, stretch and compress the cells.
 *
 * <p>Tissue coordinates (u, v, w) count pitches of the site lattice. They are exact at nodes every
 * {@value #STEP} px and linear in between.
 */
final class TissueWarp {

    /** Distance between nodes, px. */
    static final int STEP = 4;

    /** Sections per lattice pitch along z. */
    static final double SECTIONS_PER_PITCH = 7;

    private static final double BEND_WAVE = 7;
    private static final double BEND = 1.5;
    private static final double WIGGLE_WAVE = 1.1;
    private static final double WIGGLE = 0.24;

    final int firstColumn;
    final int firstRow;
    final int columns;
    final int rows;
    final double[] u;
    final double[] v;
    final double[] w;

    private final double pitch;
    private final SmoothNoise[] noise = new SmoothNoise[3];

    /**
     * @param region pixels to cover
     * @param z slice
     * @param pitch distance of lattice sites, px
     * @param hash source of randomness
     */
    TissueWarp(final Region region, final int z, final double pitch, final LatticeHash hash) {
        this.pitch = pitch;
        firstColumn = Math.floorDiv(region.x(), STEP);
        firstRow = Math.floorDiv(region.y(), STEP);
        columns = Math.floorDiv(region.x() + region.width() - 1, STEP) - firstColumn + 2;
        rows = Math.floorDiv(region.y() + region.height() - 1, STEP) - firstRow + 2;
        u = new double[columns * rows];
        v = new double[columns * rows];
        w = new double[columns * rows];
        for (int axis = 0; axis < 3; axis++) {
            noise[axis] = new SmoothNoise(hash.derive(axis));
        }
        for (int node = 0; node < u.length; node++) {
            locate(node, z / SECTIONS_PER_PITCH);
        }
    }

    private void locate(final int node, final double height) {
        final double x = (double) (firstColumn + node % columns) * STEP / pitch;
        final double y = (double) (firstRow + node / columns) * STEP / pitch;
        u[node] = x + displacement(noise[0], x, y, height);
        v[node] = y + displacement(noise[1], x, y, height);
        w[node] = height + 0.7 * displacement(noise[2], x, y, height);
    }

    private static double displacement(
            final SmoothNoise noise, final double x, final double y, final double z) {
        return BEND * noise.at(x / BEND_WAVE, y / BEND_WAVE, z / BEND_WAVE)
                + WIGGLE * noise.at(x / WIGGLE_WAVE, y / WIGGLE_WAVE, z / WIGGLE_WAVE + 0.5);
    }
}
