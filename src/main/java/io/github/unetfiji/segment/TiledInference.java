package io.github.unetfiji.segment;

import io.github.unetfiji.Progress;
import io.github.unetfiji.network.Network;
import io.github.unetfiji.tiling.Tile;
import io.github.unetfiji.tiling.TileCopier;
import io.github.unetfiji.tiling.TilePlan;

/**
 * Runs a network over an image of any size, tile by tile and without a seam (Ronneberger et al.
 * 2015, Fig. 2). Not thread-safe.
 */
public final class TiledInference implements SliceClassifier {

    private final Network network;
    private final TileSize tileSize;

    /**
     * @param network stays open, and belongs to the caller
     * @param tileSize how the tiles are chosen
     */
    public TiledInference(final Network network, final TileSize tileSize) {
        this.network = network;
        this.tileSize = tileSize;
    }

    /** How an image of this size is cut. */
    public TilePlan plan(final int width, final int height) {
        return tileSize.plan(network.architecture(), width, height);
    }

    @Override
    public int tiles(final int width, final int height) {
        return plan(width, height).tiles().size();
    }

    /**
     * Class probabilities of an image.
     *
     * @param image normalised intensities (channel, y, x), x fastest
     * @param width image width, px
     * @param height image height, px
     * @param progress told after every tile; its cancelling is obeyed before every tile
     * @return (class, y, x), x fastest, same width and height
     */
    @Override
    public float[] probabilities(
            final float[] image, final int width, final int height, final Progress progress) {
        final TilePlan plan = plan(width, height);
        final TileCopier copier = new TileCopier(image, width, height);
        final int classes = network.architecture().classes();
        final float[] result = new float[Math.multiplyExact(classes, width * height)];
        int done = 0;
        for (final Tile tile : plan.tiles()) {
            progress.checkCancelled();
            final float[] output = run(copier, plan, tile);
            for (int c = 0; c < classes; c++) {
                copyRows(output, plan, tile, c, result, width, height);
            }
            progress.report(++done, plan.tiles().size(), "tile");
        }
        return result;
    }

    private float[] run(final TileCopier copier, final TilePlan plan, final Tile tile) {
        final int halo = plan.geometry().halo();
        final float[] input =
                copier.copy(
                        tile.x() - halo, tile.y() - halo, plan.inputWidth(), plan.inputHeight());
        return network.probabilities(input, plan.inputWidth(), plan.inputHeight());
    }

    private static void copyRows(
            final float[] output,
            final TilePlan plan,
            final Tile tile,
            final int plane,
            final float[] result,
            final int width,
            final int height) {
        for (int y = 0; y < tile.height(); y++) {
            final int from = (plane * plan.outputHeight() + y) * plan.outputWidth();
            final int to = (plane * height + tile.y() + y) * width + tile.x();
            System.arraycopy(output, from, result, to, tile.width());
        }
    }
}
