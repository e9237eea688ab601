package io.github.unetfiji.ij;

import ij.ImagePlus;

/**
 * Maps the planes of an ImageJ stack to slices: channels belong to a slice, and slices are counted over all Z
 * positions of the first frame, then of the next.
 *
 * @param channels of a slice
 * @param depth slices of a frame
 * @param frames of the image
 */
public record StackLayout(int channels, int depth, int frames) {

    /** The layout of an image. */
    public static StackLayout of(final ImagePlus image) {
        final int channels = image.getNChannels();
        final int frames = image.getNFrames();
        return new StackLayout(channels, image.getStackSize() / channels / frames, frames);
    }

    /** Gives an image these dimensions; ImageJ then shows a slider for each of channels, Z and T. */
    public void arrange(final ImagePlus image) {
        image.setDimensions(channels, depth, frames);
        // NB: without it ImageJ shows a stack of several slices and frames with one slider.
        image.setOpenAsHyperStack(image.getNDimensions() > 3);
    }

    /** Number of slices, over all Z and T positions. */
    public int slices() {
        return depth * frames;
    }

    /**
     * The Z position of a slice, from 1.
     *
     * @param slice from 0
     */
    public int z(final int slice) {
        return slice % depth + 1;
    }

    /**
     * The T position of a slice, from 1.
     *
     * @param slice from 0
     */
    public int t(final int slice) {
        return slice / depth + 1;
    }
}
