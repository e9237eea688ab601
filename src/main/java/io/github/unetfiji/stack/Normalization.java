package io.github.unetfiji.stack;

import io.github.unetfiji.Progress;
import io.github.unetfiji.UNetException;
import java.util.List;
import java.util.Locale;

/**
 * How a model brings the intensities of an image to the scale that its network was trained with. The scale is computed over
 * the whole stack or slice, never over a tile: otherwise tiles would show.
 *
 * @param mode the statistic, and the part of the image that it is computed over
 * @param fixed for {@link Mode#RANGE} the scale of every channel that the training images had; empty
 *     otherwise, and before training
 */
public record Normalization(Mode mode, List<IntensityScale> fixed) implements Normalizer {

    /** The choices. */
    public enum Mode {
        /** Mean 0 and standard deviation 1 over all slices of the image, for each channel. */
        STACK,
        /** Mean 0 and standard deviation 1 over each slice: for stacks whose brightness changes from slice to slice. */
        SLICE,
        /** The range of the training images to -1..1, for absolute intensities. */
        RANGE;

        /** The macro's word for it. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Normalization {
        fixed = List.copyOf(fixed);
    }

    /**
     * A normalisation as the user names it.
     *
     * @param key stack, slice or range
     * @throws UNetException if it is something else
     */
    public static Normalization of(final String key) {
        for (final Mode mode : Mode.values()) {
            if (mode.key().equals(key)) {
                return new Normalization(mode, List.of());
            }
        }
        throw new UNetException(
                "Normalization is '" + key + "', but must be stack, slice or range.");
    }

    /**
     * {@inheritDoc}
     *
     * @see NormalizedSlices#of
     */
    @Override
    public SliceSource normalized(final SliceSource image, final Progress progress) {
        return NormalizedSlices.of(image, this, progress);
    }
}
