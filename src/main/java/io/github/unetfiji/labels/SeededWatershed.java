package io.github.unetfiji.labels;

import java.util.Arrays;

/**
 * A watershed from given seeds: pixels of a mask are flooded from the lowest to the highest, and each belongs to the seed whose
 * water reaches it first. What no seed reaches is background.
 *
 * <p>A pixel begins a basin, or joins those of its flooded neighbours; two basins stay apart where both hold a seed. So every
 * pixel belongs to a seed from which a path leads to it whose highest pixel is as low as that of any path from any seed
 * (flooding by a sorted queue: Vincent &amp; Soille 1991, doi:10.1109/34.87344; with markers: Meyer &amp; Beucher 1990,
 * doi:10.1016/1047-3203(90)90014-M). No pixel is lost to a line between the parts. Of equally high pixels the first in raster
 * order is flooded first.
 *
 * <p>Neighbours share an edge, so every part is 4-connected if its seed is. O(n) in the number of pixels but for the forest,
 * which is as good as linear. Thread-safe.
 */
public final class SeededWatershed {

    private static final int DRY = -1;

    private final int width;
    private final float[] depth;

    /** Of a flooded pixel another of its basin; of the first one itself. */
    private final int[] parent;

    /** Of the first pixel of a basin the seed that it holds, 0 = none. */
    private final int[] seedOf;

    private SeededWatershed(final LabelMap seeds, final float[] depth) {
        width = seeds.width();
        this.depth = depth;
        parent = new int[depth.length];
        Arrays.fill(parent, DRY);
        seedOf = seeds.labels().clone();
    }

    /**
     * Floods a mask.
     *
     * @param seeds label map (x, y), 0 = none; those outside of the mask are not looked at
     * @param heights of the pixels (y, x), finite
     * @param mask pixels that are flooded: where the label is not 0
     * @return the seed of every pixel of the mask; 0 elsewhere, and where no seed reaches
     */
    public static LabelMap of(final LabelMap seeds, final float[] heights, final LabelMap mask) {
        final float[] depth = depths(heights, mask.labels());
        final SeededWatershed run = new SeededWatershed(seeds, depth);
        run.plant();
        for (final int pixel : RadixSort.order(depth)) {
            run.flood(pixel);
        }
        return LabelMap.of(run.seeds(), seeds.width(), seeds.height());
    }

    /** How far below the highest pixel each one is, from 1 to 2; 0 outside of the mask. */
    private static float[] depths(final float[] heights, final int[] mask) {
        float least = Float.POSITIVE_INFINITY;
        float most = Float.NEGATIVE_INFINITY;
        for (final float height : heights) {
            least = Math.min(least, height);
            most = Math.max(most, height);
        }
        final double range = most > least ? (double) most - least : 1;
        final float[] depth = new float[heights.length];
        for (int i = 0; i < depth.length; i++) {
            depth[i] = mask[i] > 0 ? (float) (1 + (most - (double) heights[i]) / range) : 0;
        }
        return depth;
    }

    /** NB: a seed is under water from the start, however high it lies. */
    private void plant() {
        final int[] first = new int[Arrays.stream(seedOf).max().orElse(0) + 1];
        Arrays.fill(first, DRY);
        for (int i = 0; i < seedOf.length; i++) {
            final int seed = seedOf[i];
            if (seed > 0 && depth[i] > 0) {
                first[seed] = first[seed] == DRY ? i : first[seed];
                parent[i] = first[seed];
            }
        }
    }

    private void flood(final int pixel) {
        if (parent[pixel] != DRY) {
            return;
        }
        parent[pixel] = pixel;
        final int x = pixel % width;
        final int[] neighbours = {
            pixel >= width ? pixel - width : DRY,
            x > 0 ? pixel - 1 : DRY,
            x < width - 1 ? pixel + 1 : DRY,
            pixel + width < parent.length ? pixel + width : DRY
        };
        for (int i = 0; i < neighbours.length; i++) {
            final int deepest = deepest(neighbours);
            if (deepest == DRY) {
                return;
            }
            unite(first(pixel), first(neighbours[deepest]));
            neighbours[deepest] = DRY;
        }
    }

    /** Which of the neighbours is the deepest one under water; {@link #DRY} if none is. */
    private int deepest(final int... neighbours) {
        int deepest = DRY;
        for (int i = 0; i < neighbours.length; i++) {
            final boolean wet = neighbours[i] != DRY && parent[neighbours[i]] != DRY;
            if (wet && (deepest == DRY || depth[neighbours[i]] > depth[neighbours[deepest]])) {
                deepest = i;
            }
        }
        return deepest;
    }

    private void unite(final int a, final int b) {
        if (a == b || (seedOf[a] > 0 && seedOf[b] > 0)) {
            return;
        }
        final int kept = seedOf[a] > 0 ? a : b;
        parent[kept == a ? b : a] = kept;
    }

    private int first(final int start) {
        int i = start;
        while (parent[i] != i) {
            parent[i] = parent[parent[i]];
            i = parent[i];
        }
        return i;
    }

    private int[] seeds() {
        final int[] result = new int[parent.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = parent[i] == DRY ? 0 : seedOf[first(i)];
        }
        return result;
    }
}
