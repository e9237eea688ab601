package io.github.unetfiji.ij;

import ij.ImagePlus;
import ij.ImageStack;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.dataset.LabelSource;
import io.github.unetfiji.labels.GrayImageCheck;
import io.github.unetfiji.labels.LabelMap;
import java.util.Locale;

/** The slices of an ImageJ label image: 8, 16 or 32 bits, whole numbers from 0, no gray image. */
public final class ImagePlusLabels implements LabelSource, SliceReader<LabelMap> {

    private final String title;
    private final ImageStack stack;

    private ImagePlusLabels(final String title, final ImageStack stack) {
        this.title = title;
        this.stack = stack;
    }

    /**
     * The slices of a label image.
     *
     * @throws UNetException if it is an RGB image that is not gray, has several channels, or has no pixels
     */
    public static ImagePlusLabels of(final ImagePlus image) {
        // NB: the values count, not the colours of an 8-bit palette in which they are shown.
        if (image.getType() != ImagePlus.COLOR_256) {
            ImagePlusSlices.checkGray(image);
        }
        if (image.getNChannels() > 1) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "The label image '%s' has %d channels, but labels have one.",
                            image.getTitle(),
                            image.getNChannels()));
        }
        return new ImagePlusLabels(image.getTitle(), image.getStack());
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
    public int slices() {
        return stack.getSize();
    }

    /**
     * {@inheritDoc}
     *
     * @throws UNetException if a value is no label, or the slice is a gray image; names both
     */
    @Override
    public LabelMap slice(final int index) {
        return SliceReader.named(title, index, () -> read(index));
    }

    private LabelMap read(final int index) {
        final LabelMap map = map(stack.getPixels(index + 1));
        GrayImageCheck.check(map);
        return map;
    }

    private LabelMap map(final Object pixels) {
        if (pixels instanceof byte[] bytes) {
            return LabelMap.of(bytes, width(), height());
        }
        if (pixels instanceof short[] shorts) {
            return LabelMap.of(shorts, width(), height());
        }
        if (pixels instanceof int[] grayRgb) {
            return LabelMap.of(ImagePlusPixels.gray(grayRgb), width(), height());
        }
        return LabelMap.of((float[]) pixels, width(), height());
    }
}
