package io.github.unetfiji.report;

import ij.process.ColorProcessor;
import java.util.function.IntPredicate;

/**
 * Draws pixels large enough to be seen: spots with a white rim of 1 px. Spots that touch become
 * one.
 */
final class SpotPainter {

    private static final int RIM = 0xffffff;

    private final int[] pixels;
    private final int width;
    private final int height;
    private final int radius;

    /**
     * @param radius of a spot without its rim, px
     */
    SpotPainter(final ColorProcessor picture, final int radius) {
        pixels = (int[]) picture.getPixels();
        width = picture.getWidth();
        height = picture.getHeight();
        this.radius = radius;
    }

    /** Draws spots around the pixels of a set, index = y * width + x. */
    void draw(final IntPredicate centres, final SpotShape shape, final int rgb) {
        // NB: all rims before all spots, or a spot would have the rim of its neighbour within.
        paint(centres, shape, radius + 1, RIM);
        paint(centres, shape, radius, rgb);
    }

    private void paint(
            final IntPredicate centres, final SpotShape shape, final int reach, final int rgb) {
        for (int i = 0; i < pixels.length; i++) {
            if (centres.test(i)) {
                spot(i % width, i / width, shape, reach, rgb);
            }
        }
    }

    private void spot(
            final int x, final int y, final SpotShape shape, final int reach, final int rgb) {
        for (int v = Math.max(0, y - reach); v <= Math.min(height - 1, y + reach); v++) {
            for (int u = Math.max(0, x - reach); u <= Math.min(width - 1, x + reach); u++) {
                if (shape.holds(u - x, v - y, reach)) {
                    pixels[v * width + u] = rgb;
                }
            }
        }
    }

    /** The shape of a spot, by which kinds of mistakes can be told apart without colour. */
    enum SpotShape {
        /** Round: cells cut or joined. */
        DISC {
            @Override
            boolean holds(final int dx, final int dy, final int reach) {
                // NB: the half more makes small discs round.
                return dx * dx + dy * dy <= reach * reach + reach / 2;
            }
        },
        /** Whole cells. */
        SQUARE {
            @Override
            boolean holds(final int dx, final int dy, final int reach) {
                return Math.max(Math.abs(dx), Math.abs(dy)) <= reach;
            }
        },
        /** A square on its tip: holes. */
        DIAMOND {
            @Override
            boolean holds(final int dx, final int dy, final int reach) {
                return Math.abs(dx) + Math.abs(dy) <= reach + reach / 4;
            }
        };

        /** Whether a pixel so far from the centre belongs to a spot that reaches so far, px. */
        abstract boolean holds(int dx, int dy, int reach);
    }
}
