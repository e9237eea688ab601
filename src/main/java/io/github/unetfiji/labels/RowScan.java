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
    private final TwoNearestCells.Where where;
    private final LowerEnvelope nearest;
    private final LowerEnvelope second;

    RowScan(final int width, final TwoNearestCells.Where where) {
        this.width = width;
        this.where = where;
        nearest = new LowerEnvelope(width);
        second = new LowerEnvelope(width);
        squared1 = new double[width];
        squared2 = new double[width];
    }

    /**
     * Computes a row.
     *
     * @param columns the columns' distances in that row
     */
    void scan(final ColumnState columns) {
        nearest.build(columns, 0, 0, width);
        nearest.evaluate(0, width, squared1);
        if (nearest.size() == 0) {
            Arrays.fill(squared2, Double.POSITIVE_INFINITY);
        }
        int k = 0;
        while (k < nearest.size()) {
            final int next = endOfRun(columns.cell, k);
            run(columns, k, next);
            k = next;
        }
    }

    /** The first site after the k-th that is of another cell. */
    private int endOfRun(final int[] cells, final int k) {
        final int cell = cells[nearest.site(k)];
        int next = k + 1;
        while (next < nearest.size() && cells[nearest.site(next)] == cell) {
            next++;
        }
        return next;
    }

    /** Second-nearest cells of the pixels whose nearest sites are k..next-1, all of one cell. */
    private void run(final ColumnState columns, final int k, final int next) {
        final int from = nearest.start(k);
        final int to = next == nearest.size() ? width : nearest.start(next);
        final int west = k == 0 ? -1 : nearest.site(k - 1);
        final int east = next == nearest.size() ? width : nearest.site(next);
        final int cell = columns.cell[nearest.site(k)];
        if (where == TwoNearestCells.Where.BACKGROUND) {
            int left = from;
            while (left < to && squared1[left] > 0) {
                left++;
            }
            int right = left;
            while (right < to && squared1[right] == 0) {
                right++;
            }
            // NB: two parts at most, else cells with many holes would take more than linear time.
            if (left < right && solidTo(right, to)) {
                pixels(columns, cell, from, left, west, east);
                pixels(columns, cell, right, to, west, east);
                return;
            }
        }
        pixels(columns, cell, from, to, west, east);
    }

    private boolean solidTo(final int right, final int to) {
        for (int x = right; x < to; x++) {
            if (squared1[x] == 0) {
                return false;
            }
        }
        return true;
    }

    /** Second-nearest cells of the pixels from..to-1 of a run, between its neighbours' sites. */
    private void pixels(
            final ColumnState columns,
            final int cell,
            final int from,
            final int to,
            final int west,
            final int east) {
        if (from == to) {
            return;
        }
        final double far =
                Math.min(farthest(columns, west, from, to), farthest(columns, east, from, to));
        final int reach = (int) Math.min(width, Math.sqrt(far) + 1);
        final int first = Math.max(Math.max(west, 0), from - reach);
        final int last = Math.min(Math.min(east, width - 1), to - 1 + reach);
        second.build(columns, cell, first, last + 1);
        second.evaluate(from, to, squared2);
    }

    /** No pixel of from..to-1 is farther than this from a column's first site: a bound of d2^2. */
    private double farthest(
            final ColumnState columns, final int column, final int from, final int to) {
        if (column < 0 || column == width) {
            return Double.POSITIVE_INFINITY;
        }
        final double distance = columns.first[column];
        final double dx = Math.max(Math.abs(from - column), Math.abs(to - 1 - column));
        return dx * dx + distance * distance;
    }
}
