package io.github.unetfiji.labels;

import java.util.Arrays;

/**
 * The cells that a scan along columns has passed, for a line of pixels at once: per column the distance
 * to the nearest pixel of any cell, that cell, and the distance to the nearest pixel of another cell.
 *
 * <p>NB: no branches, and loops that write one array each: the compiler makes vector instructions of
 * them (four times as fast; JDK 17 does so only where all arrays have the same index), and they take
 * as long for many cells as for few. A mask has all bits set
 * where its condition holds; a ^ ((a ^ b) & mask) is b there and a elsewhere.
 */
final class ColumnState {

    /** Distances from here on mean that there is no such pixel. */
    static final int NONE = 1 << 29;

    /** Distance to the nearest cell pixel, px. */
    final int[] first;

    /** Distance to the nearest pixel of another cell than {@link #cell}, px. */
    final int[] second;

    /** The cell of the nearest pixel, 0 if there is none. */
    final int[] cell;

    /**
     * @param columns number of columns
     */
    ColumnState(final int columns) {
        first = new int[columns];
        second = new int[columns];
        cell = new int[columns];
    }

    /** Forgets all cells. */
    void reset() {
        Arrays.fill(first, NONE);
        Arrays.fill(second, NONE);
        Arrays.fill(cell, 0);
    }

    /** Copies a part of another state. */
    void set(final int to, final ColumnState from, final int offset, final int columns) {
        System.arraycopy(from.first, offset, first, to, columns);
        System.arraycopy(from.second, offset, second, to, columns);
        System.arraycopy(from.cell, offset, cell, to, columns);
    }

    /**
     * Moves on to the next line.
     *
     * @param labels its labels, at index column
     */
    void see(final int[] labels) {
        seeSecond(labels, first, second, cell);
        seeFirst(labels, first);
        seeCell(labels, cell);
    }

    private static void seeSecond(
            final int[] labels, final int[] first, final int[] second, final int[] cell) {
        for (int x = 0; x < labels.length; x++) {
            final int other = negative(-labels[x]) & nonZero(labels[x] ^ cell[x]);
            second[x] = 1 + (second[x] ^ ((second[x] ^ first[x]) & other));
        }
    }

    private static void seeFirst(final int[] labels, final int[] first) {
        for (int x = 0; x < labels.length; x++) {
            first[x] = (first[x] + 1) & ~negative(-labels[x]);
        }
    }

    private static void seeCell(final int[] labels, final int[] cell) {
        for (int x = 0; x < labels.length; x++) {
            cell[x] ^= (cell[x] ^ labels[x]) & negative(-labels[x]);
        }
    }

    /** Joins this state with what a scan from the other side has seen, both with their line. */
    void join(final ColumnState other) {
        joinSecond(first, second, cell, other.first, other.second, other.cell);
        joinCell(first, cell, other.first, other.cell);
        joinFirst(first, other.first);
    }

    /**
     * The same cell on both sides: the second is the nearer second. Different cells: it is the loser
     * or the winner's own second.
     */
    private static void joinSecond(
            final int[] a1,
            final int[] a2,
            final int[] a,
            final int[] b1,
            final int[] b2,
            final int[] b) {
        for (int x = 0; x < a1.length; x++) {
            final int same = Math.min(a2[x], b2[x]);
            final int winners = a2[x] ^ ((a2[x] ^ b2[x]) & negative(b1[x] - a1[x]));
            final int apart = Math.min(winners, Math.max(a1[x], b1[x]));
            a2[x] = same ^ ((same ^ apart) & nonZero(a[x] ^ b[x]));
        }
    }

    private static void joinCell(final int[] a1, final int[] a, final int[] b1, final int[] b) {
        for (int x = 0; x < a1.length; x++) {
            a[x] ^= (a[x] ^ b[x]) & negative(b1[x] - a1[x]);
        }
    }

    private static void joinFirst(final int[] a1, final int[] b1) {
        for (int x = 0; x < a1.length; x++) {
            a1[x] = Math.min(a1[x], b1[x]);
        }
    }

    /** Mask: value &lt; 0. */
    private static int negative(final int value) {
        return value >> 31;
    }

    /** Mask: value != 0. */
    private static int nonZero(final int value) {
        return (value | -value) >> 31;
    }
}
