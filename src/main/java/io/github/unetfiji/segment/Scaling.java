package io.github.unetfiji.segment;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.text.MacroWord;

/** Whether an image is resampled to the pixel size that the model was trained with. */
public enum Scaling {
    /** Where image and model have a pixel size. */
    AUTO,
    /** Never: the network sees the pixels as they are. */
    OFF;

    /**
     * The scaling as the user names it.
     *
     * @throws UNetException if it is none
     */
    public static Scaling of(final String key) {
        return MacroWord.find(Scaling.class, "scale", key);
    }
}
