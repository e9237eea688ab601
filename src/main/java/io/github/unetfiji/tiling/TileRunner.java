package io.github.unetfiji.tiling;

import io.github.unetfiji.Progress;
import io.github.unetfiji.UNetException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.blocks.SubArrayCopy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Computes images, or parts of them, with a function of a tile: for every tile it reads the mirror-padded block that the
 * function needs, computes it, and keeps the wanted pixels.
 *
 * <p>If memory does not suffice for a tile, it is cut into smaller ones, on the same pooling grid, and the work goes on
 * with tiles of at most half the size; what was computed is kept. Thread-safe: the function is called by one thread at a
 * time.
 */
public final class TileRunner {

    private static final Logger LOG = LoggerFactory.getLogger(TileRunner.class);

    private static final int MOST_VALUES = Integer.MAX_VALUE - 8;

    private final TileNetwork network;

    /** Input pixels that a tile may have; less after memory did not suffice. */
    private volatile long maxPixels = Long.MAX_VALUE;

    /**
     * @param network belongs to the caller
     */
    public TileRunner(final TileNetwork network) {
        this.network = network;
    }

    /** The same plan, or one of smaller tiles where memory did not suffice for such tiles before. */
    public TilePlan affordable(final TilePlan plan) {
        final long most = maxPixels;
        return plan.inputPixels() <= most
                ? plan
                : TilePlan.fewestPixels(network.geometry(), plan.imageSize(), most);
    }

    /**
     * Computes an image.
     *
     * @param plan of the image
     * @param progress told after every tile of the plan; its cancelling is obeyed before every tile
     * @return (output, .., y, x), x fastest
     * @throws TileTooLargeException if memory does not suffice for the smallest tile
     * @throws UNetException if the result has more values than an array can hold
     */
    public float[] compute(final BlockReader image, final TilePlan plan, final Progress progress) {
        final Target whole = new Target(wholeImage(plan), network.outputs());
        final Part part = new Part(image, whole, progress);
        final int count = plan.tileCount();
        for (int i = 0; i < count; i++) {
            part.compute(plan.block(i), plan);
            progress.report(i + 1, count, "tile");
        }
        return whole.values;
    }

    private static Interval wholeImage(final TilePlan plan) {
        return new FinalInterval(longs(plan.imageSize()));
    }

    /**
     * Computes one tile of an image.
     *
     * @param plan of the image
     * @param index of the tile
     * @return of {@link TilePlan#tile}: (output, .., y, x), x fastest
     * @throws TileTooLargeException if memory does not suffice for the smallest tile
     */
    public float[] compute(final BlockReader image, final TilePlan plan, final long index) {
        final Target target = new Target(plan.tile(index), network.outputs());
        new Part(image, target, Progress.NONE).compute(plan.block(index), plan);
        return target.values;
    }

    private static long[] longs(final int[] ints) {
        return Arrays.stream(ints).asLongStream().toArray();
    }

    /** The pixels of an interval of the image, for all outputs. */
    private static final class Target {

        private final Interval interval;
        private final int[] size;
        private final float[] values;

        Target(final Interval interval, final int outputs) {
            this.interval = interval;
            size = withOutputs(interval.dimensionsAsLongArray(), outputs);
            values = new float[length(size)];
        }

        private static int length(final int[] size) {
            long length = 1;
            for (final int side : size) {
                length *= side;
                if (length > MOST_VALUES) {
                    throw new UNetException(
                            String.format(
                                    Locale.ROOT,
                                    "The result has %s values (x, y, .., output), but an array holds"
                                            + " at most %d: compute it by tiles.",
                                    IntStream.of(size)
                                            .mapToObj(Integer::toString)
                                            .collect(Collectors.joining("x")),
                                    MOST_VALUES));
                }
            }
            return (int) length;
        }

        private static int[] withOutputs(final long[] pixels, final int outputs) {
            final int[] size = new int[pixels.length + 1];
            Arrays.setAll(size, d -> d < pixels.length ? Math.toIntExact(pixels[d]) : outputs);
            return size;
        }

