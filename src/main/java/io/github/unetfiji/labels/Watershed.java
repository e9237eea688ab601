package io.github.unetfiji.labels;

import java.util.Arrays;

/**
 * Divides cells at their necks: a watershed of the distance transform inside the cells ({@link InnerDistance}),
 * seeded by its maxima.
 *
 * <p>Pixels are flooded from the deepest to the shallowest. One without a flooded neighbour in its cell begins
 * a basin, any other joins the basin of its deepest neighbour. Where two basins meet at a pixel, they stay two
 * if the peaks of both lie at least {@code height} above it; otherwise the lower one is not a separate part. So
 * the parts are those of the maxima with a dynamic of at least {@code height} (h-maxima; Grimaud 1992,
 * doi:10.1117/12.60650; flooding by a sorted queue: Vincent & Soille 1991, doi:10.1109/34.87344), found in the
 * same pass by a union-find forest. No pixel is lost to a line between the parts.
 *
 * <p>Neighbours share an edge, so every part is 4-connected. O(n) in the number of pixels but for the forest,
 * which is as good as linear. Thread-safe.
 */
public final class Watershed {

    private static final int DRY = -1;

    private final int[] labels;
    private final int width;
    private final float[] depth;
    private final double least;

    /** Of a flooded pixel another of its basin; of the peak itself. */
    private final int[] parent;

    private Watershed(final LabelMap cells, final double least) {
        labels = cells.labels();
        width = cells.width();
        depth = InnerDistance.of(cells);
        this.least = least;
        parent = new int[labels.length];
        Arrays.fill(parent, DRY);
    }

    /**
     * Divides the cells of a map.
     *
     * @param cells label map (x, y), 0 = background
     * @param height px by which a part must be deeper than the neck that joins it to another part; above 0
     * @return parts, 1..n in the raster order of their first pixels; a cell without a neck stays one part
     * @throws IllegalArgumentException if the height is not above 0
     */
    public static LabelMap split(final LabelMap cells, final double height) {
        if (!(height > 0)) {
            throw new IllegalArgumentException("height " + height + " is not above 0");
        }
        final Watershed run = new Watershed(cells, height);
        for (final int pixel : RadixSort.order(run.depth)) {
            run.flood(pixel);
        }
        return LabelMap.of(run.numbers(), cells.width(), cells.height());
    }

    /**
     * NB: basins are united only with the one that the pixel joins: two others that meet nowhere but here would become a part of
     * two pieces.
     */
    private void flood(final int pixel) {
        final int x = pixel % width;
        final int up = flooded(pixel, pixel - width, pixel >= width);
        final int left = flooded(pixel, pixel - 1, x > 0);
        final int right = flooded(pixel, pixel + 1, x < width - 1);
        final int down = flooded(pixel, pixel + width, pixel + width < labels.length);
        final int deepest = deeper(deeper(deeper(up, left), right), down);
        if (deepest == DRY) {
            parent[pixel] = pixel;
            return;
        }
        meet(pixel, up, deepest);
        meet(pixel, left, deepest);
        meet(pixel, right, deepest);
        meet(pixel, down, deepest);
        parent[pixel] = peak(deepest);
    }

    /** A neighbour in the same cell that is flooded already, or dry. */
    private int flooded(final int pixel, final int neighbour, final boolean inside) {
        return inside && labels[neighbour] == labels[pixel] && parent[neighbour] != DRY
                ? neighbour
                : DRY;
    }

    /** The deeper of two pixels, the first of equally deep ones. */
    private int deeper(final int first, final int second) {
        return first == DRY || (second != DRY && depth[second] > depth[first]) ? second : first;
    }

    private void meet(final int pixel, final int neighbour, final int deepest) {
        if (neighbour != DRY && neighbour != deepest) {
            unite(peak(deepest), peak(neighbour), depth[pixel]);
        }
    }

    private void unite(final int a, final int b, final float neck) {
        final boolean first = depth[a] > depth[b] || (depth[a] == depth[b] && a < b);
        final int low = first ? b : a;
        // NB: written so that cells without a background, infinitely deep, stay whole.
        if (a != b && !(depth[low] - neck >= least)) {
            parent[low] = first ? a : b;
        }
    }

    private int peak(final int start) {
        int i = start;
        while (parent[i] != i) {
            parent[i] = parent[parent[i]];
            i = parent[i];
        }
        return i;
    }

    private int[] numbers() {
        final int[] result = new int[labels.length];
        final int[] number = new int[labels.length];
        int n = 0;
        for (int i = 0; i < result.length; i++) {
            if (labels[i] > 0) {
                final int peak = peak(i);
                if (number[peak] == 0) {
                    number[peak] = ++n;
                }
                result[i] = number[peak];
            }
        }
        return result;
    }
}
