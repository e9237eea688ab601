package io.github.unetfiji.augment;

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
                    "No region of a patch: " + width + "x" + height + " at " + left + ", " + top);
        }
    }

    /** The number of pixels. */
    public int size() {
        return width * height;
    }
}
