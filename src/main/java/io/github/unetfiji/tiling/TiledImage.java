package io.github.unetfiji.tiling;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.stack.LazyImage;
import io.github.unetfiji.stack.SoftCache;
import java.util.Arrays;
import java.util.Locale;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.blocks.SubArrayCopy;
import net.imglib2.img.cell.CellGrid;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/**
 * Applies a function of a tile to an image. Each tile of the result is computed when one of its pixels is accessed.
 *
 * <pre>
 * TilePlan plan = TilePlan.fewestPixels(network.geometry(), new int[] {4096, 4096}, 1 &lt;&lt; 20);
 * RandomAccessibleInterval&lt;FloatType&gt; result = TiledImage.of(image, network, plan); // (x, y, output)
 * </pre>
 *
 * <p>Tiles are kept while Java has memory to spare. The values are those of {@link TileRunner}, to the bit. Thread-safe: tiles
 * are read by several threads at the same time, and the function is called by one after the other.
 */
public final class TiledImage {

    private TiledImage() {}

    /**
     * The result for an image.
     *
     * @param image (x, y, .., channel); its interval may begin anywhere
     * @param plan of an image of this size
     * @return (x, y, .., output), the first pixel where that of the image is, outputs from 0
     * @throws UNetException if the image has other channels than the function takes; when a pixel is accessed, if memory
     *     does not suffice for the smallest tile
     * @throws IllegalArgumentException if the plan is one for another size
     */
    public static RandomAccessibleInterval<FloatType> of(
            final RandomAccessibleInterval<? extends RealType<?>> image,
            final TileNetwork network,
            final TilePlan plan) {
        final BlockReader reader = BlockReader.of(image);
        check(reader, network, plan);
        final TileRunner runner = new TileRunner(network);
        final SoftCache<float[]> tiles =
                new SoftCache<>(i -> runner.compute(reader, plan, Math.toIntExact(i)));
        final RandomAccessibleInterval<FloatType> result =
                LazyImage.of(
                        grid(plan, network.outputs()),
                        new FloatType(),
                        cell -> cell(cell, plan, tiles));
        final long[] first = image.minAsLongArray();
        first[first.length - 1] = 0;
        return Views.translate(result, first);
    }

    private static void check(
            final BlockReader image, final TileNetwork network, final TilePlan plan) {
        if (image.channels() != network.channels()) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "The image has %d channels, but the function of its tiles takes %d.",
                            image.channels(),
                            network.channels()));
        }
        if (!Arrays.equals(image.size(), plan.imageSize())) {
            throw new IllegalArgumentException(
                    "The plan is for "
                            + Arrays.toString(plan.imageSize())
                            + " px, but the image has "
                            + Arrays.toString(image.size()));
        }
    }

    /** Cells of all outputs, a step of the plan long. */
    private static CellGrid grid(final TilePlan plan, final int outputs) {
        final int[] cell = withOutputs(plan.steps(), outputs);
        final int[] image = withOutputs(plan.imageSize(), outputs);
        return new CellGrid(Arrays.stream(image).asLongStream().toArray(), cell);
    }

    private static int[] withOutputs(final int[] size, final int outputs) {
        final int[] whole = Arrays.copyOf(size, size.length + 1);
        whole[size.length] = outputs;
        return whole;
    }

    /**
     * The values of a cell.
     *
     * <p>NB: the last tile of an axis may be longer than a cell, and is then that of two of them.
     */
    private static float[] cell(
            final Interval cell, final TilePlan plan, final SoftCache<float[]> tiles) {
        final int n = plan.steps().length;
        final int index = plan.tileAt(cell.minAsLongArray());
        final Interval tile = plan.tile(index);
        final float[] values = tiles.get(index);
        final int outputs = Math.toIntExact(cell.dimension(n));
        final int[] size = new int[n];
        final int[] tileSize = new int[n];
        final int[] start = new int[n + 1];
        for (int d = 0; d < n; d++) {
            size[d] = (int) cell.dimension(d);
            tileSize[d] = (int) tile.dimension(d);
            start[d] = (int) (cell.min(d) - tile.min(d));
        }
        if (Arrays.equals(size, tileSize)) {
            return values;
        }
        final float[] part =
                new float[Math.toIntExact(net.imglib2.util.Intervals.numElements(cell))];
        final int[] whole = withOutputs(size, outputs);
        SubArrayCopy.copy(
                values, withOutputs(tileSize, outputs), start, part, whole, new int[n + 1], whole);
        return part;
    }
}
