package io.github.unetfiji.tiling;

import io.github.unetfiji.UNetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.imglib2.FinalInterval;
import net.imglib2.Interval;

/**
 * How an image is cut into overlapping tiles (the overlap-tile strategy of Ronneberger et al. 2015, Fig. 2), along any
 * number of axes.
 *
 * <p>All tiles have one input size. Along each axis their origins are a constant step apart, a multiple of {@link
 * AxisGeometry#alignment()}, so that every tile sees the pooling grid of the whole image: then the tiled result equals that
 * of one large tile to float rounding. Tiles cover every pixel once. The last one of an axis may be longer than the step,
 * up to the whole output.
 */
public final class TilePlan {

    private final TileGeometry geometry;
    private final int[] imageSize;
    private final int[] inputSize;
    private final int[] steps;
    private final int[] counts;

    private TilePlan(final TileGeometry geometry, final int[] imageSize, final int[] inputSize) {
        this.geometry = geometry;
        this.imageSize = imageSize.clone();
        this.inputSize = inputSize.clone();
        steps = new int[imageSize.length];
        counts = new int[imageSize.length];
        for (int d = 0; d < imageSize.length; d++) {
            steps[d] = step(geometry.axis(d), imageSize[d], inputSize[d]);
            counts[d] = count(geometry.axis(d), imageSize[d], inputSize[d]);
        }
    }

    /**
     * The plan with tiles of a given size.
     *
     * @param imageSize of the image along each axis of the geometry, at least 1 px
     * @param inputSize valid input size of the function along each axis, px
     * @throws UNetException if the size is not valid, or its output is too small to be put together
     */
    public static TilePlan of(
            final TileGeometry geometry, final int[] imageSize, final int[] inputSize) {
        for (int d = 0; d < imageSize.length; d++) {
            geometry.axis(d).checkInput("Tile size", inputSize[d]);
        }
        return new TilePlan(geometry, imageSize, inputSize);
    }

    /**
     * The plan that computes the fewest pixels with tiles of a bounded size; of equal ones that with the fewest tiles.
     * If not even the smallest tile is within the bound, the smallest is used.
     *
     * @param imageSize of the image along each axis of the geometry, at least 1 px
     * @param maxPixels bound on the pixels of an input tile
     */
    public static TilePlan fewestPixels(
            final TileGeometry geometry, final int[] imageSize, final long maxPixels) {
        final List<List<Side>> sides = new ArrayList<>();
        for (int d = 0; d < imageSize.length; d++) {
            sides.add(candidates(geometry.axis(d), imageSize[d]));
        }
        final Cheapest cheapest = new Cheapest(sides, maxPixels);
        cheapest.search(0, 1, 1);
        return of(geometry, imageSize, cheapest.best);
    }

    /**
     * A side that tiles could have.
     *
     * @param input px
     * @param computed px of all the tiles of a row
     */
    private record Side(int input, long computed) {}

    /**
     * Valid input sides that can cover a length, up to the one that covers it in one tile.
     *
     * <p>NB: without those for which a smaller one computes less: they are never the best, and few are left, so that all
     * combinations along several axes can be tried.
     */
    private static List<Side> candidates(final AxisGeometry axis, final int length) {
        final int last = axis.inputFor(length);
        final List<Side> sides = new ArrayList<>();
        long least = Long.MAX_VALUE;
        for (int side = axis.smallestInput(); side <= last; side += axis.alignment()) {
            if (axis.outputFor(side) < Math.min(length, axis.alignment())) {
                continue;
            }
            final long computed = (long) count(axis, length, side) * side;
            if (computed <= least) {
                sides.add(new Side(side, computed));
                least = computed;
            }
        }
        return sides;
    }

    /** The search for the combination of sides that computes the fewest pixels. */
    private static final class Cheapest {

        private final List<List<Side>> sides;
        private final long maxPixels;
        private final int[] tried;
        private int[] best;
        private long bestPixels = Long.MAX_VALUE;
        private long bestTile;

        Cheapest(final List<List<Side>> sides, final long maxPixels) {
            this.sides = sides;
            this.maxPixels = maxPixels;
            tried = new int[sides.size()];
            best = sides.stream().mapToInt(candidates -> candidates.get(0).input()).toArray();
        }

