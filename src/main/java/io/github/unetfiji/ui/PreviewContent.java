package io.github.unetfiji.ui;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.LUT;
import java.lang.reflect.Array;
import java.util.Arrays;

/** Puts the content of a new preview into the image whose window is already open. */
final class PreviewContent {

    private PreviewContent() {}

    /**
     * Gives an image the pixels, display ranges, outlines and title of another one with the same
     * dimensions and type. The position and the mode of display stay.
     *
     * @return false, with nothing changed, if the dimensions or types differ
     */
    static boolean replace(final ImagePlus shown, final ImagePlus next) {
        if (!Arrays.equals(shown.getDimensions(), next.getDimensions())
                || shown.getBitDepth() != next.getBitDepth()) {
            return false;
        }
        final ImageStack to = shown.getStack();
        final ImageStack from = next.getStack();
        for (int i = 1; i <= to.getSize(); i++) {
            // NB: copied, as the image's processors hold on to the arrays that they have.
            final Object pixels = from.getPixels(i);
            System.arraycopy(pixels, 0, to.getPixels(i), 0, Array.getLength(pixels));
            to.setSliceLabel(from.getSliceLabel(i), i);
        }
        if (shown instanceof CompositeImage composite && next instanceof CompositeImage other) {
            for (int c = 1; c <= composite.getNChannels(); c++) {
                composite.setChannelLut(other.getChannelLut(c), c);
            }
            // NB: the range of the current channel is that of its processor, not of its look-up
            // table.
            final LUT current = composite.getChannelLut();
            composite.setDisplayRange(current.min, current.max);
        } else {
            shown.setDisplayRange(next.getDisplayRangeMin(), next.getDisplayRangeMax());
        }
        shown.setTitle(next.getTitle());
        shown.setOverlay(next.getOverlay());
        shown.updateAndDraw();
        return true;
    }

    /** Moves to the channel, slice and frame of another image, or the last that there is. */
    static void samePosition(final ImagePlus from, final ImagePlus to) {
        to.setPosition(
                Math.min(from.getC(), to.getNChannels()),
                Math.min(from.getZ(), to.getNSlices()),
                Math.min(from.getT(), to.getNFrames()));
    }
}
