package io.github.unetfiji.segment;

import io.github.unetfiji.Progress;

/** Computes the result of a network for slices of any size: class probabilities, or the channels of a model of others. */
public interface SliceClassifier {

    /** How many tiles a slice of this size takes: the units of progress. */
    int tiles(int width, int height);

    /** Pixels of the result for one of the slice, along x and along y; 1 but for a super-resolution. */
    default int factor() {
        return 1;
    }

    /**
     * Class probabilities of a slice.
     *
     * @param image normalised intensities (channel, y, x), x fastest
     * @param progress told after every tile; its cancelling is obeyed before every tile
     * @return (class, y, x), x fastest, width and height times {@link #factor}
     */
    float[] probabilities(float[] image, int width, int height, Progress progress);
}