        /** Takes the wanted pixels of the output of a tile. */
        void take(final float[] output, final int[] outputSize, final TileBlock block) {
            final int outputs = size[size.length - 1];
            final int[] from = new int[size.length];
            final int[] start = new int[size.length];
            for (int d = 0; d < outputSize.length; d++) {
                from[d] = (int) (block.tile().min(d) - block.outputCorner()[d]);
                start[d] = (int) (block.tile().min(d) - interval.min(d));
            }
            SubArrayCopy.copy(
                    output,
                    withOutputs(longs(outputSize), outputs),
                    from,
                    values,
                    size,
                    start,
                    withOutputs(block.tile().dimensionsAsLongArray(), outputs));
        }
    }

    /** The computation of a part of an image. */
    private final class Part {

        private final BlockReader image;
        private final Target target;
        private final Progress progress;

        Part(final BlockReader image, final Target target, final Progress progress) {
            this.image = image;
            this.target = target;
            this.progress = progress;
        }

        /** Computes a tile of a plan, or the smaller ones that it is cut into. */
        void compute(final TileBlock block, final TilePlan plan) {
            progress.checkCancelled();
            if (plan.inputPixels() > maxPixels) {
                final TilePlan finer = finer(block, plan, maxPixels);
                if (finer.inputPixels() < plan.inputPixels()) {
                    split(block, finer);
                    return;
                }
            }
            final float[] output;
            try {
                output = output(block, plan);
            } catch (final TileTooLargeException e) {
                split(block, halved(block, plan, e));
                return;
            }
            target.take(output, plan.outputSize(), block);
        }

        private float[] output(final TileBlock tile, final TilePlan plan) {
            final int[] size = plan.inputSize();
            final float[] block = image.read(tile.corner(), size);
            final float[] output;
            synchronized (network) {
                output = network.compute(block, size);
            }
            check(output.length, plan.outputSize());
            return output;
        }

        private void check(final int length, final int[] size) {
            long wanted = network.outputs();
            for (final int side : size) {
                wanted *= side;
            }
            if (length != wanted) {
                throw new IllegalStateException(
                        String.format(
                                Locale.ROOT,
                                "the function of a tile gave %d values, but must give %d: %d of each"
                                        + " of %s px",
                                length,
                                wanted,
                                network.outputs(),
                                Arrays.toString(size)));
            }
        }

        /**
         * Computes a tile in smaller ones.
         *
         * <p>NB: the corner of a tile lies on the pooling grid, so those of its own tiles do too.
         */
        private void split(final TileBlock block, final TilePlan finer) {
            if (network.geometry().isPadded()) {
                finer.tilesAt(block.tile())
                        .forEach(i -> compute(finer.block(i).within(block.tile()), finer));
                return;
            }
            final long[] corner = block.tile().minAsLongArray();
            for (int i = 0; i < finer.tileCount(); i++) {
                compute(finer.block(i).shifted(corner), finer);
            }
        }

        /** Smaller tiles of a tile; of a function that pads those of the whole image, since they know its borders. */
        private TilePlan finer(final TileBlock block, final TilePlan plan, final long pixels) {
            final int[] size =
                    network.geometry().isPadded()
                            ? plan.imageSize()
                            : Arrays.stream(block.tile().dimensionsAsLongArray())
                                    .mapToInt(Math::toIntExact)
                                    .toArray();
            return TilePlan.fewestPixels(network.geometry(), size, pixels);
        }

        /** Tiles of at most half the size. NB: not those of another thread's limit, which may just be raised again. */
        private TilePlan halved(
                final TileBlock block, final TilePlan plan, final TileTooLargeException e) {
            final long half = Math.min(maxPixels, plan.inputPixels() / 2);
            final TilePlan finer = finer(block, plan, half);
            if (finer.inputPixels() > half) {
                throw new TileTooLargeException(
                        String.format(
                                Locale.ROOT,
                                "Memory does not suffice for a tile of %s px, and there is no tile"
                                        + " of half the size: close other programs, or use a model"
                                        + " with fewer features.",
                                plan.inputText()),
                        e);
            }
            maxPixels = half;
            LOG.warn(
                    "Memory does not suffice for a tile of {} px; going on with {} px.",
                    plan.inputText(),
                    finer.inputText());
            return finer;
        }
    }
}
