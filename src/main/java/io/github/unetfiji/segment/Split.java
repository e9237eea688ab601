package io.github.unetfiji.segment;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.text.MacroWord;

/** How objects that touch are divided. */
public enum Split {
    /** Not at all. */
    NONE,
    /** At their necks, see {@link io.github.unetfiji.labels.Watershed}. */
    WATERSHED;

    /**
     * The way as the user names it.
     *
     * @throws UNetException if it is none
     */
    public static Split of(final String key) {
        return MacroWord.find(Split.class, "split", key);
    }
}
