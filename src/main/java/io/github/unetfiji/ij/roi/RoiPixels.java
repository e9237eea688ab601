package io.github.unetfiji.ij.roi;

import ij.gui.Roi;
import ij.process.ImageProcessor;
import java.awt.Rectangle;
import java.util.stream.IntStream;

/** Finds the pixels of a plane that a ROI covers: exactly those that ImageJ would fill. */
public final class RoiPixels {

    private final int width;
    private final int height;

    /**
     * @param width of the plane, px
     * @param height of the plane, px
     */
    public RoiPixels(final int width, final int height) {
        this.width = width;
        this.height = height;
    }

    /**
     * The pixels of an area.
     *
     * @param area unchanged
     * @return indices y * width + x, ascending; those outside of the plane are left out
     */
    public int[] of(final Roi area) {
        final Rectangle bounds = area.getBounds();
        if (bounds.isEmpty()) {
            return new int[0];
        }
        // NB: a ROI keeps the mask that it made, so a copy is asked.
        final ImageProcessor mask = ((Roi) area.clone()).getMask();
        return in(bounds)
                .filter(
                        i ->
                                mask == null
                                        || isSet(mask, i % width - bounds.x, i / width - bounds.y))
                .toArray();
    }

    private static boolean isSet(final ImageProcessor mask, final int x, final int y) {
        return x < mask.getWidth() && y < mask.getHeight() && mask.get(x, y) != 0;
    }

    /**
     * The pixels whose centres are at most {@code radius} px, and more than {@code hole} px, from that of a
     * pixel.
     *
     * @param hole -1: none
     */
    int[] ring(final int x, final int y, final int hole, final int radius) {
        final int side = 2 * radius + 1;
        return in(new Rectangle(x - radius, y - radius, side, side))
                .filter(
                        i -> {
                            final int dx = i % width - x;
                            final int dy = i / width - y;
                            final int squared = dx * dx + dy * dy;
                            return squared <= radius * radius
                                    && (hole < 0 || squared > hole * hole);
                        })
                .toArray();
    }

    private IntStream in(final Rectangle bounds) {
        final Rectangle inside = bounds.intersection(new Rectangle(width, height));
        if (inside.isEmpty()) {
            return IntStream.empty();
        }
        return IntStream.range(inside.y, inside.y + inside.height)
                .flatMap(
                        y ->
                                IntStream.range(inside.x, inside.x + inside.width)
                                        .map(x -> y * width + x));
    }
}
