package io.github.unetfiji.report;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import io.github.unetfiji.evaluate.ProbabilityMap;

/** Converts planes to 8-bit gray for pictures, 0 = black .. 255 = white. */
public final class GrayPicture {

    private static final float WHITE = 255;

    private GrayPicture() {}

    /**
     * A slice as the image's display range shows it, whatever its type.
     *
     * @param image its current channel is taken; an image in RGB is turned to gray
     * @param slice 0 .. slices * frames - 1
     * @return a copy
     */
    public static ByteProcessor of(final ImagePlus image, final int slice) {
        final int index = slice * image.getNChannels() + image.getC();
        final ImageProcessor plane = image.getStack().getProcessor(index).duplicate();
        if (image.getBitDepth() != 24) {
            plane.setMinAndMax(image.getDisplayRangeMin(), image.getDisplayRangeMax());
        }
        return plane.convertToByteProcessor(true);
    }

    /** Probabilities, 0 = black, 1 = white. */
    static ByteProcessor of(final ProbabilityMap probabilities) {
        final float[] values = probabilities.values();
        final byte[] gray = new byte[values.length];
        for (int i = 0; i < gray.length; i++) {
            gray[i] = (byte) Math.round(WHITE * values[i]);
        }
        return new ByteProcessor(probabilities.width(), probabilities.height(), gray);
    }
}
