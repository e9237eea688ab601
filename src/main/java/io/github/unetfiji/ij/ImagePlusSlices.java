package io.github.unetfiji.ij;

import ij.ImagePlus;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.stack.CalibratedImage;
import io.github.unetfiji.stack.PixelSize;
import io.github.unetfiji.stack.SliceSource;
import java.util.Locale;
import java.util.Optional;
import net.imglib2.type.numeric.RealType;

/**
 * The slices of an ImageJ image: every Z and T position, in the order of the stack, with its channels.
 *
 * <p>Pixels are read when they are asked for, so a virtual stack stays on disk. Gray images of 8, 16
 * and 32 bits, and RGB images, whose colours are channels; the calibration of gray values is not applied: what counts is the stored value.
 */
public final class ImagePlusSlices implements SliceSource {

    private static final int RGB = 3;

    private final SliceSource slices;

    private ImagePlusSlices(final CalibratedImage<? extends RealType<?>> pixels) {
        slices = SliceSource.of(pixels);
    }

    /**
     * The slices of an image; an RGB image has three channels, or one if it is gray everywhere.
     *
     * @throws UNetException if it is an 8-bit color image or has no pixels
     */
    public static ImagePlusSlices of(final ImagePlus image) {
        ImagePlusPixels.checkPixels(image);
        final boolean rgb = image.getType() == ImagePlus.COLOR_RGB;
        if (rgb && !isGray(image.getStack())) {
            return new ImagePlusSlices(ImagePlusPixels.channels(image));
        }
        checkGray(image);
        return new ImagePlusSlices(ImagePlusPixels.gray(image));
    }

    /**
     * The slices of an image for a network that takes so many channels: for three, an RGB image has
     * three, even if it is gray.
     *
     * @throws UNetException if it is a colour image that has not these channels, or has no pixels
     */
    public static ImagePlusSlices of(final ImagePlus image, final int channels) {
        ImagePlusPixels.checkPixels(image);
        if (image.getType() == ImagePlus.COLOR_RGB && channels == RGB) {
            return new ImagePlusSlices(ImagePlusPixels.channels(image));
        }
        checkGray(image);
        return new ImagePlusSlices(ImagePlusPixels.gray(image));
    }

    /**
     * Rejects images whose pixels are no intensities. An RGB image that is gray everywhere, such as a
     * PNG with an alpha channel, is accepted.
     *
     * @throws UNetException if it is a colour image or has no pixels
     */
    static void checkGray(final ImagePlus image) {
        ImagePlusPixels.checkPixels(image);
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

    private static boolean isGray(final ij.ImageStack stack) {
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
        return slices.name();
    }

    @Override
    public Optional<PixelSize> pixelSize() {
        return slices.pixelSize();
    }

    @Override
    public int width() {
        return slices.width();
    }

    @Override
    public int height() {
        return slices.height();
    }

    @Override
    public int channels() {
        return slices.channels();
    }

    @Override
    public int slices() {
        return slices.slices();
    }

    @Override
    public float[] slice(final int index) {
        return slices.slice(index);
    }
}
