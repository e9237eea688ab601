package io.github.unetfiji.segment;

import io.github.unetfiji.stack.Selection;
import io.github.unetfiji.stack.SliceSource;
import java.util.Optional;

/**
 * What is to be segmented of an image, and at which magnification. The result is that of the image's own pixels.
 *
 * @param image as the user has it
 * @param magnification of the image for the network
 * @param selection the part, in pixels of the image, of every slice; everything else is background
 */
public record SegmentationInput(
        SliceSource image, Magnification magnification, Optional<Selection> selection) {

    /** All of an image, as it is. */
    public static SegmentationInput of(final SliceSource image) {
        return new SegmentationInput(image, Magnification.NONE, Optional.empty());
    }
}
