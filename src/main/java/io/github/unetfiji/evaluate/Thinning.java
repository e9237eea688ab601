package io.github.unetfiji.evaluate;

import io.github.unetfiji.labels.ConnectedComponents;
import io.github.unetfiji.labels.Connectivity;
import io.github.unetfiji.labels.LabelMap;
import java.util.Arrays;

/**
 * Thins the membranes of a proposal to lines of one pixel: the cells grow by flooding until they meet.
 *
 * <p>A watershed of a plane with two levels: the cells (4-connected) are the basins, the membrane is flooded in the
 * order of its distance from them, so that the line runs in the middle between two cells. The
 * queue begins with the membrane pixels beside a cell, x outer, y inner; neighbours are visited left, up, right,
 * down. This order decides ties, and so changes V_Rand and V_Info a little. A plane without any cell becomes one
 * basin. O(pixels).
 *
 * <p>References: Soille &amp; Vincent, Determining watersheds in digital pictures via flooding
 * simulations, 1990, doi:10.1117/12.24211; Arganda-Carreras et al. 2015,
 * doi:10.3389/fnana.2015.00142.
 */
final class Thinning {

    private static final int LINE = 0;
    private static final int OUTSIDE = -1;
    private static final int DRY = -2;
    private static final int QUEUED = -3;

    private final int width;
    private final int height;
    private final int stride;
    private final int[] basins;
    private final int[] queue;
    private final int[] neighbours;
    private int queued;

    private Thinning(final LabelMap cells) {
        width = cells.width();
        height = cells.height();
        stride = width + 2;
        basins = new int[stride * (height + 2)];
        queue = new int[width * height];
        neighbours = new int[] {-1, -stride, 1, stride};
        Arrays.fill(basins, OUTSIDE);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                final int cell = cells.get(x, y);
                basins[(y + 1) * stride + x + 1] = cell == 0 ? DRY : cell;
            }
        }
    }

    /**
     * Thins the membranes of a mask.
     *
     * @param cells the cells of a proposal, numbered
     * @return the cells after thinning, numbered anew; 0 = line
     */
    static LabelMap of(final LabelMap cells) {
        final boolean[] grown = new boolean[cells.labels().length];
        if (cells.maxId() == 0) {
            Arrays.fill(grown, true);
        } else {
            new Thinning(cells).flood(grown);
        }
        return ConnectedComponents.of(grown, cells.width(), cells.height(), Connectivity.FOUR);
    }

    private void flood(final boolean[] grown) {
        for (int x = 1; x <= width; x++) {
            for (int y = 1; y <= height; y++) {
                final int i = y * stride + x;
                if (basins[i] == DRY && besideBasin(i)) {
                    basins[i] = QUEUED;
                    queue[queued++] = i;
                }
            }
        }
        for (int next = 0; next < queued; next++) {
            visit(queue[next]);
        }
        for (int i = 0; i < grown.length; i++) {
            grown[i] = basins[(i / width + 1) * stride + i % width + 1] > LINE;
        }
    }

    private boolean besideBasin(final int i) {
        for (final int step : neighbours) {
            if (basins[i + step] > LINE) {
                return true;
            }
        }
        return false;
    }

    /** Floods a pixel: it becomes part of the basin beside it, or of the line between two basins. */
    private void visit(final int i) {
        int state = QUEUED;
        boolean lineByNeighbour = false;
        for (final int step : neighbours) {
            final int other = basins[i + step];
            if (other > LINE) {
                if (state == QUEUED || (state == LINE && lineByNeighbour)) {
                    state = other;
                } else if (state > LINE && state != other) {
                    state = LINE;
                    lineByNeighbour = false;
                }
            } else if (other == LINE && state == QUEUED) {
                // NB: only provisional; a basin that is asked later takes the pixel.
                state = LINE;
                lineByNeighbour = true;
            } else if (other == DRY) {
                basins[i + step] = QUEUED;
                queue[queued++] = i + step;
            }
        }
        basins[i] = state;
    }
}
