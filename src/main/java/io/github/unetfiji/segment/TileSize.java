package io.github.unetfiji.segment;

import io.github.unetfiji.network.Architecture;
import io.github.unetfiji.tiling.TilePlan;

/**
 * How the tiles of an image are chosen: a side that the user gives, or the fewest pixels to compute
 * within a bound on memory.
 *
 * @param side input side in px, a valid size of the network; 0 = planned
 * @param maxBytes memory that the activations of a planned tile may take
 */
public record TileSize(int side, long maxBytes) {

    /** Planned, within {@value #DEFAULT_MEGABYTES} MB. */
    public static final TileSize PLANNED = of(0);

    private static final long DEFAULT_MEGABYTES = 1024;

    /**
     * The user's choice.
     *
     * @param side input side in px, 0 = planned
     */
    public static TileSize of(final int side) {
        return new TileSize(side, DEFAULT_MEGABYTES << 20);
    }

    TilePlan plan(final Architecture architecture, final int width, final int height) {
        return side == 0
                ? TilePlan.fewestPixels(
                        architecture.tileGeometry(),
                        width,
                        height,
                        maxBytes / architecture.inferenceBytesPerPixel())
                : TilePlan.of(
                        architecture.tileGeometry(),
                        width,
                        height,
                        useful(architecture, width),
                        useful(architecture, height));
    }

    /** A tile that is larger than the image would only compute pixels that nobody asked for. */
    private int useful(final Architecture architecture, final int length) {
        return Math.min(side, architecture.tileGeometry().inputFor(length));
    }
}
