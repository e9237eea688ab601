package io.github.unetfiji.labels;

import java.util.function.Supplier;

/**
 * First half of {@link TwoNearestCells}: along every column, the distance to the nearest cell pixel,
 * its label, and the distance to the nearest pixel of any other cell.
 *
 * <p>One scan down, one scan up, in blocks of columns that stay in the cache. Three planes, index =
 * y * width + x.
 */
final class ColumnScan {

    /** Distances from here on mean that there is no such pixel. */
    static final int NONE = 1 << 29;

    private static final int COLUMNS = 512;

    /** Distance along the column to the nearest cell pixel, in px. */
    final int[] first;

    /** Label of the nearest cell pixel, 0 if there is none. */
    final int[] label;

    /** Distance along the column to the nearest pixel of another cell than {@link #label}, in px. */
    final int[] second;

    private final int[] labels;
    private final int width;

    ColumnScan(final LabelMap map) {
        labels = map.labels();
        width = map.width();
        first = new int[labels.length];
        label = new int[labels.length];
        second = new int[labels.length];
    }

    void run(final int threads) {
        final Supplier<Lines.Worker> workers = () -> new Block()::scan;
        Lines.run(width, COLUMNS, threads, workers);
    }

    /**
     * What a scan has seen last in each column of a block: n1 lines ago a pixel of cell id, n2 lines
     * ago a pixel of another cell.
     */
    private final class Block {

        private final int[] n1 = new int[COLUMNS];
        private final int[] n2 = new int[COLUMNS];
        private final int[] id = new int[COLUMNS];

        void scan(final int from, final int to) {
            reset(to - from);
            for (int i = from; i < labels.length; i += width) {
                see(i, to - from);
                System.arraycopy(n1, 0, first, i, to - from);
                System.arraycopy(id, 0, label, i, to - from);
                System.arraycopy(n2, 0, second, i, to - from);
            }
            reset(to - from);
            for (int i = labels.length - width + from; i >= 0; i -= width) {
                see(i, to - from);
                merge(i, to - from);
            }
        }

        private void reset(final int columns) {
            for (int x = 0; x < columns; x++) {
                n1[x] = NONE;
                n2[x] = NONE;
                id[x] = 0;
            }
        }

        private void see(final int offset, final int columns) {
            for (int x = 0; x < columns; x++) {
                final int here = labels[offset + x];
                int d1 = n1[x] + 1;
                int d2 = n2[x] + 1;
                if (here > 0) {
                    if (here != id[x]) {
                        d2 = d1;
                        id[x] = here;
                    }
                    d1 = 0;
                }
                n1[x] = d1;
                n2[x] = d2;
            }
        }

        /** Joins what lies below (this scan) with what lies above (the planes). */
        private void merge(final int offset, final int columns) {
            for (int x = 0; x < columns; x++) {
                final int i = offset + x;
                final int above = first[i];
                final int below = n1[x];
                if (label[i] == id[x]) {
                    first[i] = Math.min(above, below);
                    second[i] = Math.min(second[i], n2[x]);
                } else if (above <= below) {
                    second[i] = Math.min(second[i], below);
                } else {
                    first[i] = below;
                    label[i] = id[x];
                    second[i] = Math.min(above, n2[x]);
                }
            }
        }
    }
}
