package io.github.unetfiji.stack;

import java.util.Optional;

/**
 * A stack of equally large slices, read one at a time: what is in memory is the source's choice.
 *
 * <p>Slices are counted over all Z and T positions in the order of the stack; channels belong to a
 * slice.
 */
public interface SliceSource {

    /** What people know the image by, for messages; empty if nothing. */
    default String name() {
        return "";
    }

    /** How large its pixels are in the specimen; empty if nobody knows. */
    default Optional<PixelSize> pixelSize() {
        return Optional.empty();
    }

    /** Width in px, at least 1. */
    int width();

    /** Height in px, at least 1. */
    int height();

    /** Channels of every slice, at least 1. */
    int channels();

    /** Number of slices, at least 1. */
    int slices();

    /**
     * Reads a slice.
     *
     * @param index 0 .. slices - 1
     * @return intensities (channel, y, x), x fastest; the caller may change them
     */
    float[] slice(int index);
}
