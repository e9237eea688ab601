package io.github.unetfiji.ij.roi;

/**
 * A part of a slice that was marked.
 *
 * @param slice from 0
 * @param pixels of the region, indices y * width + x; at least one
 * @param margin pixels around it of which nothing is known, unless something else is drawn there
 */
record DrawnRegion(int slice, RoiName name, int[] pixels, int[] margin) {

    private static final int[] NONE = {};

    /** A region whose outline is what it seems. */
    DrawnRegion(final int slice, final RoiName name, final int[] pixels) {
        this(slice, name, pixels, NONE);
    }
}
