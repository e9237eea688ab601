package io.github.unetfiji.segment;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.model.SegmentationModel;
import io.github.unetfiji.stack.PixelSize;
import io.github.unetfiji.stack.ScaledSlices;
import io.github.unetfiji.stack.SliceSource;
import java.util.Locale;
import java.util.Optional;

/**
 * The factors by which an image is resampled, so that its pixels are as large in the specimen as those that the model was
 * trained with.
 *
 * @param x pixels for the network per pixel of the image along x; 1 = as it is
 * @param y the same along y
 */
public record Magnification(double x, double y) {

    /** The image as it is. */
    public static final Magnification NONE = new Magnification(1, 1);

    /** Differences up to this share are taken for equal: calibrations are not that exact. */
    private static final double TOLERANCE = 0.01;

    private static final double MOST = 20;

    /**
     * The magnification of an image for a model.
     *
     * @param image size of its pixels; empty if unknown
     * @param model size of the pixels that the model was trained with; empty if unknown
     * @throws UNetException if the sizes are more than a factor of 20 apart
     */
    public static Magnification of(
            final Scaling scaling,
            final Optional<PixelSize> image,
            final Optional<PixelSize> model) {
        return scaling == Scaling.OFF ? NONE : of(image, model);
    }

    private static Magnification of(
            final Optional<PixelSize> image, final Optional<PixelSize> model) {
        if (image.isEmpty() || model.isEmpty()) {
            return NONE;
        }
        final double x = image.get().widthOver(model.get());
        final double y = image.get().heightOver(model.get());
        if (isExtreme(x) || isExtreme(y)) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "The image's pixels are %s and those of the model %s, but they may be at"
                                    + " most a factor of %.0f apart: correct the one that is wrong by"
                                    + " Image > Properties, or use scale=off.",
                            image.get(),
                            model.get(),
                            MOST));
        }
        return new Magnification(rounded(x), rounded(y));
    }

    private static boolean isExtreme(final double factor) {
        return !(factor <= MOST && factor >= 1 / MOST);
    }

    private static double rounded(final double factor) {
        return Math.abs(factor - 1) <= TOLERANCE ? 1 : factor;
    }

    /** Whether it leaves the image as it is. */
    public boolean isNone() {
        return equals(NONE);
    }

    /**
     * The image as the network is to see it.
     *
     * @throws UNetException if its slices would have more pixels than an array can hold
     */
    SliceSource of(final SliceSource image) {
        final int width = width(image.width());
        final int height = height(image.height());
        if ((long) width * height * image.channels() > Integer.MAX_VALUE - 8) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "The image would become %dx%d px at the pixel size of the model, which is"
                                    + " too large: crop it, or use scale=off.",
                            width,
                            height));
        }
        return ScaledSlices.of(image, width, height);
    }

    /** Width for the network, in px, of an image of this width. */
    public int width(final int imageWidth) {
        return scaled(imageWidth, x);
    }

    /** Height for the network, in px, of an image of this height. */
    public int height(final int imageHeight) {
        return scaled(imageHeight, y);
    }

    private static int scaled(final int side, final double factor) {
        return (int) Math.min(Integer.MAX_VALUE, Math.max(1, Math.round(side * factor)));
    }

    /** One sentence for people on what is done to this image. */
    String sentence(final SliceSource image, final SegmentationModel model) {
        return String.format(
                Locale.ROOT,
                "Scale: '%s' has pixels of %s and the model of %s, so %dx%d px are resampled to %dx%d"
                        + " px for the network, and its result back.",
                image.name(),
                image.pixelSize().map(PixelSize::toString).orElse("unknown size"),
                model.pixelSize().map(PixelSize::toString).orElse("unknown size"),
                image.width(),
                image.height(),
                width(image.width()),
                height(image.height()));
    }
}
