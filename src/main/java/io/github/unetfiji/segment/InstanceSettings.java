package io.github.unetfiji.segment;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.model.Postprocessing;

/**
 * How objects are made of class probabilities.
 *
 * @param threshold an object's pixels have a larger probability of not being background; 0..1
 * @param split how objects that touch are divided
 * @param height px that a part must be deeper than the neck between it and another; above 0
 * @param smallest pixels that an object must have in a slice
 * @param link whether an object keeps its id from slice to slice
 */
public record InstanceSettings(
        double threshold, Split split, double height, int smallest, boolean link) {

    /** Components of the pixels whose probability of not being background is above 0.5. */
    public static final InstanceSettings DEFAULT =
            new InstanceSettings(0.5, Split.NONE, 1, 0, false);

    /**
     * The settings that a model was tuned to.
     *
     * @param tuned of the model, or {@link Postprocessing#NONE}; its lengths are px of the model
     * @param modelPixel side of a pixel of the model, in px of the image
     */
    public static InstanceSettings of(
            final Postprocessing tuned, final double modelPixel, final boolean link) {
        return new InstanceSettings(
                tuned.objectThreshold(),
                tuned.neck() > 0 ? Split.WATERSHED : Split.NONE,
                tuned.neck() > 0 ? tuned.neck() * modelPixel : DEFAULT.height(),
                (int) Math.round(tuned.smallest() * modelPixel * modelPixel),
                link);
    }

    /**
     * @throws UNetException if a number is out of its range
     */
    public InstanceSettings {
        SegmentationKeys.THRESHOLD.check(threshold);
        checkHeight(height);
        SegmentationKeys.SMALLEST.check(smallest);
    }

    static void checkHeight(final double height) {
        SegmentationKeys.HEIGHTS.check("The height", height, "px");
    }
}
