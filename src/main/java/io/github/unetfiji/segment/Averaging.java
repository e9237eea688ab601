package io.github.unetfiji.segment;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.text.MacroWord;
import java.util.EnumSet;
import java.util.Set;

/**
 * Over which versions of an image the class probabilities are averaged (Ronneberger et al. 2015,
 * section 4: the average over 7 rotated versions of the input).
 *
 * <p>Only those that map pixels onto pixels: nothing is interpolated.
 */
public enum Averaging {
    /** The image as it is. */
    NONE(EnumSet.of(Symmetry.IDENTITY)),
    /** The four rotations by 90 degrees. */
    ROTATIONS(EnumSet.range(Symmetry.IDENTITY, Symmetry.THREE_QUARTER_TURN)),
    /** The four rotations and their mirror images. */
    DIHEDRAL(EnumSet.allOf(Symmetry.class));

    private final Set<Symmetry> symmetries;

    Averaging(final Set<Symmetry> symmetries) {
        this.symmetries = symmetries;
    }

    /** The versions of the image, the identity first. */
    Set<Symmetry> symmetries() {
        return symmetries;
    }

    /** Number of versions, as many times longer it takes. */
    public int versions() {
        return symmetries.size();
    }

    /**
     * Checks that there are several versions, whose probabilities can differ.
     *
     * @throws UNetException if there is but one version
     */
    public void checkUncertainty() {
        if (versions() == 1) {
            throw new UNetException(
                    "The uncertainty is the deviation over versions of the image, so averaging must be"
                            + " rotations or dihedral, but it is "
                            + key()
                            + ".");
        }
    }

    /** The macro's word for it. */
    public String key() {
        return MacroWord.of(this);
    }
}
