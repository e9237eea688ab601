package io.github.unetfiji.ij;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.process.LUT;
import io.github.unetfiji.Progress;
import io.github.unetfiji.labels.LabelMap;
import io.github.unetfiji.stack.PlaneSource;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;

/** Makes an ImageJ image of augmented training samples, for a person to judge them. */
public final class SampleImage {

    private SampleImage() {}

    /**
     * An image of augmented samples (float32), one sample a slice, without calibration. Its channels are those of the samples,
     * then their classes, then their weights in the colours of heat. An overlay outlines the classes on every channel.
     */
    public static ImagePlus of(final PlaneSource planes, final String title) {
        final List<String> labels = new ArrayList<>();
        for (int c = 0; c < planes.channels() - 2; c++) {
            labels.add("image");
        }
        labels.add("classes");
        labels.add("weights");
        final ComputedStack computed =
                new ComputedStack(planes, plane -> labels.get(plane % planes.channels()));
        final ImageStack stack = computed.inMemory(Progress.NONE);
        final ImagePlus image = new ImagePlus();
        image.setStack(title, stack);
        image.setDimensions(planes.channels(), planes.slices(), 1);
        final int channels = planes.channels();
        final ImagePlus composite =
                ResultImage.composite(
                        image,
                        channel ->
                                channel <= channels - 2
                                        ? new double[] {-2.5, 2.5}
                                        : new double[] {
                                            0, ResultImage.largest(stack, channel, channels)
                                        },
                        1);
        colour((CompositeImage) composite);
        composite.setOverlay(outlines(stack, channels));
        return composite;
    }

    /**
     * The same, with a dashed frame around the part of a sample that the network answers for and learns from.
     *
     * @param frame that part, px
     */
    public static ImagePlus of(
            final PlaneSource planes, final Rectangle frame, final String title) {
        final ImagePlus image = of(planes, title);
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
}
