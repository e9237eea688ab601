package io.github.unetfiji.evaluate;

import io.github.unetfiji.labels.LabelMap;
import java.util.Arrays;

/**
 * The overlaps of the objects of two label maps, in pixels. Objects are ids: they need not be
 * connected, nor their ids contiguous. Pixels that are ignored in one of the maps are left out.
 */
final class ObjectOverlap {

    /** A table of ids up to this many entries is read; above it ids are searched. */
    private static final int TABLE = 1 << 22;

    private final int[] trueIds;
    private final int[] resultIds;
    private final OverlapTable table;

    private ObjectOverlap(final int[] trueIds, final int[] resultIds, final OverlapTable table) {
        this.trueIds = trueIds;
        this.resultIds = resultIds;
        this.table = table;
    }

    /** Counts the overlaps of two maps of the same size. */
    static ObjectOverlap of(final LabelMap truth, final LabelMap result) {
        final int[] trueIds = truth.ids();
        final int[] resultIds = result.ids();
        return new ObjectOverlap(
                trueIds,
                resultIds,
                OverlapTable.of(
                        dense(truth, trueIds),
                        trueIds.length + 1,
                        dense(result, resultIds),
                        resultIds.length + 1));
    }

    /** Numbers the ids 1..n in ascending order; background and ignored pixels stay what they are. */
    private static int[] dense(final LabelMap map, final int[] ids) {
        final int[] labels = map.labels().clone();
        final int max = ids.length == 0 ? 0 : ids[ids.length - 1];
        final int[] number = new int[max < TABLE ? max + 1 : 0];
        for (int k = 0; k < ids.length && number.length > 0; k++) {
            number[ids[k]] = k + 1;
        }
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] > 0) {
                labels[i] =
                        number.length > 0
                                ? number[labels[i]]
                                : Arrays.binarySearch(ids, labels[i]) + 1;
            }
        }
        return labels;
    }

    /** Objects 1..n of the truth and of the result; row and column 0 are background. */
    OverlapTable table() {
        return table;
    }

    /** The id of an object of the truth, 1..n. */
    int trueId(final int row) {
        return trueIds[row - 1];
    }

    /** The id of an object of the result, 1..n. */
    int resultId(final int column) {
        return resultIds[column - 1];
    }

    /** Whether an entry is of two objects, not of background. */
    boolean isOfObjects(final int entry) {
        return table.row(entry) > 0 && table.column(entry) > 0;
    }

    /** The pixels of the union of an entry's two objects. */
    long union(final int entry) {
        return (long) table.rowSum(table.row(entry))
                + table.columnSum(table.column(entry))
                - table.count(entry);
    }
}
