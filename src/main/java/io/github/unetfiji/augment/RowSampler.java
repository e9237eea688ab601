package io.github.unetfiji.augment;

/** Reads a mirrored source plane at a row of positions. */
@FunctionalInterface
interface RowSampler {

    /**
     * @param x source x of the pixels
     * @param y source y of the pixels
     * @param count number of pixels
     * @param offset index in the target plane of the first pixel
     */
    void sample(double[] x, double[] y, int count, int offset);
}
