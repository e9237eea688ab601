package io.github.unetfiji.ij;

import java.util.Optional;

/**
 * Equally large slices of an image, each read when it is asked for: as labels by {@link ImagePlusLabels}, as probabilities by
 * {@link ImagePlusProbabilities}.
 *
 * @param <P> what a slice is read as
 */
public interface SliceReader<P> {

    /** Width of every slice, px. */
    int width();

    /** Height of every slice, px. */
    int height();

    /** Number of slices, over all Z and T positions. */
    int slices();

    /**
     * Reads a slice.
     *
     * @param index 0 .. slices - 1
     * @throws io.github.unetfiji.UNetException if its values are not what is read here; names the image and the slice
     */
    P slice(int index);

    /** A sentence that tells the user how values were converted; empty if they are taken as they are. */
    default Optional<String> remark() {
        return Optional.empty();
    }
}
