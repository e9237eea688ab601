package io.github.unetfiji.dataset;

import io.github.unetfiji.stack.PixelSize;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** The pixel size that the images of a training have in common. */
public final class CommonPixelSize {

    /** As in segmenting: differences up to this share are taken for equal. */
    private static final double TOLERANCE = 0.01;

    private CommonPixelSize() {}

    /**
     * The pixel size of the images that have one; empty if none has one, or if they differ: then no size is right for all.
     *
     * @param warnings receives a sentence if they differ
     */
    public static Optional<PixelSize> of(
            final List<AnnotatedImage> images, final Consumer<String> warnings) {
        final List<AnnotatedImage> known =
                images.stream().filter(image -> image.image().pixelSize().isPresent()).toList();
        if (known.isEmpty()) {
            return Optional.empty();
        }
        final PixelSize first = size(known.get(0));
        for (final AnnotatedImage image : known) {
            if (differs(size(image), first)) {
                warnings.accept(
                        String.format(
                                Locale.ROOT,
                                "The pixels of '%s' are %s, but those of '%s' %s: all images are used"
                                        + " as they are, and the model keeps no pixel size.",
                                known.get(0).name(),
                                first,
                                image.name(),
                                size(image)));
                return Optional.empty();
            }
        }
        return Optional.of(first);
    }

    /**
     * Compares the pixel size of the images with that of the model that a training goes on from.
     *
     * @param warnings receives a sentence if they differ
     */
    public static void compare(
            final Optional<PixelSize> images,
            final Optional<PixelSize> start,
            final Consumer<String> warnings) {
        if (images.isPresent() && start.isPresent() && differs(images.get(), start.get())) {
            warnings.accept(
                    String.format(
                            Locale.ROOT,
                            "The pixels of the images are %s, but the model to go on from was trained"
                                    + " with %s: the images are used as they are.",
                            images.get(),
                            start.get()));
        }
    }

    private static PixelSize size(final AnnotatedImage image) {
        return image.image().pixelSize().orElseThrow();
    }

    private static boolean differs(final PixelSize size, final PixelSize other) {
        return Math.abs(size.widthOver(other) - 1) > TOLERANCE
                || Math.abs(size.heightOver(other) - 1) > TOLERANCE;
    }
}
