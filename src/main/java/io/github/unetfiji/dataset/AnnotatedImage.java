package io.github.unetfiji.dataset;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.stack.CalibratedImage;
import io.github.unetfiji.stack.SliceSource;
import java.util.Locale;
import net.imglib2.type.numeric.RealType;

/**
 * An image with its annotations.
 *
 * @param name for messages and provenance
 * @param image intensities as they are in the file
 * @param annotations of its pixels, of the same size and number of slices: a label image, or regions
 */
public record AnnotatedImage(String name, SliceSource image, AnnotationSource annotations) {

    /**
     * @throws UNetException if width, height or number of slices of image and annotations differ
     */
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

    /**
     * An image with a label image, both of ImgLib2 pixels with axes in any order.
     *
     * @param image intensities along X and Y, and along channels, Z and time if there are any
     * @param labels whole numbers from 0, as many slices of the same size, without channels; their meaning is the {@link
     *     LabelKind} of the training
     * @throws UNetException if the sizes differ, or the labels have several channels
     */
    public static AnnotatedImage of(
            final CalibratedImage<? extends RealType<?>> image,
            final CalibratedImage<? extends RealType<?>> labels) {
        return new AnnotatedImage(image.name(), SliceSource.of(image), LabelSource.of(labels));
    }
}
