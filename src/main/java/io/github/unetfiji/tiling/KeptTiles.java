package io.github.unetfiji.tiling;

import io.github.unetfiji.stack.SoftCache;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongFunction;
import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.blocks.SubArrayCopy;
import net.imglib2.img.cell.CellGrid;
import net.imglib2.util.Intervals;

/**
 * The tiles of an image, as cells of a {@link io.github.unetfiji.stack.LazyImage}: a tile is computed when one of its pixels is
 * asked for, and kept while Java has memory to spare. {@link TiledImage} is an image of such cells.
 *
 * <p>Thread-safe, if the function that computes tiles is.
 */
public final class KeptTiles {

    private final TilePlan plan;
    private final int outputs;
    private final SoftCache<float[]> tiles;

    /**
     * @param plan of the image
     * @param outputs values of a pixel
     * @param tiles computes the tile of an index: (output, .., y, x), x fastest
     */
    public KeptTiles(final TilePlan plan, final int outputs, final LongFunction<float[]> tiles) {
        this.plan = plan;
        this.outputs = outputs;
        this.tiles = new SoftCache<>(tiles);
    }

    /** Cells (x, y, .., output) that are a step of the plan long and hold all outputs. */
    public CellGrid grid() {
        final int[] image = withOutputs(plan.imageSize());
        return new CellGrid(
                Arrays.stream(image).asLongStream().toArray(), withOutputs(plan.steps()));
    }

    private int[] withOutputs(final int[] size) {
        final int[] whole = Arrays.copyOf(size, size.length + 1);
        whole[size.length] = outputs;
        return whole;
    }

    /**
     * The values of a cell.
     *
     * <p>NB: the last tile of an axis, and the first one of a function that pads, may be longer than a cell; so a cell may lie
     * in several tiles, and a tile in several cells.
     *
     * @param cell of the grid: (x, y, .., output); axes after these are not looked at
     * @return (output, .., y, x), x fastest; not to be changed
     */
    public float[] cell(final Interval cell) {
        final int n = plan.steps().length;
        final Interval pixels =
                FinalInterval.wrap(
                        Arrays.copyOf(cell.minAsLongArray(), n),
                        Arrays.copyOf(cell.maxAsLongArray(), n));
        final List<Long> indices = plan.tilesAt(pixels);
        if (indices.size() == 1 && Intervals.equals(plan.tile(indices.get(0)), pixels)) {
            return tiles.get(indices.get(0));
        }
        final int[] size = withOutputs(sides(pixels));
        final float[] values = new float[Math.toIntExact(Intervals.numElements(size))];
        for (final long index : indices) {
            final Interval tile = plan.tile(index);
            final Interval common = Intervals.intersect(tile, pixels);
            SubArrayCopy.copy(
                    tiles.get(index),
                    withOutputs(sides(tile)),
                    start(common, tile),
                    values,
                    size,
                    start(common, pixels),
                    withOutputs(sides(common)));
        }
        return values;
    }

    private static int[] sides(final Interval interval) {
        return Arrays.stream(interval.dimensionsAsLongArray()).mapToInt(Math::toIntExact).toArray();
    }

    /** Where a part begins in an interval; outputs at 0. */
    private static int[] start(final Interval part, final Interval interval) {
        final int[] start = new int[part.numDimensions() + 1];
        for (int d = 0; d < part.numDimensions(); d++) {
            start[d] = (int) (part.min(d) - interval.min(d));
        }
        return start;
    }
}
