package io.github.unetfiji.ij;

import io.github.unetfiji.UNetException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

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
     * @throws UNetException if its values are not what is read here; names the image and the slice
     */
    P slice(int index);

    /**
     * Reads a slice whose failure names the image and the slice.
     *
     * @param title of the image
     * @param index 0 .. slices - 1
     * @throws UNetException with the sentence of the reading after both names
     */
    static <P> P named(final String title, final int index, final Supplier<P> reading) {
        try {
            return reading.get();
        } catch (final UNetException e) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT, "'%s', slice %d: %s", title, index + 1, e.getMessage()),
                    e);
        }
    }

    /** A sentence that tells the user how values were converted; empty if they are taken as they are. */
    default Optional<String> remark() {
        return Optional.empty();
    }
}
