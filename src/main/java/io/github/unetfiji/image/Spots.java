package io.github.unetfiji.image;

import ij.process.ColorProcessor;
import java.util.function.IntPredicate;

/**
 * Draws pixels large enough to be seen: round spots with a white rim of 1 px. Spots that touch become
 * one.
 */
final class Spots {

    private static final int RIM = 0xffffff;

    private final int[] pixels;
    private final int width;
    private final int height;
    private final int radius;

    /**
     * @param radius of a spot without its rim, px
     */
    Spots(final ColorProcessor picture, final int radius) {
        pixels = (int[]) picture.getPixels();
        width = picture.getWidth();
        height = picture.getHeight();
        this.radius = radius;
    }

    /** Draws spots around the pixels of a set, index = y * width + x. */
    void draw(final IntPredicate centres, final int rgb) {
        // NB: all rims before all spots, or a spot would have the rim of its neighbour within.
        paint(centres, radius + 1, RIM);
        paint(centres, radius, rgb);
    }

    private void paint(final IntPredicate centres, final int reach, final int rgb) {
        for (int i = 0; i < pixels.length; i++) {
            if (centres.test(i)) {
                disc(i % width, i / width, reach, rgb);
            }
        }
    }

    private void disc(final int x, final int y, final int reach, final int rgb) {
        for (int v = Math.max(0, y - reach); v <= Math.min(height - 1, y + reach); v++) {
            for (int u = Math.max(0, x - reach); u <= Math.min(width - 1, x + reach); u++) {
                // NB: the half more makes small discs round.
                if ((u - x) * (u - x) + (v - y) * (v - y) <= reach * reach + reach / 2) {
                    pixels[v * width + u] = rgb;
                }
            }
        }
    }
}
