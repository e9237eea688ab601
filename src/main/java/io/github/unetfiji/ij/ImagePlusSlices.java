package io.github.unetfiji.ij;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.process.ImageProcessor;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.stack.PixelSize;
import io.github.unetfiji.stack.SliceSource;
import java.util.Locale;
import java.util.Optional;

/**
 * The slices of an ImageJ image: every Z and T position, in the order of the stack, with its channels.
 *
 * <p>Pixels are read when they are asked for, so a virtual stack stays on disk. Gray images of 8, 16
 * and 32 bits, and RGB images, whose colours are channels; the calibration of gray values is not applied: what counts is the stored value.
 */
public final class ImagePlusSlices implements SliceSource {

    private static final int RGB = 3;

    private final String title;
    private final ImageStack stack;
    private final int channels;
    private final boolean coloured;
    private final Optional<PixelSize> pixelSize;

    private ImagePlusSlices(final ImagePlus image, final boolean coloured) {
        title = image.getTitle();
        stack = image.getStack();
        this.coloured = coloured;
        channels = coloured ? RGB : image.getNChannels();
        pixelSize = pixelSize(image);
    }

    /**
     * The slices of an image; an RGB image has three channels, or one if it is gray everywhere.
     *
     * @throws UNetException if it is an 8-bit color image or has no pixels
     */
    public static ImagePlusSlices of(final ImagePlus image) {
        checkPixels(image);
        final boolean rgb = image.getType() == ImagePlus.COLOR_RGB;
        if (rgb && !isGray(image.getStack())) {
            return new ImagePlusSlices(image, true);
        }
        checkGray(image);
        return new ImagePlusSlices(image, false);
    }

    /**
     * The slices of an image for a network that takes so many channels: for three, an RGB image has
     * three, even if it is gray.
     *
     * @throws UNetException if it is a colour image that has not these channels, or has no pixels
     */
    public static ImagePlusSlices of(final ImagePlus image, final int channels) {
        checkPixels(image);
        if (image.getType() == ImagePlus.COLOR_RGB && channels == RGB) {
            return new ImagePlusSlices(image, true);
        }
        checkGray(image);
        return new ImagePlusSlices(image, false);
    }

    /**
     * How large the pixels of an image are, by its calibration; empty if it has none.
     *
     * <p>NB: an image that nobody calibrated has the unit "pixel", which is no length.
     */
    public static Optional<PixelSize> pixelSize(final ImagePlus image) {
        final Calibration calibration = image.getCalibration();
        return PixelSize.of(
                calibration.pixelWidth,
                calibration.getXUnit(),
                calibration.pixelHeight,
                calibration.getYUnit());
    }

    private static void checkPixels(final ImagePlus image) {
        if (image.getWidth() == 0 || image.getHeight() == 0 || image.getStackSize() == 0) {
            throw new UNetException("The image '" + image.getTitle() + "' has no pixels.");
        }
    }

    /**
     * Rejects images whose pixels are no intensities. An RGB image that is gray everywhere, such as a
     * PNG with an alpha channel, is accepted.
     *
     * @throws UNetException if it is a colour image or has no pixels
     */
    static void checkGray(final ImagePlus image) {
        checkPixels(image);
        final boolean rgb = image.getType() == ImagePlus.COLOR_RGB;
        if (image.getType() == ImagePlus.COLOR_256 || (rgb && !isGray(image.getStack()))) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "The image '%s' is %s, but a gray image of 8, 16 or 32 bits is needed:"
                                    + " convert it with Image > Type > 8-bit.",
                            image.getTitle(),
                            rgb ? "RGB" : "8-bit color"));
        }
    }

    private static boolean isGray(final ImageStack stack) {
        for (int i = 1; i <= stack.getSize(); i++) {
            for (final int rgb : (int[]) stack.getPixels(i)) {
                if ((rgb & 0xff) != (rgb >> 8 & 0xff) || (rgb & 0xff) != (rgb >> 16 & 0xff)) {
                    return false;
                }
            }
        }
        return true;
    }

    @Override
    public String name() {
        return title;
    }

    @Override
    public Optional<PixelSize> pixelSize() {
        return pixelSize;
    }

    @Override
    public int width() {
        return stack.getWidth();
    }

    @Override
    public int height() {
        return stack.getHeight();
    }

    @Override
    public int channels() {
        return channels;
    }

    @Override
    public int slices() {
        return stack.getSize() / (coloured ? 1 : channels);
    }

    @Override
    public float[] slice(final int index) {
        final int size = width() * height();
        final float[] slice = new float[channels * size];
        if (coloured) {
            split((int[]) stack.getPixels(index + 1), slice);
            return slice;
        }
        for (int c = 0; c < channels; c++) {
            final ImageProcessor plane = stack.getProcessor(index * channels + c + 1);
            copy(plane.getPixels(), slice, c * size, size);
        }
        return slice;
    }

    /** Red, green and blue as planes. */
    private static void split(final int[] pixels, final float[] into) {
        final int size = pixels.length;
        for (int i = 0; i < size; i++) {
            into[i] = pixels[i] >> 16 & 0xff;
            into[size + i] = pixels[i] >> 8 & 0xff;
            into[2 * size + i] = pixels[i] & 0xff;
        }
    }

    private static void copy(
            final Object pixels, final float[] into, final int offset, final int size) {
        if (pixels instanceof byte[] bytes) {
            for (int i = 0; i < size; i++) {
                into[offset + i] = bytes[i] & 0xff;
            }
        } else if (pixels instanceof short[] shorts) {
            for (int i = 0; i < size; i++) {
                into[offset + i] = shorts[i] & 0xffff;
            }
        } else if (pixels instanceof int[] grayRgb) {
            for (int i = 0; i < size; i++) {
                into[offset + i] = grayRgb[i] & 0xff;
            }
        } else {
            System.arraycopy((float[]) pixels, 0, into, offset, size);
        }
    }
}
