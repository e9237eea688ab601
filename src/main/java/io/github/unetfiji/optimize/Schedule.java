package io.github.unetfiji.optimize;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.text.MacroWord;

/** How the learning rate changes while a network is trained; see {@link LearningRate}. */
public enum Schedule {
    /** It stays as it is. */
    NONE,
    /** It falls to 0 along half a cosine wave. */
    COSINE,
    /** It is halved whenever the validation loss has not improved for some validations. */
    PLATEAU;

    /** The macro's word for it. */
    public String key() {
        return MacroWord.of(this);
    }

    /**
     * The schedule as the user names it.
     *
     * @throws UNetException if it is none
     */
    public static Schedule of(final String key) {
        return MacroWord.find(Schedule.class, "schedule", key);
    }
}
