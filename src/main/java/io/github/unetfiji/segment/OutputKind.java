package io.github.unetfiji.segment;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.setting.Setting;
import io.github.unetfiji.text.MacroWord;

/** The kinds of results that a segmentation has. */
public enum OutputKind {
    /** The object of every pixel, 0 = background. */
    INSTANCES,
    /** The class of every pixel, 0 = background. */
    CLASSES,
    /** One plane for each class, 0..1, that sum to 1. */
    PROBABILITIES,
    /** How much the probabilities of rotated and mirrored versions differ, 0..0.5. */
    UNCERTAINTY;

    /** The output as a user chooses it. */
    public static final Setting<OutputKind> SETTING =
            Setting.choice("output", PROBABILITIES)
                    .shown("instances", "objects with outlines and measurements");

    /** The macro's word for it. */
    public String key() {
        return MacroWord.of(this);
    }

    /**
     * Checks that there are objects if an option needs them.
     *
     * @param wanted whether that option is set
     * @param asked the option that needs them, begins a sentence: {@code Outlines need}
     * @throws UNetException if not
     */
    public void checkObjects(final boolean wanted, final String asked) {
        if (wanted && this != INSTANCES) {
            throw new UNetException(
                    asked + " objects: the output must be instances, but it is " + key() + ".");
        }
    }

    /**
     * The output as the user names it.
     *
     * @throws UNetException if it is none
     */
    public static OutputKind of(final String key) {
        return SETTING.read(key);
    }
}
