package io.github.unetfiji.stack;

/** The planes of a result, each computed when it is read. */
public interface PlaneSource {

    /** Width in px. */
    int width();

    /** Height in px. */
    int height();

    /** Number of slices. */
    int slices();

    /** Planes of every slice. */
    int channels();

    /**
     * Computes a plane; best in the order of the slices.
     *
     * @param slice 0 .. slices - 1
     * @param channel 0 .. channels - 1
     * @return byte[], short[], int[] or float[] (y, x), x fastest
     */
    Object plane(int slice, int channel);
}
