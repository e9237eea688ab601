package io.github.unetfiji.segment;

import io.github.unetfiji.Progress;
import io.github.unetfiji.tiling.TileGeometry;
import io.github.unetfiji.tiling.TileNetwork;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * A network that computes one tile at a time and tells its progress after each: several lazy images of a {@link Segmenter} share
 * its network, which may be closed meanwhile.
 *
 * @param network computes the tiles
 * @param guard runs each computation alone, or refuses it when the segmenter is closed
 * @param tiles number of tiles of the slice
 * @param progress told after every tile; its cancelling is obeyed before every tile
 * @param computed number of tiles so far
 */
record GuardedNetwork(
        TileNetwork network, Guard guard, int tiles, Progress progress, AtomicInteger computed)
        implements TileNetwork {

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
        progress.checkCancelled();
        final float[] output = guard.run(() -> network.compute(block, size));
        // NB: a tile that was forgotten is computed again.
        progress.report(Math.min(computed.incrementAndGet(), tiles), tiles, "tile");
        return output;
    }
}
