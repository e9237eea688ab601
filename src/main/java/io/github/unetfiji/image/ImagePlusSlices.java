package io.github.unetfiji.image;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ImageProcessor;
import io.github.unetfiji.UNetException;

/**
 * The slices of an ImageJ image: every Z and T position, in the order of the stack, with its channels.
 *
 * <p>Pixels are read when they are asked for, so a virtual stack stays on disk. Gray images of 8, 16
 * and 32 bits; the calibration of gray values is not applied: what counts is the stored value.
 */
public final class ImagePlusSlices implements SliceSource {

    private final String title;
    private final ImageStack stack;
    private final int channels;

    private ImagePlusSlices(final String title, final ImageStack stack, final int channels) {
        this.title = title;
        this.stack = stack;
        this.channels = channels;
    }

    /**
     * The slices of an image.
     *
     * @throws UNetException if it is a colour image or has no pixels
     */
    public static ImagePlusSlices of(final ImagePlus image) {
        checkGray(image);
        return new ImagePlusSlices(image.getTitle(), image.getStack(), image.getNChannels());
    }

    /**
     * Rejects images whose pixels are no intensities. An RGB image that is gray everywhere, such as a
     * PNG with an alpha channel, is accepted.
     *
     * @throws UNetException if it is a colour image or has no pixels
     */
    static void checkGray(final ImagePlus image) {
        if (image.getWidth() == 0 || image.getHeight() == 0 || image.getStackSize() == 0) {
            throw new UNetException("The image '" + image.getTitle() + "' has no pixels.");
        }
        final boolean rgb = image.getType() == ImagePlus.COLOR_RGB;
        if (image.getType() == ImagePlus.COLOR_256 || (rgb && !isGray(image.getStack()))) {
            throw new UNetException(
                    String.format(
                            "The image '%s' is %s, but a gray image of 8, 16 or 32 bits is needed:"
                                    + " convert it with Image > Type > 8-bit.",
                            image.getTitle(), rgb ? "RGB" : "8-bit color"));
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
        return stack.getSize() / channels;
    }

    @Override
    public float[] slice(final int index) {
        final int size = width() * height();
        final float[] slice = new float[channels * size];
        for (int c = 0; c < channels; c++) {
            final ImageProcessor plane = stack.getProcessor(index * channels + c + 1);
            copy(plane.getPixels(), slice, c * size, size);
        }
        return slice;
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
