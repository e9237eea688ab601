package io.github.unetfiji.tiling;

import java.util.ArrayList;
import java.util.List;
import net.imglib2.FinalInterval;
import net.imglib2.Interval;

/**
 * The plan of a plane for the 2-D U-Net of the paper, written down for two axes and without short cuts.
 *
 * @param inputWidth of a tile, px
 * @param inputHeight of a tile, px
 */
record ReferencePlan(int inputWidth, int inputHeight, List<Interval> tiles) {

    static ReferencePlan of(
            final int depth, final int width, final int height, final int w, final int h) {
        final int alignment = 1 << depth;
        final int lost = 2 * (6 * alignment - 4);
        final int stepX = step(alignment, lost, width, w);
        final int stepY = step(alignment, lost, height, h);
        final int columns = count(alignment, lost, width, w);
        final int rows = count(alignment, lost, height, h);
        final List<Interval> tiles = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            final int y = row * stepY;
            final int tileHeight = row == rows - 1 ? height - y : stepY;
            for (int column = 0; column < columns; column++) {
                final int x = column * stepX;
                final int tileWidth = column == columns - 1 ? width - x : stepX;
                tiles.add(FinalInterval.createMinSize(x, y, tileWidth, tileHeight));
            }
        }
        return new ReferencePlan(w, h, tiles);
    }

    static ReferencePlan fewestPixels(
            final int depth, final int width, final int height, final long maxPixels) {
        final int alignment = 1 << depth;
        final int lost = 2 * (6 * alignment - 4);
        final List<Integer> widths = candidates(depth, width);
        final List<Integer> heights = candidates(depth, height);
        int bestWidth = widths.get(0);
        int bestHeight = heights.get(0);
        long best = Long.MAX_VALUE;
        for (final int w : widths) {
            for (final int h : heights) {
                final long pixels =
                        (long) count(alignment, lost, width, w)
                                * w
                                * count(alignment, lost, height, h)
                                * h;
                final boolean larger = (long) w * h > (long) bestWidth * bestHeight;
                final boolean fits = (long) w * h <= maxPixels;
                if (fits && (pixels < best || (pixels == best && larger))) {
                    best = pixels;
                    bestWidth = w;
                    bestHeight = h;
                }
            }
        }
        return of(depth, width, height, bestWidth, bestHeight);
    }

    private static List<Integer> candidates(final int depth, final int length) {
        final int alignment = 1 << depth;
        final int lost = 2 * (6 * alignment - 4);
        final List<Integer> sides = new ArrayList<>();
        int side = 4 * (alignment - 1) + alignment;
        while (true) {
            if (isValid(depth, side) && side - lost >= Math.min(length, alignment)) {
                sides.add(side);
                if (side - lost >= length) {
                    return sides;
                }
            }
            side += alignment;
        }
    }

    private static boolean isValid(final int depth, final int input) {
        int side = input;
        for (int level = 0; level < depth; level++) {
            side = (side - 4) / 2;
        }
        side -= 4;
        for (int level = 0; level < depth && side > 0; level++) {
            side = 2 * side - 4;
        }
        return side > 0;
    }

    private static int step(
            final int alignment, final int lost, final int length, final int input) {
        final int output = input - lost;
        return output >= length ? length : output / alignment * alignment;
    }

    private static int count(
            final int alignment, final int lost, final int length, final int input) {
        final int output = input - lost;
        if (output >= length) {
            return 1;
        }
        final int step = step(alignment, lost, length, input);
        return (length - output + step - 1) / step + 1;
    }
}
