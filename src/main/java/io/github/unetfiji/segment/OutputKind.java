package io.github.unetfiji.segment;

import io.github.unetfiji.UNetException;
import java.util.Locale;

/** What a segmentation gives. */
public enum OutputKind {
    /** One plane for each class, 0..1, that sum to 1. */
    PROBABILITIES,
    /** The most probable class of every pixel, 0 = background. */
    CLASSES,
    /** The objects, numbered from 1, 0 = background. */
    INSTANCES,
    /** How much the averaged versions disagree, see {@link Averaging}. */
    UNCERTAINTY;

    /** The macro's word for it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The output as the user names it.
     *
     * @throws UNetException if it is none
     */
    public static OutputKind of(final String key) {
        for (final OutputKind kind : values()) {
            if (kind.key().equals(key)) {
                return kind;
            }
        }
        throw new UNetException(
                "The output is '"
                        + key
                        + "', but must be probabilities, classes, instances or uncertainty.");
    }

    /**
     * Whether there is such an output with an averaging.
     *
     * @throws UNetException if it is the uncertainty, and nothing is averaged
     */
    public void check(final Averaging averaging) {
        if (this == UNCERTAINTY && averaging == Averaging.NONE) {
            throw new UNetException(
                    "The uncertainty is the deviation over averaged versions, but the averaging is none:"
                            + " choose rotations or dihedral.");
        }
    }
}
