package io.github.unetfiji.augment;

import io.github.unetfiji.setting.Range;

/**
 * Draws a regular grid of lines on a plane. Warped like an image ({@link PlaneWarp}), the lines show the deformation to a
 * person.
 */
public final class RegularGrid {

    private RegularGrid() {}

    /**
     * A plane with a grid alone: lines 1, elsewhere 0.
     *
     * @param width in px, at least 1
     * @param height in px, at least 1
     * @param spacing between lines, px; the first lines are those through (0, 0)
     * @throws io.github.unetfiji.UNetException if the spacing is below 2 px
     */
    public static float[] plane(final int width, final int height, final int spacing) {
        return over(new float[width * height], width, height, spacing, 1);
    }

    /**
     * A copy of an image with a grid drawn over it.
     *
     * @param image (x, y), width * height values
     * @param gray value of the lines, such as the maximum of the image
     */
    public static float[] over(
            final float[] image,
            final int width,
            final int height,
            final int spacing,
            final float gray) {
        Range.ALL.atLeast(2).check("The spacing of the drawn grid (px)", spacing, "");
        final float[] drawn = image.clone();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x += y % spacing == 0 ? 1 : spacing) {
                drawn[y * width + x] = gray;
            }
        }
        return drawn;
    }
}
