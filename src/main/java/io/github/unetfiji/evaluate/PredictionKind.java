package io.github.unetfiji.evaluate;

import io.github.unetfiji.text.MacroWord;

/** The meaning of the values of a prediction. */
public enum PredictionKind {
    /** Probabilities of cell, or of classes as channels. */
    PROBABILITIES,
    /** The value is the class, 0 = background. */
    CLASSES,
    /** 0 = background, every other value a cell; a mask with one value is split into its components. */
    INSTANCES;

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
        return MacroWord.find(PredictionKind.class, "kind of prediction", key);
    }
}
