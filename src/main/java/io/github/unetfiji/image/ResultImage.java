package io.github.unetfiji.image;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.VirtualStack;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import java.util.List;

/**
 * Makes images of results that fit their input: same size, slices, frames and calibration, and a
 * display range in which something can be seen.
 */
public final class ResultImage {

    private ResultImage() {}

    /**
     * A result in memory.
     *
     * @param planes computed here, all of them
     * @param like the image that was segmented
     * @param labels names of the channels, or empty where there is but one
     */
    public static ImagePlus of(
            final PlaneSource planes,
            final ImagePlus like,
            final String title,
            final List<String> labels) {
        final ImageStack computed = new Computed(planes, labels);
        final ImageStack stack = new ImageStack(planes.width(), planes.height());
        for (int i = 1; i <= computed.getSize(); i++) {
            stack.addSlice(computed.getSliceLabel(i), computed.getProcessor(i).getPixels());
        }
        return dressed(stack, planes, like, title);
    }

    /**
     * A result that is computed plane by plane when it is read, for example while it is written to a
     * file: memory does not grow with the stack.
     */
    public static ImagePlus streamed(
            final PlaneSource planes,
            final ImagePlus like,
            final String title,
            final List<String> labels) {
        return dressed(new Computed(planes, labels), planes, like, title);
    }

    private static ImagePlus dressed(
            final ImageStack stack,
            final PlaneSource planes,
            final ImagePlus like,
            final String title) {
        final ImagePlus image = new ImagePlus();
        image.setStack(title, stack);
        // NB: a virtual stack tells its type when it is read; here by its first plane.
        final boolean real = stack instanceof Computed c ? c.isReal() : image.getBitDepth() == 32;
        final int frames = like.getNFrames();
        image.setDimensions(planes.channels(), planes.slices() / frames, frames);
        image.setCalibration(like.getCalibration().copy());
        image.getCalibration().disableDensityCalibration();
        if (!real) {
            image.getProcessor().setColorModel(ClassColors.lut());
            image.getStack().setColorModel(ClassColors.lut());
            image.setDisplayRange(0, 255);
            return image;
        }
        image.setDisplayRange(0, 1);
        if (planes.channels() == 1) {
            image.setOpenAsHyperStack(true);
            return image;
        }
        final CompositeImage composite = new CompositeImage(image, CompositeImage.GRAYSCALE);
        for (int c = planes.channels(); c >= 1; c--) {
            composite.setC(c);
            composite.setDisplayRange(0, 1);
        }
        // NB: what people want to look at first is the foreground, not the background.
        composite.setC(Math.min(2, planes.channels()));
        composite.setOpenAsHyperStack(true);
        return composite;
    }

    /** A stack whose planes are computed when they are read. */
    private static final class Computed extends VirtualStack {

        private final PlaneSource planes;
        private final List<String> labels;

        Computed(final PlaneSource planes, final List<String> labels) {
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
            final ImageProcessor processor =
                    pixels instanceof byte[] bytes
                            ? new ByteProcessor(getWidth(), getHeight(), bytes)
                            : new FloatProcessor(getWidth(), getHeight(), (float[]) pixels);
            if (pixels instanceof byte[]) {
                processor.setColorModel(ClassColors.lut());
            }
            return processor;
        }

        @Override
        public Object getPixels(final int n) {
            return getProcessor(n).getPixels();
        }

        @Override
        public String getSliceLabel(final int n) {
            return labels.isEmpty() ? null : labels.get((n - 1) % planes.channels());
        }
    }
}