        /** Tries all sides of the axes from one on, given those before it. */
        void search(final int axis, final long tilePixels, final long allPixels) {
            if (axis == tried.length) {
                take(tilePixels, allPixels);
                return;
            }
            for (final Side side : sides.get(axis)) {
                final long tile = atMost(tilePixels, side.input());
                if (tile > maxPixels) {
                    return;
                }
                tried[axis] = side.input();
                search(axis + 1, tile, atMost(allPixels, side.computed()));
            }
        }

        /** A product of numbers above 0, or the largest number where it is larger. */
        private static long atMost(final long a, final long b) {
            return a > Long.MAX_VALUE / b ? Long.MAX_VALUE : a * b;
        }

        private void take(final long tilePixels, final long allPixels) {
            if (allPixels < bestPixels || (allPixels == bestPixels && tilePixels > bestTile)) {
                best = tried.clone();
                bestPixels = allPixels;
                bestTile = tilePixels;
            }
        }
    }

    /** How far apart the origins of tiles are; the whole length if one tile covers it. */
    private static int step(final AxisGeometry axis, final int length, final int input) {
        final int output = axis.outputFor(input);
        if (output >= length) {
            return length;
        }
        final int step = output / axis.alignment() * axis.alignment();
        if (step == 0) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "Tile size is %d px, but its output of %d px is too small to be put"
                                    + " together: use at least %d.",
                            input,
                            output,
                            axis.inputFor(axis.alignment())));
        }
        return step;
    }

    private static int count(final AxisGeometry axis, final int length, final int input) {
        final int output = axis.outputFor(input);
        if (output >= length) {
            return 1;
        }
        final int step = step(axis, length, input);
        return (length - output + step - 1) / step + 1;
    }

    /** The geometry that the plan was made for. */
    public TileGeometry geometry() {
        return geometry;
    }

    /** Size of the image: (x, y, ..), px. */
    public int[] imageSize() {
        return imageSize.clone();
    }

    /** How far apart the origins of the tiles are: (x, y, ..), px. */
    public int[] steps() {
        return steps.clone();
    }

    /** Size of the input of every tile, halo included: (x, y, ..), px. */
    public int[] inputSize() {
        return inputSize.clone();
    }

    /** Size of the output of every tile: (x, y, ..), px; a tile at the end of the image needs less of it. */
    public int[] outputSize() {
        final int[] size = new int[inputSize.length];
        for (int d = 0; d < size.length; d++) {
            size[d] = geometry.axis(d).outputFor(inputSize[d]);
        }
        return size;
    }

    /** The tiles, x fastest: which pixels of the image each of them gives. */
    public List<Interval> tiles() {
        return IntStream.range(0, tileCount()).mapToObj(this::tile).toList();
    }

    /**
     * The pixels of the image that a tile gives.
     *
     * @param index 0 .. tileCount - 1, x fastest
     */
    public Interval tile(final long index) {
        final long[] min = new long[counts.length];
        final long[] max = new long[counts.length];
        long rest = index;
        for (int d = 0; d < counts.length; d++) {
            final long i = rest % counts[d];
            rest /= counts[d];
            min[d] = i * steps[d];
            max[d] = (i == counts[d] - 1 ? imageSize[d] : min[d] + steps[d]) - 1;
        }
        return FinalInterval.wrap(min, max);
    }

    /**
     * The index of the tile that gives a pixel.
     *
     * @param pixel of the image: (x, y, ..)
     */
    public long tileAt(final long... pixel) {
        long index = 0;
        for (int d = counts.length - 1; d >= 0; d--) {
            final long i = Math.min(counts[d] - 1L, pixel[d] / steps[d]);
            index = index * counts[d] + i;
        }
        return index;
    }

    /**
     * Number of tiles.
     *
     * @throws ArithmeticException if there are more than 2^31
     */
    public int tileCount() {
        return Math.toIntExact(product(counts));
    }

    /** Pixels of the input of every tile. */
    public long inputPixels() {
        return product(inputSize);
    }

    /** Input pixels that the function sees in all. */
    public long computedPixels() {
        return Math.multiplyExact(product(counts), inputPixels());
    }

    private static long product(final int[] factors) {
        long product = 1;
        for (final int factor : factors) {
            product = Math.multiplyExact(product, factor);
        }
        return product;
    }

    /** The size of an input tile as a text: {@code 572x572}. */
    public String inputText() {
        return IntStream.of(inputSize).mapToObj(Integer::toString).collect(Collectors.joining("x"));
    }
}
