package io.github.unetfiji.labels;

import io.github.unetfiji.work.ParallelWork;

/**
 * First half of {@link TwoNearestCells}: along every column, the distance to the nearest cell pixel,
 * its cell, and the distance to the nearest pixel of any other cell.
 *
 * <p>One scan down and one scan up, which keep what they have seen only at the borders of bands of
 * rows; a {@link Band} works out its rows from there, in the cache. So the planes of all rows are
 * never held: 6/32 values of 4 bytes a pixel.
 */
final class ColumnScan {

    private static final int ROWS = 32;
    private static final int MIN_COLUMNS = 64;
    private static final int MAX_COLUMNS = 2048;

    private final int[] labels;
    private final int width;
    private final int height;

    /** The cells above and below each band; a line of columns a band. */
    private final ColumnState above;

    private final ColumnState below;

    ColumnScan(final LabelMap map, final int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads " + threads + " < 1");
        }
        labels = map.labels();
        width = map.width();
        height = map.height();
        above = new ColumnState(bands() * width);
        below = new ColumnState(bands() * width);
        final int block = Math.max(MIN_COLUMNS, Math.min(MAX_COLUMNS, (width - 1) / threads + 1));
        ParallelWork.forEach(
                (width - 1) / block + 1,
                threads,
                () ->
                        item -> {
                            final int from = item * block;
                            final int columns = Math.min(block, width - from);
                            down(from, columns);
                            up(from, columns);
                        });
    }

    /** Number of bands of rows. */
    int bands() {
        return (height - 1) / ROWS + 1;
    }

    private void down(final int x, final int columns) {
        final int[] line = new int[columns];
        final ColumnState state = new ColumnState(columns);
        state.reset();
        for (int y = 0; y < height; y++) {
            if (y % ROWS == 0) {
                above.set(y / ROWS * width + x, state, 0, columns);
            }
            System.arraycopy(labels, y * width + x, line, 0, columns);
            state.see(line);
        }
    }

    private void up(final int x, final int columns) {
        final int[] line = new int[columns];
        final ColumnState state = new ColumnState(columns);
        state.reset();
        for (int y = height - 1; y >= 0; y--) {
            if (y == height - 1 || y % ROWS == ROWS - 1) {
                below.set(y / ROWS * width + x, state, 0, columns);
            }
            System.arraycopy(labels, y * width + x, line, 0, columns);
            state.see(line);
        }
    }

    /** The rows of a band, one after the other; used by one thread. */
    final class Band {

        private final ColumnState fromBelow = new ColumnState(ROWS * width);
        private final ColumnState state = new ColumnState(width);
        private final ColumnState row = new ColumnState(width);
        private final int[] line = new int[width];
        private int start;

        /** First row of the loaded band. */
        int start() {
            return start;
        }

        /** Row after the loaded band. */
        int end() {
            return Math.min(height, start + ROWS);
        }

        /** Scans up through a band. */
        void load(final int band) {
            start = band * ROWS;
            state.set(0, below, band * width, width);
            for (int y = end() - 1; y >= start; y--) {
                see(y);
                fromBelow.set((y - start) * width, state, 0, width);
            }
            state.set(0, above, band * width, width);
        }

        /**
         * Scans down by one row and joins the two scans.
         *
         * @param y row; start(), start() + 1 and so on
         * @return distances along the columns and cells; valid until the next call
         */
        ColumnState row(final int y) {
            see(y);
            row.set(0, fromBelow, (y - start) * width, width);
            row.join(state);
            return row;
        }

        private void see(final int y) {
            System.arraycopy(labels, y * width, line, 0, width);
            state.see(line);
        }
    }
}
