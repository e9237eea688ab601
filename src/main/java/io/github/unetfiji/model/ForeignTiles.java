package io.github.unetfiji.model;

import io.github.unetfiji.network.Architecture;

/**
 * How other programs cut an image for the program of a model file, so that tiles do not show.
 *
 * <p>The program pads an image by mirroring, and so it pads a tile. What it gives near a border that is none of the image is wrong
 * as far as the network sees, 6 2^depth - 4 px. Such programs drop a halo, and their tiles begin at multiples of the step from each
 * other, so the halo is a multiple of it: then all poolings fall on one grid.
 *
 * @param step px between two valid sides: 2^depth
 * @param halo px that are dropped on each side: 6 2^depth
 * @param smallestSide px: of the valid sides the first above twice the halo, 13 2^depth
 */
record ForeignTiles(int step, int halo, int smallestSide) {

    /** Steps as far as the network sees: 6 2^depth - 4 px. */
    private static final int SEEN = 6;

    static ForeignTiles of(final Architecture architecture) {
        final int step = architecture.tileGeometry().alignment();
        final int halo = SEEN * step;
        return new ForeignTiles(step, halo, 2 * halo + step);
    }
}
