package io.github.unetfiji.evaluate;

import io.github.unetfiji.labels.ConnectedComponents;
import io.github.unetfiji.labels.Connectivity;
import io.github.unetfiji.labels.LabelMap;

/**
 * Number of true cells that a prediction finds, merges, splits or misses at one threshold. Each cell of each slice is
 * counted once. These plain numbers stand beside the scores, because an empty or a full prediction can have a good
 * score.
 *
 * <p>Cells and objects are 4-connected components. O(pixels).
 *
 * @param found true cells that an object of the prediction matches with an IoU above 0.5
 * @param merged other cells that are more than half covered by objects, one of which covers more than half of
 *     another cell, too
 * @param split other cells that are more than half covered, by several objects that each lie mostly in the cell
 * @param partly other cells that are more than half covered: badly outlined
 * @param missed cells that are at most half covered
 * @param extra objects of the prediction that lie mostly outside the true cells
 */
public record CellOutcomes(
        long found, long merged, long split, long partly, long missed, long extra) {

    /** No cells. */
    public static final CellOutcomes NONE = new CellOutcomes(0, 0, 0, 0, 0, 0);

    /**
     * Counts a slice.
     *
     * @param prediction probabilities of cell
     * @param truth labels of the same size; above 0 = cell, whatever the id
     * @param threshold a pixel with a probability above it is cell
     */
    public static CellOutcomes of(
            final ProbabilityMap prediction, final LabelMap truth, final double threshold) {
        final boolean[] real = new boolean[truth.labels().length];
        for (int i = 0; i < real.length; i++) {
            real[i] = truth.labels()[i] > 0;
        }
        final LabelMap cells = components(real, prediction);
        final LabelMap objects = components(prediction.above(threshold), prediction);
        return of(
                OverlapTable.of(
                        cells.labels(), cells.maxId() + 1, objects.labels(), objects.maxId() + 1));
    }

    private static LabelMap components(final boolean[] mask, final ProbabilityMap like) {
        return ConnectedComponents.of(mask, like.width(), like.height(), Connectivity.FOUR);
    }

    private static CellOutcomes of(final OverlapTable table) {
        final boolean[] found = new boolean[table.rowCount()];
        final int[] covered = new int[table.rowCount()];
        final int[] parts = new int[table.rowCount()];
        final int[] swallowed = new int[table.columnCount()];
        final int[] inCells = new int[table.columnCount()];
        for (int e = 0; e < table.size(); e++) {
            final int cell = table.row(e);
            final int object = table.column(e);
            if (cell > 0 && object > 0) {
                final long shared = table.count(e);
                final long union = table.rowSum(cell) + table.columnSum(object) - shared;
                found[cell] |= 2 * shared > union;
                covered[cell] += (int) shared;
                inCells[object] += (int) shared;
                parts[cell] += 2 * shared > table.columnSum(object) ? 1 : 0;
                swallowed[object] += 2 * shared > table.rowSum(cell) ? 1 : 0;
            }
        }
        return of(table, found, covered, parts, merged(table, swallowed), inCells);
    }

    /** Cells that lie mostly in an object which also covers more than half of another cell. */
    private static boolean[] merged(final OverlapTable table, final int[] swallowed) {
        final boolean[] merged = new boolean[table.rowCount()];
        for (int e = 0; e < table.size(); e++) {
            final int cell = table.row(e);
            final int object = table.column(e);
            if (cell > 0 && object > 0 && 2L * table.count(e) > table.rowSum(cell)) {
                merged[cell] = swallowed[object] > 1;
            }
        }
        return merged;
    }

    private static CellOutcomes of(
            final OverlapTable table,
            final boolean[] found,
            final int[] covered,
            final int[] parts,
            final boolean[] merged,
            final int[] inCells) {
        CellOutcomes fates = NONE;
        for (int cell = 1; cell < table.rowCount(); cell++) {
            fates =
                    fates.plus(
                            fate(
                                    found[cell],
                                    merged[cell],
                                    parts[cell],
                                    2L * covered[cell] > table.rowSum(cell)));
        }
        long extra = 0;
        for (int object = 1; object < table.columnCount(); object++) {
            extra += 2L * inCells[object] < table.columnSum(object) ? 1 : 0;
        }
        return fates.plus(new CellOutcomes(0, 0, 0, 0, 0, extra));
    }

    private static CellOutcomes fate(
            final boolean found, final boolean merged, final int parts, final boolean covered) {
        if (found) {
            return new CellOutcomes(1, 0, 0, 0, 0, 0);
        }
        if (!covered) {
            return new CellOutcomes(0, 0, 0, 0, 1, 0);
        }
        if (merged) {
            return new CellOutcomes(0, 1, 0, 0, 0, 0);
        }
        return parts > 1 ? new CellOutcomes(0, 0, 1, 0, 0, 0) : new CellOutcomes(0, 0, 0, 1, 0, 0);
    }

    /** The counts of two slices together. */
    public CellOutcomes plus(final CellOutcomes other) {
        return new CellOutcomes(
                found + other.found,
                merged + other.merged,
                split + other.split,
                partly + other.partly,
                missed + other.missed,
                extra + other.extra);
    }

    /** Number of cells of the truth. */
    public long cells() {
        return found + merged + split + partly + missed;
    }
}
