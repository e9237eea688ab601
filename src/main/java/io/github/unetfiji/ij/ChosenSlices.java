package io.github.unetfiji.ij;

import ij.ImagePlus;
import ij.VirtualStack;
import ij.process.ImageProcessor;
import java.util.List;

/** Some slices of an image, with all of their channels; slices are read when they are needed. */
public final class ChosenSlices extends VirtualStack {

    private final ImagePlus image;
    private final List<Integer> slices;

    private ChosenSlices(final ImagePlus image, final List<Integer> slices) {
        super(image.getWidth(), image.getHeight(), slices.size() * image.getNChannels());
        this.image = image;
        this.slices = slices;
        setBitDepth(image.getBitDepth());
    }

    /**
     * An image of these slices: one stack, even if they are of several frames.
     *
     * @param slices from 0, over all Z and T positions; at least one
     */
    public static ImagePlus of(final ImagePlus image, final List<Integer> slices) {
        final ImagePlus chosen = new ImagePlus();
        chosen.setStack(image.getTitle(), new ChosenSlices(image, List.copyOf(slices)));
        chosen.setDimensions(image.getNChannels(), slices.size(), 1);
        chosen.setCalibration(image.getCalibration());
        return chosen;
    }

    private int original(final int n) {
        final int channels = image.getNChannels();
        return slices.get((n - 1) / channels) * channels + (n - 1) % channels + 1;
    }

    @Override
    public ImageProcessor getProcessor(final int n) {
        return image.getStack().getProcessor(original(n));
    }

    @Override
    public Object getPixels(final int n) {
        return getProcessor(n).getPixels();
    }

    @Override
    public String getSliceLabel(final int n) {
        return image.getStack().getSliceLabel(original(n));
    }
}
