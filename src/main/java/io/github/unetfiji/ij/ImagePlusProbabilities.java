package io.github.unetfiji.ij;

import ij.ImagePlus;
import ij.ImageStack;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.evaluate.ProbabilityMap;
import java.util.Locale;
import java.util.Optional;

/**
 * The slices of an ImageJ image as probabilities that a pixel is cell: every Z and T position, in the
 * order of the stack. Of several channels the first is the background, and all the others are cell.
 *
 * <p>32-bit values are taken as they are, 8-bit and 16-bit ones are scaled. Pixels are read when they
 * are asked for, so a virtual stack stays on disk.
 */
public final class ImagePlusProbabilities implements SliceReader<ProbabilityMap> {

    /** How far beyond 0..1 a sum of rounded numbers may be. */
    private static final float ROUNDING = 1e-5f;

    private final String title;
    private final ImageStack stack;
    private final int channels;
    private final Optional<String> scale;

    private ImagePlusProbabilities(final ImagePlus image) {
        title = image.getTitle();
        stack = image.getStack();
        channels = image.getNChannels();
        scale =
                switch (image.getType()) {
                    case ImagePlus.GRAY32 -> Optional.empty();
                    case ImagePlus.GRAY16 -> Optional.of("its 16-bit values, 65535");
                    default -> Optional.of("its 8-bit values, 255");
                };
    }

    /**
     * The slices of an image of probabilities; an RGB image that is gray everywhere counts as 8-bit.
     *
     * @throws UNetException if it is a colour image or has no pixels
     */
    public static ImagePlusProbabilities of(final ImagePlus image) {
        ImagePlusSlices.checkGray(image);
        return new ImagePlusProbabilities(image);
    }

    @Override
    public Optional<String> remark() {
        return scale.map(
                values ->
                        String.format(
                                Locale.ROOT,
                                "'%s' is scaled to probabilities: of %s is probability 1.",
                                title,
                                values));
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
        return stack.getSize() / channels;
    }

    /**
     * {@inheritDoc}
     *
     * @throws UNetException if a value is no probability; names it
     */
    @Override
    public ProbabilityMap slice(final int index) {
        return SliceReader.named(title, index, () -> read(index));
    }

    private ProbabilityMap read(final int index) {
        final ProbabilityMap map = plane(stack.getPixels(index * channels + 1));
        if (channels > 1) {
            final float[] background = map.values();
            for (int i = 0; i < background.length; i++) {
                background[i] = 1 - background[i];
            }
        }
        return map;
    }

    /** The probabilities of a channel, in a plane of their own. */
    private ProbabilityMap plane(final Object pixels) {
        if (pixels instanceof byte[] bytes) {
            return ProbabilityMap.of(bytes, width(), height());
        }
        if (pixels instanceof short[] shorts) {
            return ProbabilityMap.of(shorts, width(), height());
        }
        if (pixels instanceof int[] grayRgb) {
            return ProbabilityMap.of(ImagePlusPixels.gray(grayRgb), width(), height());
        }
        final float[] values = ((float[]) pixels).clone();
        for (int i = 0; i < values.length; i++) {
            if (values[i] < 0 && values[i] >= -ROUNDING) {
                values[i] = 0;
            } else if (values[i] > 1 && values[i] <= 1 + ROUNDING) {
                values[i] = 1;
            }
        }
        return ProbabilityMap.of(values, width(), height());
    }
}
