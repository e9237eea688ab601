package io.github.unetfiji.tiling;

import io.github.unetfiji.UNetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
 * up to the whole output; of a function that pads ({@link AxisGeometry#isPadded}) also the first one.
 */
public final class TilePlan {

    private final TileGeometry geometry;
    private final int[] imageSize;
    private final int[] inputSize;
    private final AxisPlan[] axes;

    private TilePlan(final TileGeometry geometry, final int[] imageSize, final int[] inputSize) {
        this.geometry = geometry;
        this.imageSize = imageSize.clone();
        this.inputSize = inputSize.clone();
        axes = new AxisPlan[imageSize.length];
        for (int d = 0; d < imageSize.length; d++) {
            axes[d] = new AxisPlan(geometry.axis(d), imageSize[d], inputSize[d]);
            axes[d].step();
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
     * @throws UNetException if the function takes tiles of one side only, and its halo leaves nothing of them
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
        for (int side = axis.smallestInput(); side <= last; side += Math.max(1, axis.step())) {
            final AxisPlan plan = new AxisPlan(axis, length, side);
            if (side < last && !plan.isAligned()) {
                continue;
            }
            final long computed = (long) plan.count() * side;
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
        return Arrays.stream(axes).mapToInt(AxisPlan::step).toArray();
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
        return block(index).tile();
    }

    /** A tile, and where the function reads and gives it. */
    TileBlock block(final long index) {
        final long[] min = new long[axes.length];
        final long[] max = new long[axes.length];
        final long[] corner = new long[axes.length];
        final long[] outputCorner = new long[axes.length];
        long rest = index;
        for (int d = 0; d < axes.length; d++) {
            final int count = axes[d].count();
            final long i = rest % count;
            rest /= count;
            min[d] = axes[d].first(i);
            max[d] = axes[d].first(i + 1) - 1;
            corner[d] = axes[d].corner(i);
            outputCorner[d] = axes[d].outputCorner(i);
        }
        return new TileBlock(FinalInterval.wrap(min, max), corner, outputCorner);
    }

    /**
     * The index of the tile that gives a pixel.
     *
     * @param pixel of the image: (x, y, ..)
     */
    public long tileAt(final long... pixel) {
        long index = 0;
        for (int d = axes.length - 1; d >= 0; d--) {
            index = index * axes[d].count() + axes[d].at(pixel[d]);
        }
        return index;
    }

    /**
     * The tiles that give the pixels of an interval, x fastest.
     *
     * @param part of the image: (x, y, ..)
     */
    List<Long> tilesAt(final Interval part) {
        List<long[]> corners = List.of(part.minAsLongArray());
        for (int d = 0; d < axes.length; d++) {
            corners = along(corners, d, part.min(d), part.max(d));
        }
        return corners.stream().map(this::tileAt).sorted().toList();
    }

    /** Each pixel, moved along an axis to the first one of every tile between two positions. */
    private List<long[]> along(
            final List<long[]> pixels, final int d, final long from, final long to) {
        final List<long[]> moved = new ArrayList<>();
        for (final long[] pixel : pixels) {
            for (long i = axes[d].at(from); i <= axes[d].at(to); i++) {
                final long[] other = pixel.clone();
                other[d] = Math.max(from, axes[d].first(i));
                moved.add(other);
            }
        }
        return moved;
    }

    /**
     * Number of tiles.
     *
     * @throws ArithmeticException if there are more than 2^31
     */
    public int tileCount() {
        return Math.toIntExact(product(counts()));
    }

    /** Pixels of the input of every tile. */
    public long inputPixels() {
        return product(inputSize);
    }

    /** Input pixels that the function sees in all. */
    public long computedPixels() {
        return Math.multiplyExact(product(counts()), inputPixels());
    }

    private int[] counts() {
        return Arrays.stream(axes).mapToInt(AxisPlan::count).toArray();
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
