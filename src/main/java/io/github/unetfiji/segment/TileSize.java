package io.github.unetfiji.segment;

import io.github.unetfiji.network.Architecture;
import io.github.unetfiji.network.Precision;
import io.github.unetfiji.tiling.TileGeometry;
import io.github.unetfiji.tiling.TilePlan;
import java.util.OptionalLong;

/**
 * How the tiles of an image are chosen: a side that the user gives, or the fewest pixels to compute
 * within a bound on memory.
 *
 * @param side input side in px, a valid size of the network; 0 = planned
 * @param maxBytes memory that the activations of a planned tile may take
 */
public record TileSize(int side, long maxBytes) {

    private static final long LEAST = 1L << 26;

    /**
     * Measured (docs/measurements.md): larger tiles have less halo, but cost as much on the processor,
     * since the system must clear the memory of every large map anew.
     */
    private static final long MOST = 1L << 30;

    /** Planned, within 1 GB. */
    public static final TileSize PLANNED = of(0);

    /**
     * The user's choice, or planned within 1 GB.
     *
     * @param side input side in px, 0 = planned
     */
    public static TileSize of(final int side) {
        return new TileSize(side, MOST);
    }

    /**
     * The user's choice, or planned within half of the free memory, but in 64 MB to 1 GB.
     *
     * <p>NB: in steps of a factor 2, so that the plan, and with it the rounding of the result, does not
     * depend on every small change of the free memory.
     *
     * @param side input side in px, 0 = planned
     * @param freeBytes of the device, empty if nobody knows
     */
    public static TileSize within(final int side, final OptionalLong freeBytes) {
        if (freeBytes.isEmpty()) {
            return of(side);
        }
        final long half = Long.highestOneBit(Math.max(1, freeBytes.getAsLong() / 2));
        return new TileSize(side, Math.min(MOST, Math.max(LEAST, half)));
    }

    /**
     * How slices are cut for a U-Net.
     *
     * @param width of a slice, px
     * @param height of a slice, px
     * @throws io.github.unetfiji.UNetException if the user's side is not valid for the network
     */
    public TilePlan plan(
            final Architecture architecture,
            final Precision precision,
            final int width,
            final int height) {
        return plan(
                architecture.tileGeometry(),
                architecture.inferenceBytesPerPixel(precision),
                width,
                height);
    }

    /**
     * How an image is cut for any function of a tile.
     *
     * @param bytesPerPixel memory that the function takes for each pixel of a tile, at most
     * @param imageSize (x, y, ..), px
     * @throws io.github.unetfiji.UNetException if the user's side is not valid for the function
     */
    public TilePlan plan(
            final TileGeometry geometry, final long bytesPerPixel, final int... imageSize) {
        return side == 0
                ? TilePlan.fewestPixels(geometry, imageSize, maxBytes / bytesPerPixel)
                : TilePlan.of(geometry, imageSize, useful(geometry, imageSize));
    }

    /** A tile that is larger than the image would only compute pixels that nobody asked for. */
    private int[] useful(final TileGeometry geometry, final int[] imageSize) {
        final int[] useful = new int[imageSize.length];
        for (int d = 0; d < useful.length; d++) {
            useful[d] = geometry.axis(d).longestTile(side, imageSize[d]);
        }
        return useful;
    }
}
