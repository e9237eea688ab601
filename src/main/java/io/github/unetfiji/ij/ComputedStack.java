package io.github.unetfiji.ij;

import ij.ImageStack;
import ij.VirtualStack;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import io.github.unetfiji.Progress;
import io.github.unetfiji.stack.PlaneSource;
import java.util.function.IntFunction;

/** A stack whose planes are computed when they are read. */
final class ComputedStack extends VirtualStack {

    private final PlaneSource planes;
    private final IntFunction<String> labels;

    /**
     * @param labels gives the label of a plane, from 0; null if it has none
     */
    ComputedStack(final PlaneSource planes, final IntFunction<String> labels) {
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

    /**
     * Computes all planes.
     *
     * @param progress told after every plane; cancels between two
     */
    ImageStack inMemory(final Progress progress) {
        final ImageStack stack = new ImageStack(getWidth(), getHeight());
        for (int i = 1; i <= getSize(); i++) {
            progress.checkCancelled();
            stack.addSlice(getSliceLabel(i), getProcessor(i).getPixels());
            progress.report(i, getSize(), "slice");
        }
        return stack;
    }
}
