package io.github.unetfiji.tiling;

/**
 * A function of a tile: a network, a filter, anything that makes the values of a pixel from its neighbourhood.
 *
 * <p>{@link TiledImage} runs it over an image of any size, without seams, and computes a tile when one of its pixels is accessed; {@link
 * TileRunner} runs it over a whole image. Both read a mirror-padded tile, which is larger than the wanted pixels by the
 * halo of the {@link #geometry}, and never call it from two threads at the same time.
 *
 * @see TileGeometry
 */
public interface TileNetwork {

    /** The valid tile sizes and the halo, for each spatial axis. */
    TileGeometry geometry();

    /** Channels of a pixel of the input, at least 1. */
    int channels();

    /** Values of a pixel of the output, at least 1. */
    int outputs();

    /**
     * Computes a tile.
     *
     * @param block the tile with its halo (channel, .., y, x), x fastest; the function may change it
     * @param size of the block: (x, y, ..), valid input sides of the geometry, px
     * @return (output, .., y, x), x fastest, without the halo
     * @throws TileTooLargeException if memory does not suffice; the tile is then cut into smaller ones
     */
    float[] compute(float[] block, int[] size);
}
