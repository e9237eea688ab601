package io.github.unetfiji.labels;

/** A stack of equally large label maps, read one at a time. */
public interface LabelSource {

    /** Width in px, at least 1. */
    int width();

    /** Height in px, at least 1. */
    int height();

    /** Number of slices, at least 1. */
    int slices();

    /**
     * Reads a slice.
     *
     * @param index 0 .. slices - 1
     * @throws io.github.unetfiji.UNetException if a value is no label
     */
    LabelMap slice(int index);
}
