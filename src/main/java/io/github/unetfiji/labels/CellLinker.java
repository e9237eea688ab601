package io.github.unetfiji.labels;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Links the cells of consecutive slices: a cell that overlaps a cell of the previous slice gets its id, so that ids
 * are unique over all slices.
 *
 * <p>Pairs of cells of the same kind whose overlap is at least {@value #LEAST_IOU} of their union are linked,
 * the largest overlap first, every cell at most once: where a cell divides, the part that overlaps most keeps the id.
 * All other cells get new ids, without gaps. A cell that is missing in a slice comes back as a new cell. Not
 * thread-safe.
 */
public final class CellLinker {

    /** Two cells are linked if their intersection over union is at least this. */
    public static final double LEAST_IOU = 0.25;

    /** A pair of cells, each by its number in its own slice. */
    private record Pair(int here, int before, double iou) {}

    private int last;
    private LabelMap before;
    private int[] beforeAreas;
    private int[] beforeKinds;
    private int[] beforeIds;

    /** Number of ids so far; they are 1 .. count. */
    public int count() {
        return last;
    }

    /** Forgets the previous slice: the cells of the next one get new ids, as at the beginning of a frame. */
    public void startOver() {
        before = null;
    }

    /**
     * Links the next slice.
     *
     * @param cells label map (x, y), cells 1..n; kept, not copied
     * @param kinds class of each cell, at index 1..n: only cells of the same class are linked; kept, not copied
     * @return id of each cell over all slices, at index 1..n
     */
    public int[] next(final LabelMap cells, final int[] kinds) {
        final int[] areas = SmallCells.areas(cells);
        final int[] ids = new int[areas.length];
        if (before != null) {
            link(cells, kinds, areas, ids);
        }
        for (int cell = 1; cell < ids.length; cell++) {
            if (ids[cell] == 0) {
                ids[cell] = ++last;
            }
        }
        before = cells;
        beforeAreas = areas;
        beforeKinds = kinds;
        beforeIds = ids;
        return ids;
    }

    private void link(final LabelMap cells, final int[] kinds, final int[] areas, final int[] ids) {
        final List<Pair> pairs = new ArrayList<>();
        overlaps(cells)
                .forEach(
                        (key, overlap) -> {
                            final int here = (int) (key >>> Integer.SIZE);
                            final int there = key.intValue();
                            final double union =
                                    (double) areas[here] + beforeAreas[there] - overlap;
                            if (kinds[here] == beforeKinds[there] && overlap >= LEAST_IOU * union) {
                                pairs.add(new Pair(here, there, overlap / union));
                            }
                        });
        pairs.sort(
                Comparator.comparingDouble(Pair::iou)
                        .reversed()
                        .thenComparingInt(Pair::here)
                        .thenComparingInt(Pair::before));
        final boolean[] taken = new boolean[beforeIds.length];
        for (final Pair pair : pairs) {
            if (ids[pair.here()] == 0 && !taken[pair.before()]) {
                ids[pair.here()] = beforeIds[pair.before()];
                taken[pair.before()] = true;
            }
        }
    }

    /** Number of pixels that a cell of this slice shares with a cell of the previous one, by both numbers. */
    private Map<Long, Integer> overlaps(final LabelMap cells) {
        final int[] here = cells.labels();
        final int[] there = before.labels();
        final Map<Long, Integer> overlaps = new HashMap<>();
        int start = 0;
        // NB: whole runs of pixels at once, because the map is slow.
        for (int i = 1; i <= here.length; i++) {
            if (i == here.length || here[i] != here[start] || there[i] != there[start]) {
                if (here[start] > 0 && there[start] > 0) {
                    final long key = (long) here[start] << Integer.SIZE | there[start];
                    overlaps.merge(key, i - start, Integer::sum);
                }
                start = i;
            }
        }
        return overlaps;
    }
}
