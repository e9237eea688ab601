package io.github.unetfiji.ij.roi;

import ij.ImagePlus;
import ij.gui.Roi;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.ij.ImagePlusSlices;
import io.github.unetfiji.ij.StackLayout;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the slice of an image that a ROI lies on; slices are counted as {@link ImagePlusSlices} does. */
final class RoiSlices {

    /** The name that the ROI Manager gives on a stack begins with the position in it. */
    private static final Pattern MANAGER_NAME =
            Pattern.compile("(\\d{4,})-\\d{4,}-\\d{4,}(-\\d+)?");

    private final String title;
    private final StackLayout layout;

    RoiSlices(final ImagePlus image) {
        title = image.getTitle();
        layout = StackLayout.of(image);
    }

    /** Number of slices of the image, over all Z and T positions. */
    int count() {
        return layout.slices();
    }

    /**
     * The slice of a ROI; its channel does not matter.
     *
     * @param called what to call the ROI in a sentence
     * @return from 0
     * @throws UNetException if the image has no such slice, or the ROI is on none and there are several
     */
    int of(final Roi roi, final String called) {
        if (roi.hasHyperStackPosition()) {
            return ofHyperstack(roi, called);
        }
        if (roi.getPosition() > 0) {
            return ofStack(roi.getPosition(), called);
        }
        final Matcher name =
                MANAGER_NAME.matcher(roi.getName() == null ? "" : roi.getName().strip());
        if (count() > 1 && name.matches() && name.group(1).length() < 10) {
            return ofStack(Integer.parseInt(name.group(1)), called);
        }
        return known(count(), 0, called) - 1;
    }

    /**
     * The slice of a position in the stack, in which channels are counted, too.
     *
     * @param position from 1
     * @throws UNetException if the stack is not that long
     */
    int ofStack(final int position, final String called) {
        if (position < 1 || position > layout.channels() * count()) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "%s is at position %d of the stack, but '%s' has the positions 1 to %d.",
                            called,
                            position,
                            title,
                            layout.channels() * count()));
        }
        return (position - 1) / layout.channels();
    }

    private int ofHyperstack(final Roi roi, final String called) {
        final int c = roi.getCPosition();
        final int z = roi.getZPosition();
        final int t = roi.getTPosition();
        if (c > layout.channels() || z > layout.depth() || t > layout.frames()) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "%s is on channel %d, slice %d, frame %d, but '%s' has %d channel(s),"
                                    + " %d slice(s) and %d frame(s).",
                            called,
                            c,
                            z,
                            t,
                            title,
                            layout.channels(),
                            layout.depth(),
                            layout.frames()));
        }
        return (known(layout.frames(), t, called) - 1) * layout.depth()
                + known(layout.depth(), z, called)
                - 1;
    }

    /** A position, or the only one there is. NB: in ImageJ 0 is all of them. */
    private int known(final int size, final int position, final String called) {
        if (position == 0 && size > 1) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "%s has no position, but '%s' has %d slices: give it one with"
                                    + " Properties... in the ROI Manager, or add it again while its"
                                    + " slice is shown.",
                            called,
                            title,
                            count()));
        }
        return Math.max(1, position);
    }
}
