package io.github.unetfiji.labels;

/** Removes small cells. */
public final class SmallCells {

    private SmallCells() {}

    /**
     * A copy of a map without its small cells.
     *
     * @param cells label map (x, y), cells 1..n
     * @param smallest smallest area of a cell that is kept, px
     * @return cells, renumbered 1..m in their order
     */
    public static LabelMap removed(final LabelMap cells, final int smallest) {
        final int[] labels = cells.labels();
        final int[] number = areas(cells);
        int m = 0;
        for (int id = 1; id < number.length; id++) {
            number[id] = number[id] > 0 && number[id] >= smallest ? ++m : 0;
        }
        number[0] = 0;
        final int[] result = new int[labels.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = number[labels[i]];
        }
        return LabelMap.of(result, cells.width(), cells.height());
    }

    /** Area of every id, px; at index 0 that of the background. */
    static int[] areas(final LabelMap cells) {
        final int[] areas = new int[cells.maxId() + 1];
        for (final int label : cells.labels()) {
            areas[label]++;
        }
        return areas;
    }
}
