package io.github.unetfiji.labels;

import io.github.unetfiji.UNetException;
import java.util.Arrays;

/**
 * Separates cells that touch: a pixel of a cell becomes background if another cell lies in its neighbourhood
 * (Ronneberger et al. 2015, section 3: the separation border by morphological
 * operations, doi:10.1007/978-3-319-24574-4_28).
 *
 * <p>The neighbourhood is the square of 2 width + 1 px. All pixels are judged on the original map, so that the result
 * depends neither on the order of pixels nor on the ids, and both cells lose as much: two cells that shared an edge
 * end up 2 width px apart. Afterwards any two cells have at
 * least {@code width} background pixels between them, also across corners. A cell vanishes if all of its pixels are
 * within {@code width} px of other cells; {@link #vanished()} lists such cells, so that the caller can warn the user.
 *
 * <p>O(width) a pixel, four planes of {@code int} with the result. Thread-safe.
 */
public final class SeparationBorder {

    private final LabelMap labels;
    private final int[] vanished;

    private SeparationBorder(final LabelMap labels, final int[] vanished) {
        this.labels = labels;
        this.vanished = vanished;
    }

    /**
     * Separates the cells of a label map.
     *
     * @param cells label map (x, y), unchanged; {@link LabelMap#IGNORE} is no cell and stays
     * @param width px taken from each of two touching cells, at least 0; the paper's border: 1
     * @throws UNetException if the width is negative
     */
    public static SeparationBorder of(final LabelMap cells, final int width) {
        if (width < 0) {
            throw new UNetException(
                    "The width of the separation border is "
                            + width
                            + " px; allowed are 0 (none) and more.");
        }
        final LabelMap parted = new Neighbourhood(cells, width).parted();
        final int[] left = parted.ids();
        final int[] vanished =
                Arrays.stream(cells.ids())
                        .filter(id -> Arrays.binarySearch(left, id) < 0)
                        .toArray();
        return new SeparationBorder(parted, vanished);
    }

    /** The map with separated cells (x, y); ids are kept. */
    public LabelMap labels() {
        return labels;
    }

    /** The ids of cells that have no pixel left, ascending; a copy. */
    public int[] vanished() {
        return vanished.clone();
    }

    /**
     * The smallest and the largest id in the square around each pixel: where both are the pixel's own id, no other
     * cell is near.
     */
    private static final class Neighbourhood {

        private final LabelMap cells;
        private final int reach;
        private final int width;
        private final int[] min;
        private final int[] max;

        Neighbourhood(final LabelMap cells, final int reach) {
            this.cells = cells;
            this.reach = reach;
            width = cells.width();
            min = new int[cells.labels().length];
            max = new int[cells.labels().length];
        }

        LabelMap parted() {
            alongRows();
            final int[] out = cells.labels().clone();
            final int[] low = new int[width];
            final int[] high = new int[width];
            for (int y = 0; y < cells.height(); y++) {
                alongColumns(y, low, high);
                for (int x = 0; x < width; x++) {
                    final int i = y * width + x;
                    if (out[i] > 0 && (low[x] != out[i] || high[x] != out[i])) {
                        out[i] = 0;
                    }
                }
            }
            return LabelMap.of(out, width, cells.height());
        }

        private void alongRows() {
            final int[] labels = cells.labels();
            for (int row = 0; row < labels.length; row += width) {
                for (int x = 0; x < width; x++) {
                    int low = Integer.MAX_VALUE;
                    int high = 0;
                    final int end = (int) Math.min(width - 1L, (long) x + reach);
                    for (int s = Math.max(0, x - reach); s <= end; s++) {
                        final int label = labels[row + s];
                        low = label > 0 ? Math.min(low, label) : low;
                        high = Math.max(high, label);
                    }
                    min[row + x] = low;
                    max[row + x] = high;
                }
            }
        }

        private void alongColumns(final int y, final int[] low, final int[] high) {
            Arrays.fill(low, Integer.MAX_VALUE);
            Arrays.fill(high, 0);
            final int end = (int) Math.min(cells.height() - 1L, (long) y + reach);
            for (int s = Math.max(0, y - reach); s <= end; s++) {
                for (int x = 0; x < width; x++) {
                    low[x] = Math.min(low[x], min[s * width + x]);
                    high[x] = Math.max(high[x], max[s * width + x]);
                }
            }
        }
    }
}
