package io.github.unetfiji.ij;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.VirtualStack;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;
import io.github.unetfiji.Progress;
import io.github.unetfiji.labels.LabelMap;
import io.github.unetfiji.stack.PlaneSource;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Makes images of results that fit their input: same size, slices, frames, labels of the slices and calibration, and
 * a display range in which something can be seen.
 */
public final class ResultImage {

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
        final Computed computed = new Computed(planes, new SliceLabels(like, channels)::of);
        final ImagePlus image = image(inMemory(computed, Progress.NONE), planes, like, title);
        return dressed(image, image.getBitDepth() == Float.SIZE);
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
        final Computed stack = new Computed(planes, new SliceLabels(like, channels)::of);
        final ImagePlus image = image(stack, planes, like, title);
        return dressed(image, stack.isReal());
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
        return coloured(image(new Computed(spool, slices(like)::of), spool, like, title));
    }

    /**
     * A measure whose planes are computed when they are read (float32, one channel), in the colours of heat.
     *
     * @param most where the colours end
     */
    public static ImagePlus streamedHeat(
            final PlaneSource planes, final ImagePlus like, final String title, final double most) {
        final Computed stack = new Computed(planes, slices(like)::of);
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
        final Computed computed = new Computed(planes, slices(like)::of);
        final ImagePlus image = image(inMemory(computed, progress), planes, like, title);
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

    /**
     * Augmented samples (float32): the channels of the image, then classes, then weights in the colours
     * of heat; one sample a slice, in pixels without calibration. The outlines of the classes lie over
     * every channel of their slice.
     */
    public static ImagePlus samples(final PlaneSource planes, final String title) {
        final List<String> labels = new ArrayList<>();
        for (int c = 0; c < planes.channels() - 2; c++) {
            labels.add("image");
        }
        labels.add("classes");
        labels.add("weights");
        final Computed computed =
                new Computed(planes, plane -> labels.get(plane % planes.channels()));
        final ImageStack stack = inMemory(computed, Progress.NONE);
        final ImagePlus image = new ImagePlus();
        image.setStack(title, stack);
        image.setDimensions(planes.channels(), planes.slices(), 1);
        final int channels = planes.channels();
        final ImagePlus composite =
                composite(
                        image,
                        channel ->
                                channel <= channels - 2
                                        ? new double[] {-2.5, 2.5}
                                        : new double[] {0, largest(stack, channel, channels)},
                        1);
        colour((CompositeImage) composite);
        composite.setOverlay(outlines(stack, channels));
        return composite;
    }

    /**
     * The same, with a dashed frame around the part that is learned from.
     *
     * @param frame that part, in px
     */
    public static ImagePlus samples(
            final PlaneSource planes, final Rectangle frame, final String title) {
        final ImagePlus image = samples(planes, title);
        image.getOverlay().add(LabelOutlines.frame(frame));
        return image;
    }

    /** Gray but for the last channel, which is heat; the display ranges stay. */
    private static void colour(final CompositeImage image) {
        image.setMode(IJ.COLOR);
        for (int c = 1; c <= image.getNChannels(); c++) {
            final LUT ranged = image.getChannelLut(c);
            final LUT lut = c == image.getNChannels() ? Colors.heat() : Colors.gray();
            lut.min = ranged.min;
            lut.max = ranged.max;
            image.setChannelLut(lut, c);
        }
        image.updateAndDraw();
    }

    private static Overlay outlines(final ImageStack stack, final int channels) {
        final Overlay overlay = new Overlay();
        for (int slice = 1; slice <= stack.getSize() / channels; slice++) {
            final float[] plane = (float[]) stack.getPixels(slice * channels - 1);
            final int[] classes = new int[plane.length];
            for (int i = 0; i < plane.length; i++) {
                classes[i] = (int) plane[i];
            }
            final LabelMap map = LabelMap.of(classes, stack.getWidth(), stack.getHeight());
            for (final Roi outline : LabelOutlines.of(map)) {
                outline.setPosition(0, slice, 0);
                overlay.add(outline);
            }
        }
        return overlay;
    }

    private static ImageStack inMemory(final Computed computed, final Progress progress) {
        final ImageStack stack = new ImageStack(computed.getWidth(), computed.getHeight());
        for (int i = 1; i <= computed.getSize(); i++) {
            progress.checkCancelled();
            stack.addSlice(computed.getSliceLabel(i), computed.getProcessor(i).getPixels());
            progress.report(i, computed.getSize(), "slice");
        }
        return stack;
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
        image.setCalibration(like.getCalibration().copy());
        image.getCalibration().disableDensityCalibration();
        return image;
    }

    private static ImagePlus dressed(final ImagePlus image, final boolean real) {
        if (!real) {
            return coloured(image);
        }
        if (image.getNChannels() == 1) {
            image.setDisplayRange(0, 1);
            return image;
        }
        // NB: what people want to look at first is the foreground, not the background.
        return composite(image, channel -> new double[] {0, 1}, 2);
    }

    private static ImagePlus composite(
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
    private static double largest(final ImageStack stack, final int channel, final int channels) {
        float max = Float.MIN_NORMAL;
        for (int i = channel; i <= stack.getSize(); i += channels) {
            for (final float value : (float[]) stack.getPixels(i)) {
                max = Math.max(max, value);
            }
        }
        return max;
    }

    /** A stack whose planes are computed when they are read. */
    private static final class Computed extends VirtualStack {

        private final PlaneSource planes;
        private final IntFunction<String> labels;

        /**
         * @param labels of a plane, from 0; null if it has none
         */
        Computed(final PlaneSource planes, final IntFunction<String> labels) {
            super(planes.width(), planes.height(), planes.slices() * planes.channels());
            this.planes = planes;
            this.labels = labels;
        }

        boolean isReal() {
            return planes.plane(0, 0) instanceof float[];
        }

        @Override
        public ImageProcessor getProcessor(final int n) {
            final int channels = planes.channels();
            final Object pixels = planes.plane((n - 1) / channels, (n - 1) % channels);
            if (pixels instanceof float[] real) {
                return new FloatProcessor(getWidth(), getHeight(), real);
            }
            final ImageProcessor labels =
                    pixels instanceof byte[] bytes
                            ? new ByteProcessor(getWidth(), getHeight(), bytes)
                            : new ShortProcessor(getWidth(), getHeight(), (short[]) pixels, null);
            labels.setColorModel(Colors.classes());
            return labels;
        }

        @Override
        public Object getPixels(final int n) {
            return getProcessor(n).getPixels();
        }

        @Override
        public String getSliceLabel(final int n) {
            return labels.apply(n - 1);
        }
    }
}
