package io.github.unetfiji.dataset;

import io.github.unetfiji.labels.LabelMap;

/**
 * What networks learn that give foreground and boundary of cells: two truths for each pixel, as one number. 1 is added for a
 * pixel of a cell, 2 for a pixel one of whose 4 neighbours has another label: the boundary is two pixels thick, one on each side
 * of every edge between two cells, and between a cell and the background.
 */
public final class CellBoundaries {

    /** Added for a pixel of a cell. */
    public static final int FOREGROUND = 1;

    /** Added for a pixel of a boundary. */
    public static final int BOUNDARY = 2;

    private CellBoundaries() {}

    /**
     * The truths of a slice.
     *
     * @param cells 0 = background, one id for every cell, negative = ignored; (x, y)
     * @return 0..3 for each pixel, {@link LabelMap#IGNORE} where ignored
     */
    public static int[] of(final LabelMap cells) {
        final int[] labels = cells.labels();
        final int width = cells.width();
        final int[] truths = new int[labels.length];
        for (int i = 0; i < labels.length; i++) {
            final int x = i % width;
            final boolean edge =
                    (x > 0 && differ(labels, i, i - 1))
                            || (x < width - 1 && differ(labels, i, i + 1))
                            || (i >= width && differ(labels, i, i - width))
                            || (i + width < labels.length && differ(labels, i, i + width));
            truths[i] =
                    labels[i] < 0
                            ? LabelMap.IGNORE
                            : (labels[i] > 0 ? FOREGROUND : 0) + (edge ? BOUNDARY : 0);
        }
        return truths;
    }

    /** The same with 1 for a boundary and 2 for a cell. */
    public static int[] boundaryFirst(final LabelMap cells) {
        final int[] truths = of(cells);
        for (int i = 0; i < truths.length; i++) {
            if (truths[i] == FOREGROUND || truths[i] == BOUNDARY) {
                truths[i] = FOREGROUND + BOUNDARY - truths[i];
            }
        }
        return truths;
    }

    private static boolean differ(final int[] labels, final int i, final int neighbour) {
        return labels[i] >= 0 && labels[neighbour] >= 0 && labels[i] != labels[neighbour];
    }
}
