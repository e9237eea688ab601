package io.github.unetfiji.evaluate;

import io.github.unetfiji.text.MacroWord;

/** What the values of a prediction mean. */
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
     * The kind as the user names it.
     *
     * @throws io.github.unetfiji.UNetException if it is none
     */
    public static PredictionKind of(final String key) {
        return MacroWord.find(PredictionKind.class, "kind of prediction", key);
    }
}
