package io.github.unetfiji.augment;

import io.github.unetfiji.UNetException;

/**
 * The sizes of a training patch: the image the network sees, and the smaller centre, without the
 * halo, for which it answers and which labels and weights cover.
 *
 * @param width of the image patch in px
 * @param height of the image patch in px
 * @param halo px lost per side, 92 for the network of the paper (572 to 388); 0 or more
 */
public record PatchShape(int width, int height, int halo) {

    /** The largest side of a patch, px. */
    public static final int LARGEST = 16384;

    /**
     * @throws UNetException if a side is not 1 to {@link #LARGEST} px or the halo leaves nothing
     */
    public PatchShape {
        ArgumentCheck.range("The patch width", width, 1, LARGEST, " px");
        ArgumentCheck.range("The patch height", height, 1, LARGEST, " px");
        if (halo < 0 || 2L * halo >= Math.min(width, height)) {
            throw new UNetException(
                    "The halo of a "
                            + width
                            + "x"
                            + height
                            + " patch is "
                            + halo
                            + " px, allowed is 0 to "
                            + (Math.min(width, height) - 1) / 2
                            + " px.");
        }
    }

    /** A square patch. */
    public static PatchShape square(final int size, final int halo) {
        return new PatchShape(size, size, halo);
    }

    /** Where the image is evaluated: everywhere. */
    public PatchRegion input() {
        return new PatchRegion(0, 0, width, height);
    }

    /** Where labels and weights are evaluated: all but the halo. */
    public PatchRegion output() {
        return new PatchRegion(halo, halo, width - 2 * halo, height - 2 * halo);
    }

    /**
     * A rectangle of pixels within a patch, on which a map is evaluated.
     *
     * @param left first column, 0 or more
     * @param top first row, 0 or more
     * @param width in px, at least 1
     * @param height in px, at least 1
     */
    public record PatchRegion(int left, int top, int width, int height) {

        public PatchRegion {
            if (left < 0 || top < 0 || width < 1 || height < 1) {
                throw new IllegalArgumentException(
                        "No region of a patch: "
                                + width
                                + "x"
                                + height
                                + " at "
                                + left
                                + ", "
                                + top);
            }
        }

        /** The number of pixels. */
        public int size() {
            return width * height;
        }
    }
}
