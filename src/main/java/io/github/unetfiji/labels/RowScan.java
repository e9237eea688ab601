package io.github.unetfiji.labels;

/**
 * Second half of {@link TwoNearestCells}: along a row, from the columns' distances to the two
 * nearest cells. The proof is in {@link TwoNearestCells}. Used by one thread.
 */
final class RowScan {

    /** Squared distances of the last row to the nearest and second-nearest cell, in px^2. */
    final long[] squared1;

    final long[] squared2;

    private final ColumnScan columns;
    private final int width;
    private final int limit;
    private final LowerEnvelope envelope;
    private final int[] label;
    private final long[] first;
    private final long[] second;
    private final long[] other;
    private final int[] nearest;
    private final int[] unused;

    /**
     * @param limit cells farther away than this may be left out, in px
     */
    RowScan(final ColumnScan columns, final int width, final int limit) {
        this.columns = columns;
        this.width = width;
        this.limit = limit;
        envelope = new LowerEnvelope(width);
        squared1 = new long[width];
        squared2 = new long[width];
        label = new int[width];
        first = new long[width];
        second = new long[width];
        other = new long[width];
        nearest = new int[width];
        unused = new int[width];
    }

    void scan(final int y) {
        load(y * width);
        envelope.build(first, 0, width);
        envelope.evaluate(0, width, squared1, nearest);
        if (nearest[0] < 0) {
            System.arraycopy(squared1, 0, squared2, 0, width);
            return;
        }
        int from = 0;
        while (from < width) {
            final int to = endOfRun(from);
            secondNearest(from, to);
            from = to;
        }
    }

    private void load(final int offset) {
        System.arraycopy(columns.label, offset, label, 0, width);
        for (int x = 0; x < width; x++) {
            first[x] = square(columns.first[offset + x]);
            second[x] = square(columns.second[offset + x]);
        }
    }

    private long square(final int distance) {
        return distance <= limit ? (long) distance * distance : LowerEnvelope.NONE;
    }

    /** The first pixel after x whose nearest cell is another one. */
    private int endOfRun(final int x) {
        final int cell = label[nearest[x]];
        int to = x + 1;
        while (to < width && label[nearest[to]] == cell) {
            to++;
        }
        return to;
    }

    /** Second-nearest cells of the pixels from..to-1, which have the same nearest cell. */
    private void secondNearest(final int from, final int to) {
        final int cell = label[nearest[from]];
        final int west = from == 0 ? 0 : nearest[from - 1];
        final int east = to == width ? width - 1 : nearest[to];
        for (int x = west; x <= east; x++) {
            other[x] = label[x] == cell ? second[x] : first[x];
        }
        envelope.build(other, west, east + 1);
        envelope.evaluate(from, to, squared2, unused);
    }
}
