package io.github.unetfiji.dataset;

import io.github.unetfiji.labels.LabelMap;
import io.github.unetfiji.labels.TwoNearestCells;

/**
 * Keeps background only around cells. The user perhaps never looked at pixels that are farther from all cells, so these are
 * ignored. Thread-safe.
 */
final class BackgroundRim {

    private BackgroundRim() {}

    /**
     * A slice whose background pixels are ignored where they are far from every cell.
     *
     * @param slice annotation of the slice; unchanged
     * @param outlined the cells to measure from, exactly and between pixel centres ({@link TwoNearestCells});
     *     where there is none, all background is ignored
     * @param width largest distance in px at which background counts, at least 1
     * @param threads number of threads, at least 1
     * @throws io.github.unetfiji.UNetException if a side is longer than 2^20 px
     */
    static AnnotatedSlice of(
            final AnnotatedSlice slice,
            final LabelMap outlined,
            final int width,
            final int threads) {
        final int columns = outlined.width();
        final int[] cells = slice.cells().labels().clone();
        final int[] classes = slice.classes().labels().clone();
        final double farthest = (double) width * width;
        TwoNearestCells.forEachRow(
                outlined,
                threads,
                () ->
                        (y, squared, unused) -> {
                            for (int x = 0; x < columns; x++) {
                                final int i = y * columns + x;
                                if (classes[i] == 0 && squared[x] > farthest) {
                                    cells[i] = LabelMap.IGNORE;
                                    classes[i] = LabelMap.IGNORE;
                                }
                            }
                        });
        return new AnnotatedSlice(
                LabelMap.of(cells, columns, outlined.height()),
                LabelMap.of(classes, columns, outlined.height()),
                slice.contested());
    }
}
