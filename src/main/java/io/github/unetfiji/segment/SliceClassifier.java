package io.github.unetfiji.segment;

import io.github.unetfiji.Progress;

/** Computes the class probabilities of slices of any size. */
public interface SliceClassifier {

    /** How many tiles a slice of this size takes: the units of progress. */
    int tiles(int width, int height);

    /**
     * Class probabilities of a slice.
     *
     * @param image normalised intensities (channel, y, x), x fastest
     * @param progress told after every tile; its cancelling is obeyed before every tile
     * @return (class, y, x), x fastest, same width and height
     */
    float[] probabilities(float[] image, int width, int height, Progress progress);
}
