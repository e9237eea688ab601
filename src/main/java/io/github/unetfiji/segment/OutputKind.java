package io.github.unetfiji.segment;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.text.MacroWord;

/** What a segmentation gives. */
public enum OutputKind {
    /** One plane for each class, 0..1, that sum to 1. */
    PROBABILITIES,
    /** The class of every pixel, 0 = background. */
    CLASSES,
    /** The object of every pixel, 0 = background. */
    INSTANCES,
    /** How much the probabilities of rotated and mirrored versions differ, 0..0.5. */
    UNCERTAINTY;

    /** The macro's word for it. */
    public String key() {
        return MacroWord.of(this);
    }

    /**
     * The output as the user names it.
     *
     * @throws UNetException if it is none
     */
    public static OutputKind of(final String key) {
        return MacroWord.find(OutputKind.class, "output", key);
    }
}
