package io.github.unetfiji.training;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.image.SliceSource;
import io.github.unetfiji.labels.LabelSource;

/**
 * An image and what its pixels are.
 *
 * @param name for messages and provenance
 * @param image intensities as they are in the file
 * @param labels of the same size and number of slices
 */
public record AnnotatedImage(String name, SliceSource image, LabelSource labels) {

    public AnnotatedImage {
        if (image.width() != labels.width()
                || image.height() != labels.height()
                || image.slices() != labels.slices()) {
            throw new UNetException(
                    String.format(
                            "The labels of '%s' are %dx%d px with %d slice(s), but the image is"
                                    + " %dx%d px with %d.",
                            name,
                            labels.width(),
                            labels.height(),
                            labels.slices(),
                            image.width(),
                            image.height(),
                            image.slices()));
        }
    }
}
