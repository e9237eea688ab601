package io.github.unetfiji.dataset;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.stack.SliceSource;
import java.util.Locale;

/**
 * An image with its annotations.
 *
 * @param name for messages and provenance
 * @param image intensities as they are in the file
 * @param annotations of its pixels, of the same size and number of slices: a label image, or regions
 */
public record AnnotatedImage(String name, SliceSource image, AnnotationSource annotations) {

    public AnnotatedImage {
        if (image.width() != annotations.width()
                || image.height() != annotations.height()
                || image.slices() != annotations.slices()) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "The labels of '%s' are %dx%d px with %d slice(s), but the image is"
                                    + " %dx%d px with %d.",
                            name,
                            annotations.width(),
                            annotations.height(),
                            annotations.slices(),
                            image.width(),
                            image.height(),
                            image.slices()));
        }
    }
}
