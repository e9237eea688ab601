package io.github.unetfiji.tiling;

import io.github.unetfiji.stack.SoftCache;
import java.util.Arrays;
import java.util.function.LongFunction;
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

    /** Cells (x, y, .., output) that are a step of the plan long and hold all outputs; each lies in one tile. */
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
     * <p>NB: the last tile of an axis may be longer than a cell, and is then that of two of them.
     *
     * @param cell of the grid: (x, y, .., output); axes after these are not looked at
     * @return (output, .., y, x), x fastest; not to be changed
     */
    public float[] cell(final Interval cell) {
        final int n = plan.steps().length;
        final long index = plan.tileAt(cell.minAsLongArray());
        final Interval tile = plan.tile(index);
        final float[] values = tiles.get(index);
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
        final int[] whole = withOutputs(size);
        final float[] part = new float[Math.toIntExact(Intervals.numElements(whole))];
        SubArrayCopy.copy(values, withOutputs(tileSize), start, part, whole, new int[n + 1], whole);
        return part;
    }
}
