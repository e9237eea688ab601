package io.github.unetfiji.segment;

/** Whether an image is resampled to the pixel size that the model was trained with. */
public enum Scaling {
    /** Where image and model have a pixel size. */
    AUTO,
    /** Never: the network sees the pixels as they are. */
    OFF
}
