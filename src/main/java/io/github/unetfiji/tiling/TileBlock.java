package io.github.unetfiji.tiling;

import java.util.Arrays;
import net.imglib2.Interval;
import net.imglib2.util.Intervals;

/**
 * A tile, and where in the image the function reads and gives it.
 *
 * @param tile pixels of the image that are taken of the output: (x, y, ..)
 * @param corner first pixel of the input, may lie outside of the image
 * @param outputCorner first pixel of the output
 */
@SuppressWarnings("ArrayRecordComponent") // NB: never compared.
record TileBlock(Interval tile, long[] corner, long[] outputCorner) {

    /** The same tile in an image that begins elsewhere. */
    TileBlock shifted(final long[] by) {
        return new TileBlock(
                Intervals.translate(tile, by), plus(corner, by), plus(outputCorner, by));
    }

    private static long[] plus(final long[] position, final long[] by) {
        final long[] sum = position.clone();
        Arrays.setAll(sum, d -> sum[d] + by[d]);
        return sum;
    }

    /** The same tile, of which only a part is wanted. */
    TileBlock within(final Interval part) {
        return new TileBlock(Intervals.intersect(tile, part), corner, outputCorner);
    }
}
