package io.github.unetfiji.segment;

import io.github.unetfiji.Progress;
import io.github.unetfiji.engine.ComputeDevice;
import io.github.unetfiji.model.UNetModel;
import io.github.unetfiji.stack.Axis;
import io.github.unetfiji.stack.CalibratedImage;
import io.github.unetfiji.stack.SliceSource;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

/** Segmenting on the processor, in tests. */
public final class Cpu {

    private Cpu() {}

    /** Options with the processor as device. */
    public static SegmentationOptions.Builder options() {
        return SegmentationOptions.builder().optDevice(ComputeDevice.CPU);
    }

    /** A model with default options. */
    public static Segmenter segmenter(final UNetModel model) {
        return Segmenter.of(model, options().build());
    }

    /** All slices of one point in time. */
    public static Segmentation segment(
            final Segmenter segmenter, final SliceSource image, final Progress progress) {
        return segmenter.segment(SegmentationInput.of(image, image.slices()), progress, progress);
    }

    /** The probabilities of a slice (class, y, x). */
    public static float[] probabilities(final Segmentation segmentation, final int index) {
        return segmentation.probabilities(index);
    }

    /** The classes of a slice (y, x). */
    static byte[] classes(final Segmentation segmentation, final int index) {
        final float[] values = slice(segmentation.classes(), index);
        final byte[] classes = new byte[values.length];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = (byte) values[i];
        }
        return classes;
    }

    /** All pixels of a slice of an image whose last axis is Z, x fastest. */
    public static float[] slice(final CalibratedImage<? extends RealType<?>> image, final int z) {
        final float[] values = new float[(int) (image.pixels().size() / image.size(Axis.Z))];
        int i = 0;
        for (final RealType<?> value :
                Views.flatIterable(
                        Views.hyperSlice(image.pixels(), image.pixels().numDimensions() - 1, z))) {
            values[i++] = value.getRealFloat();
        }
        return values;
    }
}
