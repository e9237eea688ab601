package io.github.unetfiji.evaluate;

import io.github.unetfiji.setting.Setting;
import io.github.unetfiji.text.MacroWord;

/** The meaning of the values of a prediction. */
public enum PredictionKind {
    /** Probabilities of cell, or of classes as channels. */
    PROBABILITIES,
    /** The value is the class, 0 = background. */
    CLASSES,
    /** 0 = background, every other value a cell; a mask with one value is split into its components. */
    INSTANCES;

    /** The kind as a user chooses it. */
    public static final Setting<PredictionKind> SETTING =
            Setting.choice("kind", PROBABILITIES).shown("instances", "objects");

    /** The macro's word for it. */
    public String key() {
        return MacroWord.of(this);
    }

    /**
     * The kind that a macro names.
     *
     * @throws io.github.unetfiji.UNetException if there is no such kind
     */
    public static PredictionKind of(final String key) {
        return SETTING.read(key);
    }
}
