package io.github.unetfiji.tiling;

/**
 * The strength of edges in a plane: the length of the gradient, by the Sobel operator.
 *
 * <p>It is no network, but it can be computed tile by tile like one: a pixel needs its neighbours, so the halo is 1 px.
 */
record SobelFilter(Runnable onTile) implements TileNetwork {

    @Override
    public TileGeometry geometry() {
        final AxisGeometry axis = AxisGeometry.window("the Sobel filter", 1);
        return TileGeometry.of(axis, axis);
    }

    @Override
    public int channels() {
        return 1;
    }

    @Override
    public int outputs() {
        return 1;
    }

    @Override
    public float[] compute(final float[] block, final int[] size) {
        onTile.run();
        final int width = size[0] - 2;
        final int height = size[1] - 2;
        final float[] edges = new float[width * height];
        for (int i = 0; i < edges.length; i++) {
            final int corner = i / width * size[0] + i % width;
            final float horizontal = slope(block, corner, 1, size[0]);
            final float vertical = slope(block, corner, size[0], 1);
            edges[i] = (float) Math.hypot(horizontal, vertical);
        }
        return edges;
    }

    /** The slope along one axis, smoothed along the other one. */
    private static float slope(
            final float[] block, final int corner, final int along, final int across) {
        float slope = 0;
        for (int i = 0; i < 3; i++) {
            final int start = corner + i * across;
            slope += (i == 1 ? 2 : 1) * (block[start + 2 * along] - block[start]);
        }
        return slope;
    }
}
