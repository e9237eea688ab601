package io.github.unetfiji.segment;

import io.github.unetfiji.Progress;
import io.github.unetfiji.engine.Network;
import io.github.unetfiji.tiling.BlockReader;
import io.github.unetfiji.tiling.TileNetwork;
import io.github.unetfiji.tiling.TilePlan;
import io.github.unetfiji.tiling.TileRunner;

/**
 * Runs a network over slices of any size, tile by tile and without a seam (Ronneberger et al. 2015, Fig. 2).
 *
 * <p>If memory does not suffice for a tile, the work goes on with smaller ones, and the next slice is planned with them: see
 * {@link TileRunner}.
 */
public final class TiledInference implements SliceClassifier {

    private final TileNetwork network;
    private final long bytesPerPixel;
    private final TileSize tileSize;
    private final TileRunner runner;

    /**
     * @param network stays open, and belongs to the caller
     * @param tileSize how the tiles are chosen
     */
    public TiledInference(final Network network, final TileSize tileSize) {
        this(
                new FiniteProbabilities(network),
                network.architecture().inferenceBytesPerPixel(network.precision()),
                tileSize);
    }

    /**
     * @param network computes tiles
     * @param bytesPerPixel memory that it takes for each pixel of a tile
     */
    TiledInference(final TileNetwork network, final long bytesPerPixel, final TileSize tileSize) {
        this.network = network;
        this.bytesPerPixel = bytesPerPixel;
        this.tileSize = tileSize;
        runner = new TileRunner(network);
    }

    /** How a slice of this size is cut. */
    public TilePlan plan(final int width, final int height) {
        return runner.affordable(tileSize.plan(network.geometry(), bytesPerPixel, width, height));
    }

    @Override
    public int tiles(final int width, final int height) {
        return plan(width, height).tileCount();
    }

    /**
     * Class probabilities of a slice.
     *
     * @param image normalised intensities (channel, y, x), x fastest
     * @param width of the slice, px
     * @param height of the slice, px
     * @param progress told after every tile of the plan; its cancelling is obeyed before every tile
     * @return (class, y, x), x fastest, same width and height
     * @throws io.github.unetfiji.UNetException if memory does not suffice for the smallest tile
     * @throws NotFiniteException if the network gives no finite probabilities
     */
    @Override
    public float[] probabilities(
            final float[] image, final int width, final int height, final Progress progress) {
        final BlockReader reader = BlockReader.of(image, width, height);
        return runner.compute(reader, plan(width, height), progress);
    }

    /**
     * Class probabilities of a tile of a slice.
     *
     * @param image normalised intensities (x, y, channel)
     * @param plan of the slice
     * @param index of the tile
     * @return (class, y, x), x fastest
     */
    float[] tile(final BlockReader image, final TilePlan plan, final long index) {
        return runner.compute(image, plan, index);
    }
}
