package io.github.unetfiji.segment;

/** What computes a tile: a network, or a stand-in for one. */
@FunctionalInterface
interface TileClassifier {

    /**
     * Class probabilities of a tile.
     *
     * @param tile normalised intensities (channel, y, x), x fastest
     * @param width valid input width in px
     * @param height valid input height in px
     * @return (class, y, x) without the halo
     * @throws io.github.unetfiji.engine.OutOfMemoryException if memory does not suffice
     */
    float[] probabilities(float[] tile, int width, int height);
}
