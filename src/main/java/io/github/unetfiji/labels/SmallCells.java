package io.github.unetfiji.labels;

/** Leaves out cells of few pixels. */
public final class SmallCells {

    private SmallCells() {}

    /**
     * The map without its small cells.
     *
     * @param cells label map (x, y), cells 1..n
     * @param smallest pixels that a cell must have to stay
     * @return cells, 1..m in the order they had
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

    /** The number of pixels of every id; that of the background, too. */
    static int[] areas(final LabelMap cells) {
        final int[] areas = new int[cells.maxId() + 1];
        for (final int label : cells.labels()) {
            areas[label]++;
        }
        return areas;
    }
}
