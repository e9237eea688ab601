package io.github.unetfiji.ij;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import io.github.unetfiji.Progress;
import io.github.unetfiji.stack.PlaneSource;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Makes ImageJ images of the results of a segmentation. A result has the width, height, slices, frames, slice labels and
 * calibration of the image that was segmented, and a display range in which its values can be seen. Of a super-resolution it has
 * more pixels, which are as much smaller.
 */
public final class ResultImage {

    /** Sums of probabilities are 1 but for it. */
    private static final float ROUNDING = 1e-3f;

    private ResultImage() {}

    /**
     * A result in memory: probabilities (float32) or classes (8 bits).
     *
     * @param planes computed here, all of them
     * @param like the image that was segmented
     * @param channels names of the channels, or empty where there is but one
     */
    public static ImagePlus of(
            final PlaneSource planes,
            final ImagePlus like,
            final String title,
            final List<String> channels) {
        final ComputedStack computed =
                new ComputedStack(planes, new SliceLabels(like, channels)::of);
        final ImagePlus image = image(computed.inMemory(Progress.NONE), planes, like, title);
        return shown(image, image.getBitDepth() == Float.SIZE);
    }

    /**
     * A result that is computed plane by plane when it is read, for example while it is written to a
     * file: memory does not grow with the stack.
     */
    public static ImagePlus streamed(
            final PlaneSource planes,
            final ImagePlus like,
            final String title,
            final List<String> channels) {
        final ComputedStack stack = new ComputedStack(planes, new SliceLabels(like, channels)::of);
        return shown(image(stack, planes, like, title), stack.isReal());
    }

    /**
     * Label maps in memory, of 16 bits, or of 32 if there are more than 65535 ids; every id a colour up to 254.
     *
     * @param ids int[] planes, computed here, all of them
     */
    public static ImagePlus labels(
            final PlaneSource ids, final ImagePlus like, final String title) {
        final ImageStack stack = LabelPixels.of(ids);
        final SliceLabels labels = slices(like);
        for (int i = 1; i <= stack.getSize(); i++) {
            stack.setSliceLabel(labels.of(i - 1), i);
        }
        return coloured(image(stack, ids, like, title));
    }

    /** The same, plane by plane from disk. */
    public static ImagePlus labels(
            final LabelSpool spool, final ImagePlus like, final String title) {
        return coloured(image(new ComputedStack(spool, slices(like)::of), spool, like, title));
    }

    /**
     * A measure whose planes are computed when they are read (float32, one channel), in the colours of heat.
     *
     * @param most where the colours end
     */
    public static ImagePlus streamedHeat(
            final PlaneSource planes, final ImagePlus like, final String title, final double most) {
        final ComputedStack stack = new ComputedStack(planes, slices(like)::of);
        // NB: ImageJ takes a virtual stack for one of 8 bits when it is given a look-up table.
        stack.setBitDepth(Float.SIZE);
        return heated(image(stack, planes, like, title), most);
    }

    /**
     * A measure (float32, one channel) in the colours of heat, from 0 to its largest value.
     *
     * @param progress told after every slice
     */
    public static ImagePlus heat(
            final PlaneSource planes,
            final ImagePlus like,
            final String title,
            final Progress progress) {
        final ComputedStack computed = new ComputedStack(planes, slices(like)::of);
        final ImagePlus image = image(computed.inMemory(progress), planes, like, title);
        return heated(image, largest(image.getStack(), 1, 1));
    }

    /** Of results with one channel. */
    private static SliceLabels slices(final ImagePlus like) {
        return new SliceLabels(like, List.of());
    }

    private static ImagePlus heated(final ImagePlus image, final double most) {
        image.setLut(Colors.heat());
        image.setDisplayRange(0, most);
        return image;
    }

    private static ImagePlus coloured(final ImagePlus image) {
        image.getProcessor().setColorModel(Colors.classes());
        image.getStack().setColorModel(Colors.classes());
        image.setDisplayRange(0, 255);
        return image;
    }

    private static ImagePlus image(
            final ImageStack stack,
            final PlaneSource planes,
            final ImagePlus like,
            final String title) {
        final ImagePlus image = new ImagePlus();
        image.setStack(title, stack);
        final int frames = like.getNFrames();
        new StackLayout(planes.channels(), planes.slices() / frames, frames).arrange(image);
        image.setCalibration(calibration(like, planes));
        return image;
    }

    /** That of the image; a super-resolution has some pixels for each of the image. */
    private static Calibration calibration(final ImagePlus like, final PlaneSource planes) {
        final Calibration calibration = like.getCalibration().copy();
        calibration.disableDensityCalibration();
        final double factor = (double) planes.width() / like.getWidth();
        calibration.pixelWidth /= factor;
        calibration.pixelHeight /= factor;
        calibration.xOrigin *= factor;
        calibration.yOrigin *= factor;
        return calibration;
    }

    private static ImagePlus shown(final ImagePlus image, final boolean real) {
        return real ? fitted(dressed(image)) : coloured(image);
    }

    private static ImagePlus dressed(final ImagePlus image) {
        if (image.getNChannels() == 1) {
            image.setDisplayRange(0, 1);
            return image;
        }
        // NB: what people want to look at first is the foreground, not the background.
        return composite(image, channel -> new double[] {0, 1}, 2);
    }

    /** Shows the channels of the first slice whole whose values are no probabilities. */
    private static ImagePlus fitted(final ImagePlus image) {
        for (int c = image.getNChannels(); c >= 1; c--) {
            float least = 0;
            float most = 1;
            for (final float value : (float[]) image.getStack().getPixels(c)) {
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
            if (least < 0 || most > 1 + ROUNDING) {
                image.setC(c);
                image.setDisplayRange(least, most);
            }
        }
        image.setC(Math.min(2, image.getNChannels()));
        return image;
    }

    /**
     * Several channels in gray, each with a display range of its own.
     *
     * @param range lowest and highest value of a channel, from 1
     * @param current channel that is shown first, from 1
     */
    static ImagePlus composite(
            final ImagePlus image, final IntFunction<double[]> range, final int current) {
        final CompositeImage composite = new CompositeImage(image, CompositeImage.GRAYSCALE);
        for (int c = image.getNChannels(); c >= 1; c--) {
            composite.setC(c);
            composite.setDisplayRange(range.apply(c)[0], range.apply(c)[1]);
        }
        composite.setC(Math.min(current, image.getNChannels()));
        composite.setOpenAsHyperStack(true);
        return composite;
    }

    /** The largest value of a channel in all slices, at least a little above 0. */
    static double largest(final ImageStack stack, final int channel, final int channels) {
        float max = Float.MIN_NORMAL;
        for (int i = channel; i <= stack.getSize(); i += channels) {
            for (final float value : (float[]) stack.getPixels(i)) {
                max = Math.max(max, value);
            }
        }
        return max;
    }
}
