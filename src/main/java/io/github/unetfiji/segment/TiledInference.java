package io.github.unetfiji.segment;

import io.github.unetfiji.Progress;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.engine.Network;
import io.github.unetfiji.engine.OutOfMemoryException;
import io.github.unetfiji.network.Architecture;
import io.github.unetfiji.network.Precision;
import io.github.unetfiji.tiling.Tile;
import io.github.unetfiji.tiling.TileCopier;
import io.github.unetfiji.tiling.TilePlan;
import io.github.unetfiji.work.AwaitedWork;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a network over an image of any size, tile by tile and without a seam (Ronneberger et al.
 * 2015, Fig. 2).
 *
 * <p>If memory does not suffice for a tile, it is cut into smaller ones, on the same pooling grid, and
 * the work goes on from there with tiles of at most half the size; what was computed is kept. Not
 * thread-safe.
 */
public final class TiledInference implements SliceClassifier {

    private static final Logger LOG = LoggerFactory.getLogger(TiledInference.class);

    private final Architecture architecture;
    private final Precision precision;
    private final TileClassifier classifier;
    private final TileSize tileSize;

    /** Input pixels that a tile may have; less after memory did not suffice. */
    private long maxPixels = Long.MAX_VALUE;

    /**
     * @param network stays open, and belongs to the caller
     * @param tileSize how the tiles are chosen
     */
    public TiledInference(final Network network, final TileSize tileSize) {
        this(network.architecture(), network.precision(), network::probabilities, tileSize);
    }

    TiledInference(
            final Architecture architecture,
            final Precision precision,
            final TileClassifier classifier,
            final TileSize tileSize) {
        this.architecture = architecture;
        this.precision = precision;
        this.classifier = classifier;
        this.tileSize = tileSize;
    }

    /** How an image of this size is cut. */
    public TilePlan plan(final int width, final int height) {
        final TilePlan plan = tileSize.plan(architecture, precision, width, height);
        return plan.inputPixels() <= maxPixels ? plan : smaller(width, height);
    }

    private TilePlan smaller(final int width, final int height) {
        return TilePlan.fewestPixels(architecture.tileGeometry(), width, height, maxPixels);
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
     * @param progress told after every tile of the plan; its cancelling is obeyed before every tile
     * @return (class, y, x), x fastest, same width and height
     * @throws UNetException if memory does not suffice for the smallest tile
     * @throws NotFiniteException if the network gives no finite probabilities
     */
    @Override
    public float[] probabilities(
            final float[] image, final int width, final int height, final Progress progress) {
        final TilePlan plan = plan(width, height);
        final Run run = new Run(image, width, height, progress);
        int done = 0;
        for (final Tile tile : plan.tiles()) {
            run.compute(tile, plan);
            progress.report(++done, plan.tiles().size(), "tile");
        }
        return run.result;
    }

    /** The run over one image. */
    private final class Run {

        private final TileCopier copier;
        private final int width;
        private final int height;
        private final Progress progress;
        private final float[] result;

        Run(final float[] image, final int width, final int height, final Progress progress) {
            copier = new TileCopier(image, width, height);
            this.width = width;
            this.height = height;
            this.progress = progress;
            result = new float[Math.multiplyExact(architecture.classes(), width * height)];
        }

        /** Computes a part of the image, in one tile of the plan's size or in smaller ones. */
        void compute(final Tile part, final TilePlan plan) {
            progress.checkCancelled();
            if (plan.inputPixels() > maxPixels) {
                split(part);
                return;
            }
            final float[] output;
            try {
                output = classify(part, plan);
            } catch (final OutOfMemoryException e) {
                halve(part, plan, e);
                split(part);
                return;
            }
            for (int c = 0; c < architecture.classes(); c++) {
                copyRows(output, plan, part, c);
            }
        }

        private float[] classify(final Tile tile, final TilePlan plan) {
            final int halo = plan.geometry().halo();
            final int w = plan.inputWidth();
            final int h = plan.inputHeight();
            final float[] input = copier.copy(tile.x() - halo, tile.y() - halo, w, h);
            final float[] output = compute(input, w, h);
            FiniteProbabilities.check(output, plan.outputWidth() * plan.outputHeight(), input);
            return output;
        }

        /** NB: a program that ends while libtorch computes crashes. */
        private float[] compute(final float[] input, final int w, final int h) {
            try (AwaitedWork work = AwaitedWork.begin()) {
                return classifier.probabilities(input, w, h);
            }
        }

        /** NB: the corner of a part lies on the pooling grid, so those of its own tiles do too. */
        private void split(final Tile part) {
            final TilePlan finer = smaller(part.width(), part.height());
            for (final Tile tile : finer.tiles()) {
                compute(
                        new Tile(
                                part.x() + tile.x(),
                                part.y() + tile.y(),
                                tile.width(),
                                tile.height()),
                        finer);
            }
        }

        private void halve(final Tile part, final TilePlan plan, final OutOfMemoryException e) {
            maxPixels = plan.inputPixels() / 2;
            final TilePlan finer = smaller(part.width(), part.height());
            if (finer.inputPixels() > maxPixels) {
                maxPixels = plan.inputPixels();
                throw new UNetException(
                        String.format(
                                Locale.ROOT,
                                "Memory does not suffice for a tile of %dx%d px, and there is no"
                                        + " tile of half the size: close other programs, or use a"
                                        + " model with fewer features.",
                                plan.inputWidth(),
                                plan.inputHeight()),
                        e);
            }
            LOG.warn(
                    "Memory does not suffice for a tile of {}x{} px; going on with {}x{} px.",
                    plan.inputWidth(),
                    plan.inputHeight(),
                    finer.inputWidth(),
                    finer.inputHeight());
        }

        private void copyRows(
                final float[] output, final TilePlan plan, final Tile tile, final int plane) {
            for (int y = 0; y < tile.height(); y++) {
                final int from = (plane * plan.outputHeight() + y) * plan.outputWidth();
                final int to = (plane * height + tile.y() + y) * width + tile.x();
                System.arraycopy(output, from, result, to, tile.width());
            }
        }
    }
}
