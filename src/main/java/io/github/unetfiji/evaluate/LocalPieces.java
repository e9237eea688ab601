package io.github.unetfiji.evaluate;

import java.util.Arrays;

/**
 * Tests whether a cell falls apart if one of its pixels is removed, as far as can be seen in a window around the pixel.
 *
 * <p>The cell pixels around the pixel are flooded in turns, one step each. Floods that meet become
 * one; as soon as one has nowhere left to go while another is left, the cell falls into pieces. So a test costs at
 * most the pixels of the window, and only a few if a piece is small or the floods meet early.
 * Not thread-safe.
 */
final class LocalPieces {

    private static final int[] DX = {0, -1, 1, 0, -1, 1, -1, 1};
    private static final int[] DY = {-1, 0, 0, 1, -1, -1, 1, 1};
    private static final int EDGES = 4;

    private final boolean[] cells;
    private final int width;
    private final int height;
    private final int radius;

    /** 8 * question + flood of a pixel that was reached; smaller values belong to earlier tests. */
    private final int[] reached;

    private int[] queue = new int[64];
    private int queued;
    private int question;

    /** The flood that a flood has become, and how many pixels it has still to look around from. */
    private final int[] joined = new int[DX.length];

    private final int[] waiting = new int[DX.length];

    /**
     * @param cells true = cell, (x, y)
     * @param radius how far to look, in px; above the width or height the whole plane
     */
    LocalPieces(final boolean[] cells, final int width, final int height, final int radius) {
        this.cells = cells;
        this.width = width;
        this.height = height;
        this.radius = radius > width || radius > height ? Math.max(width, height) : radius;
        reached = new int[cells.length];
    }

    /**
     * Whether, within the window, the up to 8 cell pixels around a pixel lie in two or more
     * 4-connected pieces when that pixel is membrane.
     */
    boolean fallApartWithout(final int pixel) {
        final int x = pixel % width;
        final int y = pixel / width;
        int floods = start(x, y);
        for (int next = 0; next < queued && floods > 1; next++) {
            final int i = queue[next];
            floods -= spread(i, x, y, pixel);
            final int flood = root(reached[i] % DX.length);
            if (--waiting[flood] == 0 && floods > 1) {
                return true;
            }
        }
        return floods > 1;
    }

    /** Begins a flood at each cell pixel around; returns how many. */
    private int start(final int x, final int y) {
        question++;
        queued = 0;
        for (int k = 0; k < DX.length; k++) {
            final int i = index(x + DX[k], y + DY[k]);
            if (i >= 0 && cells[i]) {
                joined[queued] = queued;
                waiting[queued] = 1;
                reach(i, queued);
            }
        }
        return queued;
    }

    /** Floods the edge neighbours of a pixel; returns how many other floods were met. */
    private int spread(final int i, final int x, final int y, final int pixel) {
        final int px = i % width;
        final int py = i / width;
        final int flood = reached[i] % DX.length;
        int met = 0;
        for (int k = 0; k < EDGES; k++) {
            final int nx = px + DX[k];
            final int ny = py + DY[k];
            final int j = index(nx, ny);
            final boolean open =
                    j >= 0
                            && j != pixel
                            && cells[j]
                            && Math.abs(nx - x) <= radius
                            && Math.abs(ny - y) <= radius;
            if (open && reached[j] < DX.length * question) {
                waiting[root(flood)]++;
                reach(j, flood);
            } else if (open) {
                met += join(flood, reached[j] % DX.length);
            }
        }
        return met;
    }

    private void reach(final int i, final int flood) {
        reached[i] = DX.length * question + flood;
        queue = queued == queue.length ? Arrays.copyOf(queue, 2 * queued) : queue;
        queue[queued++] = i;
    }

    /** Makes two floods one; returns 1 if they were two. */
    private int join(final int a, final int b) {
        final int rootA = root(a);
        final int rootB = root(b);
        if (rootA == rootB) {
            return 0;
        }
        joined[rootB] = rootA;
        waiting[rootA] += waiting[rootB];
        return 1;
    }

    private int root(final int flood) {
        int root = flood;
        while (joined[root] != root) {
            root = joined[root];
        }
        return root;
    }

    private int index(final int x, final int y) {
        return x < 0 || y < 0 || x >= width || y >= height ? -1 : y * width + x;
    }
}
