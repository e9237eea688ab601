package io.github.unetfiji.evaluate;

import java.util.Arrays;

/**
 * How many pixels two labellings share: a sparse contingency table. O(pixels), whatever the number
 * of labels: the pixels are sorted by column with a counting sort, then counted row by row.
 */
final class OverlapTable {

    private final int[] rowSums;
    private final int[] columnSums;
    private int[] rows = new int[64];
    private int[] columns = new int[64];
    private int[] counts = new int[64];
    private int size;

    private OverlapTable(final int rowCount, final int columnCount) {
        rowSums = new int[rowCount];
        columnSums = new int[columnCount];
    }

    /**
     * Counts the pixels of two labellings.
     *
     * @param rows labels below rowCount; a negative label leaves the pixel out
     * @param columns labels below columnCount, likewise
     */
    static OverlapTable of(
            final int[] rows, final int rowCount, final int[] columns, final int columnCount) {
        final OverlapTable table = new OverlapTable(rowCount, columnCount);
        for (int i = 0; i < rows.length; i++) {
            if (rows[i] >= 0 && columns[i] >= 0) {
                table.rowSums[rows[i]]++;
                table.columnSums[columns[i]]++;
            }
        }
        table.count(table.rowsByColumn(rows, columns));
        return table;
    }

    private int[] rowsByColumn(final int[] rowOf, final int[] columnOf) {
        final int[] next = new int[columnSums.length];
        int total = 0;
        for (int c = 0; c < next.length; c++) {
            next[c] = total;
            total += columnSums[c];
        }
        final int[] sorted = new int[total];
        for (int i = 0; i < rowOf.length; i++) {
            if (rowOf[i] >= 0 && columnOf[i] >= 0) {
                sorted[next[columnOf[i]]++] = rowOf[i];
            }
        }
        return sorted;
    }

    private void count(final int[] sorted) {
        final int[] entryOf = new int[rowSums.length];
        Arrays.fill(entryOf, -1);
        int i = 0;
        for (int column = 0; column < columnSums.length; column++) {
            final int first = size;
            for (final int end = i + columnSums[column]; i < end; i++) {
                final int row = sorted[i];
                if (entryOf[row] < first) {
                    entryOf[row] = add(row, column);
                }
                counts[entryOf[row]]++;
            }
        }
    }

    private int add(final int row, final int column) {
        if (size == counts.length) {
            rows = Arrays.copyOf(rows, 2 * size);
            columns = Arrays.copyOf(columns, 2 * size);
            counts = Arrays.copyOf(counts, 2 * size);
        }
        rows[size] = row;
        columns[size] = column;
        return size++;
    }

    /** The number of pairs of labels that share a pixel. */
    int size() {
        return size;
    }

    int row(final int entry) {
        return rows[entry];
    }

    int column(final int entry) {
        return columns[entry];
    }

    /** The pixels that an entry's row and column share, at least 1. */
    int count(final int entry) {
        return counts[entry];
    }

    /** The pixels of a row. */
    int rowSum(final int row) {
        return rowSums[row];
    }

    /** The pixels of a column. */
    int columnSum(final int column) {
        return columnSums[column];
    }

    int rowCount() {
        return rowSums.length;
    }

    int columnCount() {
        return columnSums.length;
    }
}
