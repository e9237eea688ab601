package io.github.unetfiji.tiling;

import io.github.unetfiji.UNetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How an image is cut into overlapping tiles (the overlap-tile strategy of Ronneberger et al. 2015,
 * Fig. 2).
 *
 * <p>All tiles have one size. Their origins differ by multiples of {@link TileGeometry#alignment()},
 * so that every tile sees the pooling grid of the whole image: then the tiled result equals that of
 * one large tile to float rounding. Tiles cover every pixel once.
 */
public final class TilePlan {

    private final TileGeometry geometry;
    private final int inputWidth;
    private final int inputHeight;
    private final List<Tile> tiles;

    private TilePlan(
            final TileGeometry geometry,
            final int inputWidth,
            final int inputHeight,
            final List<Tile> tiles) {
        this.geometry = geometry;
        this.inputWidth = inputWidth;
        this.inputHeight = inputHeight;
        this.tiles = List.copyOf(tiles);
    }

    /**
     * The plan with tiles of a given size.
     *
     * @param width image width, at least 1 px
     * @param height image height, at least 1 px
     * @param inputWidth valid input width of the network, px
     * @param inputHeight valid input height of the network, px
     * @throws UNetException if the size is not valid, or its output is too small to be put together
     */
    public static TilePlan of(
            final TileGeometry geometry,
            final int width,
            final int height,
            final int inputWidth,
            final int inputHeight) {
        geometry.checkInput(inputWidth);
        geometry.checkInput(inputHeight);
        final int stepX = step(geometry, width, inputWidth);
        final int stepY = step(geometry, height, inputHeight);
        final int columns = count(geometry, width, inputWidth);
        final int rows = count(geometry, height, inputHeight);
        final List<Tile> tiles = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            final int y = row * stepY;
            final int h = row == rows - 1 ? height - y : stepY;
            for (int column = 0; column < columns; column++) {
                final int x = column * stepX;
                final int w = column == columns - 1 ? width - x : stepX;
                tiles.add(new Tile(x, y, w, h));
            }
        }
        return new TilePlan(geometry, inputWidth, inputHeight, tiles);
    }

    /**
     * The plan that computes the fewest pixels with tiles of a bounded size; of equal ones that with
     * the fewest tiles. If not even the smallest tile is within the bound, the smallest is used.
     *
     * @param width image width, at least 1 px
     * @param height image height, at least 1 px
     * @param maxPixels bound on input width times input height
     */
    public static TilePlan fewestPixels(
            final TileGeometry geometry, final int width, final int height, final long maxPixels) {
        final int[] widths = candidates(geometry, width);
        final int[] heights = candidates(geometry, height);
        int bestWidth = widths[0];
        int bestHeight = heights[0];
        long best = Long.MAX_VALUE;
        for (final int w : widths) {
            final long alongX = (long) count(geometry, width, w) * w;
            for (final int h : heights) {
                final long pixels = alongX * count(geometry, height, h) * h;
                final boolean larger = (long) w * h > (long) bestWidth * bestHeight;
                final boolean fits = (long) w * h <= maxPixels;
                if (fits && (pixels < best || (pixels == best && larger))) {
                    best = pixels;
                    bestWidth = w;
                    bestHeight = h;
                }
            }
        }
        return of(geometry, width, height, bestWidth, bestHeight);
    }

    /** Valid input sides that can cover a length, up to the one that covers it in one tile. */
    private static int[] candidates(final TileGeometry geometry, final int length) {
        final int last = geometry.inputFor(length);
        final List<Integer> sides = new ArrayList<>();
        for (int side = geometry.smallestInput(); side <= last; side += geometry.alignment()) {
            if (geometry.outputFor(side) >= Math.min(length, geometry.alignment())) {
                sides.add(side);
            }
        }
        return sides.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int step(final TileGeometry geometry, final int length, final int input) {
        final int output = geometry.outputFor(input);
        if (output >= length) {
            return length;
        }
        final int step = output / geometry.alignment() * geometry.alignment();
        if (step == 0) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "Tile size is %d px, but its output of %d px is too small to be put"
                                    + " together: use at least %d.",
                            input,
                            output,
                            geometry.inputFor(geometry.alignment())));
        }
        return step;
    }

    private static int count(final TileGeometry geometry, final int length, final int input) {
        final int output = geometry.outputFor(input);
        if (output >= length) {
            return 1;
        }
        final int step = step(geometry, length, input);
        return (length - output + step - 1) / step + 1;
    }

    /** The geometry that the plan was made for. */
    public TileGeometry geometry() {
        return geometry;
    }

    /** Width of what the network is given for every tile, px. */
    public int inputWidth() {
        return inputWidth;
    }

    /** Height of what the network is given for every tile, px. */
    public int inputHeight() {
        return inputHeight;
    }

    /** Width of what the network gives for every tile, px. */
    public int outputWidth() {
        return geometry.outputFor(inputWidth);
    }

    /** Height of what the network gives for every tile, px. */
    public int outputHeight() {
        return geometry.outputFor(inputHeight);
    }

    /** The tiles, row by row. */
    public List<Tile> tiles() {
        return tiles;
    }

    /** Pixels of what the network is given for every tile. */
    public long inputPixels() {
        return (long) inputWidth * inputHeight;
    }

    /** Input pixels that the network sees in all. */
    public long computedPixels() {
        return tiles.size() * inputPixels();
    }
}
