package io.github.unetfiji.evaluate;

import java.util.Arrays;

/**
 * Into how many pieces the surroundings of a cell's pixel fall without it, within a window.
 *
 * <p>O(window) a question, and less where the pieces soon meet. Not thread-safe.
 */
final class LocalPieces {

    private static final int[] DX = {0, -1, 1, 0, -1, 1, -1, 1};
    private static final int[] DY = {-1, 0, 0, 1, -1, -1, 1, 1};

    private final boolean[] cells;
    private final int width;
    private final int height;
    private final int radius;
    private final int[] seen;
    private int[] queue = new int[64];
    private int question;

    /**
     * @param cells true = cell, (x, y)
     * @param radius how far to look, in px; above the width or height the whole plane
     */
    LocalPieces(final boolean[] cells, final int width, final int height, final int radius) {
        this.cells = cells;
        this.width = width;
        this.height = height;
        this.radius = radius > width || radius > height ? Math.max(width, height) : radius;
        seen = new int[cells.length];
    }

    /**
     * The number of 4-connected pieces, within the window, in which the up to 8 cell pixels around a
     * pixel lie when that pixel is membrane.
     */
    int without(final int pixel) {
        question++;
        seen[pixel] = question;
        final int x = pixel % width;
        final int y = pixel / width;
        int pieces = 0;
        int waiting = neighboursToReach(x, y);
        for (int k = 0; k < DX.length && waiting > 0; k++) {
            final int i = index(x + DX[k], y + DY[k]);
            if (i >= 0 && cells[i] && seen[i] != question) {
                pieces++;
                waiting -= flood(i, x, y, waiting);
            }
        }
        return pieces;
    }

    private int neighboursToReach(final int x, final int y) {
        int n = 0;
        for (int k = 0; k < DX.length; k++) {
            final int i = index(x + DX[k], y + DY[k]);
            n += i >= 0 && cells[i] ? 1 : 0;
        }
        return n;
    }

    /** Floods from a pixel until so many pixels around the centre are wet; returns how many are. */
    private int flood(final int start, final int x, final int y, final int enough) {
        int reached = 0;
        int n = 0;
        queue[n++] = start;
        seen[start] = question;
        for (int next = 0; next < n; next++) {
            final int px = queue[next] % width;
            final int py = queue[next] / width;
            if (Math.abs(px - x) <= 1 && Math.abs(py - y) <= 1 && ++reached == enough) {
                break;
            }
            for (int k = 0; k < 4; k++) {
                final int nx = px + DX[k];
                final int ny = py + DY[k];
                final int i = index(nx, ny);
                if (i >= 0
                        && cells[i]
                        && seen[i] != question
                        && Math.abs(nx - x) <= radius
                        && Math.abs(ny - y) <= radius) {
                    seen[i] = question;
                    queue = n == queue.length ? Arrays.copyOf(queue, 2 * n) : queue;
                    queue[n++] = i;
                }
            }
        }
        return reached;
    }

    private int index(final int x, final int y) {
        return x < 0 || y < 0 || x >= width || y >= height ? -1 : y * width + x;
    }
}
