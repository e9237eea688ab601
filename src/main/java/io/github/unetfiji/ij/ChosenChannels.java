package io.github.unetfiji.ij;

import ij.ImagePlus;
import ij.VirtualStack;
import ij.process.ImageProcessor;
import java.util.List;

/** Some channels of an image, of all its slices; they are read when they are needed. */
public final class ChosenChannels extends VirtualStack {

    private final ImagePlus image;
    private final List<Integer> channels;

    private ChosenChannels(final ImagePlus image, final List<Integer> channels) {
        super(
                image.getWidth(),
                image.getHeight(),
                image.getStackSize() / image.getNChannels() * channels.size());
        this.image = image;
        this.channels = channels;
        setBitDepth(image.getBitDepth());
    }

    /**
     * An image of these channels.
     *
     * @param channels from 0, in any order; at least one
     */
    public static ImagePlus of(final ImagePlus image, final List<Integer> channels) {
        final ImagePlus chosen = new ImagePlus();
        chosen.setStack(image.getTitle(), new ChosenChannels(image, List.copyOf(channels)));
        chosen.setDimensions(channels.size(), image.getNSlices(), image.getNFrames());
        chosen.setCalibration(image.getCalibration());
        return chosen;
    }

    private int original(final int n) {
        final int slice = (n - 1) / channels.size();
        return slice * image.getNChannels() + channels.get((n - 1) % channels.size()) + 1;
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
