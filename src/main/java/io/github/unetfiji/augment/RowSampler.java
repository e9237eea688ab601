package io.github.unetfiji.augment;

/** Reads a mirrored source plane at a row of positions. */
@FunctionalInterface
interface RowSampler {

    /**
     * @param x source x of the pixels, relative to originX
     * @param y source y of the pixels, relative to originY
     * @param count number of pixels
     * @param offset index in the target plane of the first pixel
     */
    void sample(float[] x, float[] y, int originX, int originY, int count, int offset);
}
