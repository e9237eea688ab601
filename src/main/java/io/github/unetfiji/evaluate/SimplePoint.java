package io.github.unetfiji.evaluate;

import java.util.BitSet;

/**
 * Simple points: pixels of a binary plane that can be flipped without changing its topology. The foreground is
 * 4-connected, the background 8-connected.
 *
 * <p>A pixel is simple if its 8 neighbours hold exactly one 4-connected piece of foreground that shares an edge with
 * the pixel, and exactly one 8-connected piece of background. This depends on the neighbours only, so that a table of
 * 256 cases is computed once.
 *
 * <p>Reference: Bertrand &amp; Malandain, A new characterization of three-dimensional simple points,
 * 1994, doi:10.1016/0167-8655(94)90046-9.
 */
final class SimplePoint {

    /** The neighbours around a pixel, clockwise from the north-west: even = corner. */
    private static final int RING = 8;

    private static final int EDGES = 0b10101010;

    private static final BitSet SIMPLE = table();

    private SimplePoint() {}

    /**
     * Whether a pixel with these neighbours is simple.
     *
     * @param neighbours bit k = neighbour k is foreground; clockwise from the north-west corner
     */
    static boolean is(final int neighbours) {
        return SIMPLE.get(neighbours);
    }

    private static BitSet table() {
        final BitSet simple = new BitSet(1 << RING);
        for (int neighbours = 0; neighbours < 1 << RING; neighbours++) {
            simple.set(
                    neighbours,
                    foregroundPieces(neighbours) == 1 && backgroundPieces(neighbours) == 1);
        }
        return simple;
    }

    /** Runs of foreground around the ring that hold an edge neighbour. */
    private static int foregroundPieces(final int neighbours) {
        if (neighbours == (1 << RING) - 1) {
            return 1;
        }
        int pieces = 0;
        for (int k = 1; k < RING; k += 2) {
            // NB: an edge neighbour ends its piece unless the corner and the edge after it go on.
            final boolean goesOn = at(neighbours, k + 1) && at(neighbours, k + 2);
            pieces += at(neighbours, k) && !goesOn ? 1 : 0;
        }
        return pieces;
    }

    /** 8-connected pieces of background around the ring. */
    private static int backgroundPieces(final int neighbours) {
        if ((neighbours & EDGES) == 0) {
            // NB: all edge neighbours are background, and touch each other at their corners.
            return 1;
        }
        int pieces = 0;
        for (int k = 1; k < RING; k += 2) {
            // NB: a piece ends before an edge neighbour that is foreground.
            final boolean background = !at(neighbours, k - 1) || !at(neighbours, k - 2);
            pieces += at(neighbours, k) && background ? 1 : 0;
        }
        return pieces;
    }

    private static boolean at(final int neighbours, final int k) {
        return ((neighbours >> ((k + RING) % RING)) & 1) == 1;
    }
}
