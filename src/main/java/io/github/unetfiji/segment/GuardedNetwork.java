package io.github.unetfiji.segment;

import io.github.unetfiji.tiling.TileGeometry;
import io.github.unetfiji.tiling.TileNetwork;
import java.util.function.Supplier;

/**
 * A network that computes tiles while something else guards it.
 *
 * @param network computes
 * @param guard runs a computation when it may
 */
record GuardedNetwork(TileNetwork network, Guard guard) implements TileNetwork {

    /** Runs a computation when it may. */
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
