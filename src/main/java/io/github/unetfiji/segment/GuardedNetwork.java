package io.github.unetfiji.segment;

import io.github.unetfiji.tiling.TileGeometry;
import io.github.unetfiji.tiling.TileNetwork;
import java.util.function.Supplier;

/**
 * A network that computes one tile at a time: the results of a {@link Segmenter} share it, and it may be closed meanwhile.
 *
 * @param network computes the tiles
 * @param guard runs each computation alone, or refuses it when the segmenter is closed
 */
record GuardedNetwork(TileNetwork network, Guard guard) implements TileNetwork {

    /** Runs one computation at a time. */
    @FunctionalInterface
    interface Guard {
        float[] run(Supplier<float[]> computation);
    }

    @Override
    public TileGeometry geometry() {
        return network.geometry();
    }

    @Override
    public int channels() {
        return network.channels();
    }

    @Override
    public int outputs() {
        return network.outputs();
    }

    @Override
    public float[] compute(final float[] block, final int[] size) {
        return guard.run(() -> network.compute(block, size));
    }
}
