package io.github.unetfiji.labels;

import java.util.Arrays;

/**
 * Second half of {@link TwoNearestCells}: along a row, from the columns' distances to the two
 * nearest cells. The proof is in {@link TwoNearestCells}. Used by one thread.
 */
final class RowScan {

    /** Squared distances of the last row to the nearest and second-nearest cell, in px^2. */
    final double[] squared1;

    final double[] squared2;

    private final int width;
    private final LowerEnvelope nearest;
    private final LowerEnvelope second;
    private final int[] distance;

    /** The sites of the first envelope that begin a run, and at the end their number. */
    private final int[] runs;

    RowScan(final int width) {
        this.width = width;
        nearest = new LowerEnvelope(width);
        second = new LowerEnvelope(width);
        squared1 = new double[width];
        squared2 = new double[width];
        distance = new int[width];
        runs = new int[width + 1];
    }

    /**
     * Computes a row.
     *
     * @param columns the columns' distances in that row
     */
    void scan(final ColumnState columns) {
        nearest.build(columns.first);
        nearest.evaluateAll(squared1);
        if (nearest.size() == 0) {
            Arrays.fill(squared2, Double.POSITIVE_INFINITY);
            return;
        }
        final int n = findRuns(columns.cell);
        secondNearest(columns, 0, n);
        secondNearest(columns, 1, n);
    }

    /** Divides the row into runs with the same nearest cell; returns their number. */
    private int findRuns(final int[] cells) {
        int n = 0;
        int last = 0;
        for (int k = 0; k < nearest.size(); k++) {
            final int cell = cells[nearest.site(k)];
            if (cell != last) {
                runs[n++] = k;
                last = cell;
            }
        }
        runs[n] = nearest.size();
        return n;
    }

    /** Second-nearest cells of every other of n runs. */
    private void secondNearest(final ColumnState columns, final int parity, final int n) {
        Arrays.fill(distance, ColumnState.NONE);
        for (int r = parity; r < n; r += 2) {
            sites(columns, r, n);
        }
        second.buildThinned(distance);
        for (int r = parity; r < n; r += 2) {
            final int to = r + 1 < n ? nearest.start(runs[r + 1]) : width;
            second.evaluate(nearest.start(runs[r]), to, squared2);
        }
    }

    /** The columns' distances to the nearest cell that is not that of a run. */
    private void sites(final ColumnState columns, final int r, final int n) {
        final int[] first = columns.first;
        final int[] other = columns.second;
        final int[] cells = columns.cell;
        final int cell = cells[nearest.site(runs[r])];
        final int west = r == 0 ? 0 : nearest.site(runs[r] - 1);
        final int east = r + 1 < n ? nearest.site(runs[r + 1]) : width - 1;
        for (int x = west; x <= east; x++) {
            distance[x] = cells[x] == cell ? other[x] : first[x];
        }
    }
}
