package io.github.unetfiji.segment;

import io.github.unetfiji.network.Architecture;
import io.github.unetfiji.tiling.TileGeometry;
import io.github.unetfiji.tiling.TileNetwork;

/** Computes tiles in place of a U-Net of this shape. */
record StandInNetwork(Architecture architecture, Tile tile) implements TileNetwork {

    /** Makes probabilities (class, y, x) without the halo of a tile (channel, y, x). */
    @FunctionalInterface
    interface Tile {
        float[] probabilities(float[] tile, int width, int height);
    }

    @Override
    public TileGeometry geometry() {
        return architecture.tileGeometry();
    }

    @Override
    public int channels() {
        return architecture.channels();
    }

    @Override
    public int outputs() {
        return architecture.classes();
    }

    @Override
    public float[] compute(final float[] block, final int[] size) {
        return tile.probabilities(block, size[0], size[1]);
    }
}
