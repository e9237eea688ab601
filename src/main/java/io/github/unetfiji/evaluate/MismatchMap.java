package io.github.unetfiji.evaluate;

import io.github.unetfiji.evaluate.WarpingError.MismatchCounts;
import io.github.unetfiji.evaluate.WarpingError.MismatchKind;
import io.github.unetfiji.labels.ConnectedComponents;
import io.github.unetfiji.labels.Connectivity;
import java.util.Arrays;
import java.util.Optional;

/**
 * The mistakes in topology of a proposal at one threshold, pixel by pixel and by kind.
 *
 * <p>The truth is warped onto the proposal ({@link Warping}: Jain et al. 2010). Each pixel that still differs is
 * classified by the ids of its neighbours (up to 8) in the warped truth (0 = membrane,
 * cells are 4-connected):
 *
 * <table>
 * <caption>Kinds</caption>
 * <tr><th>neighbours</th><th>warped truth is cell</th><th>is membrane</th></tr>
 * <tr><td>membrane only</td><td>object deletion</td><td>object addition</td></tr>
 * <tr><td>one id, no membrane</td><td>hole addition</td><td>hole deletion</td></tr>
 * <tr><td>two ids, membrane one of them</td><td>split if, without the pixel, its neighbours lie in
 * two pieces within 20 px, else hole deletion</td><td>hole addition</td></tr>
 * <tr><td>three ids or more</td><td>split</td><td>merger</td></tr>
 * </table>
 *
 * <p>Source: the rules by which the ISBI 2012 challenge counted,
 * https://imagej.net/plugins/tws/minimum-splits-and-mergers-warping-error. Pitfalls: a corner counts
 * as a neighbour, so that a cell that touches only at a corner makes a split or merger; a ring wider
 * than 20 px that is cut counts as split; each pixel is classified as if it alone were flipped. Immutable.
 */
public final class MismatchMap {

    private static final int[] DX = {-1, 0, 1, -1, 1, -1, 0, 1};
    private static final int[] DY = {-1, -1, -1, 0, 0, 1, 1, 1};

    private final boolean[] warped;
    private final int[] cells;
    private final int[] mismatches;
    private final MismatchKind[] kinds;
    private final int width;
    private final int height;
    private final LocalPieces pieces;

    private MismatchMap(final Warping warping, final int radius) {
        width = warping.width();
        height = warping.height();
        warped = warping.warped();
        mismatches = warping.mismatches();
        kinds = new MismatchKind[warped.length];
        cells = ConnectedComponents.of(warped, width, height, Connectivity.FOUR).labels();
        pieces = new LocalPieces(warped, width, height, radius);
        for (final int i : mismatches) {
            kinds[i] = classify(i);
        }
    }

    /**
     * Warps a truth onto a proposal, and classifies the pixels that still differ.
     *
     * @param truth true = cell, (x, y)
     * @param proposal probabilities of cell, of the same size
     * @param threshold a pixel of the proposal with a probability above it, strictly, is cell
     * @param radius distance from a pixel, px, within which a cell must fall apart to count as split; at least 1.
     *     The challenge took 20; a radius above the width or height takes the whole plane
     * @throws IllegalArgumentException if the sizes differ
     */
    public static MismatchMap of(
            final boolean[] truth,
            final ProbabilityMap proposal,
            final double threshold,
            final int radius) {
        if (truth.length != proposal.values().length) {
            throw new IllegalArgumentException(
                    truth.length + " pixels are compared with " + proposal.values().length);
        }
        return new MismatchMap(Warping.of(truth, proposal, threshold), radius);
    }

    /** The kind of mismatch at a pixel, index = y * width + x; empty where topology agrees. */
    public Optional<MismatchKind> kind(final int index) {
        return Optional.ofNullable(kinds[index]);
    }

    /** Pixels and mistakes of each kind. */
    public WarpingError error() {
        final long[] pixels = new long[MismatchKind.values().length];
        final long[] mistakes = new long[pixels.length];
        final boolean[] seen = new boolean[kinds.length];
        for (final int i : mismatches) {
            pixels[kinds[i].ordinal()]++;
            if (!seen[i]) {
                mistakes[kinds[i].ordinal()]++;
                fill(i, seen);
            }
        }
        return new WarpingError(
                kinds.length, MismatchCounts.of(pixels), MismatchCounts.of(mistakes));
    }

    /**
     * Marks all pixels of one mistake: they touch, are of one kind, and are all cell or all membrane
     * in the warped truth. Mistakes that break cells are 4-connected, those that interrupt membrane are 8-connected.
     */
    private void fill(final int start, final boolean[] seen) {
        final boolean corners =
                kinds[start] == MismatchKind.MERGER
                        || (kinds[start] == MismatchKind.HOLE_ADDITION && warped[start]);
        int[] stack = new int[16];
        int n = 0;
        stack[n++] = start;
        seen[start] = true;
        while (n > 0) {
            final int i = stack[--n];
            for (int k = 0; k < DX.length; k++) {
                final int j = neighbour(i, k);
                final boolean touches = corners || DX[k] == 0 || DY[k] == 0;
                if (j >= 0
                        && touches
                        && !seen[j]
                        && kinds[j] == kinds[start]
                        && warped[j] == warped[start]) {
                    seen[j] = true;
                    stack = n == stack.length ? Arrays.copyOf(stack, 2 * n) : stack;
                    stack[n++] = j;
                }
            }
        }
    }

    private MismatchKind classify(final int i) {
        final boolean cell = warped[i];
        int ids = 0;
        int largest = 0;
        final int[] seen = new int[DX.length];
        for (int k = 0; k < DX.length; k++) {
            final int j = neighbour(i, k);
            if (j >= 0 && isNew(cells[j], seen, ids)) {
                seen[ids++] = cells[j];
                largest = Math.max(largest, cells[j]);
            }
        }
        if (ids > 2) {
            return cell ? MismatchKind.SPLIT : MismatchKind.MERGER;
        }
        if (ids == 2) {
            if (!cell) {
                return MismatchKind.HOLE_ADDITION;
            }
            return pieces.fallApartWithout(i) ? MismatchKind.SPLIT : MismatchKind.HOLE_DELETION;
        }
        if (largest == 0) {
            return cell ? MismatchKind.OBJECT_DELETION : MismatchKind.OBJECT_ADDITION;
        }
        return cell ? MismatchKind.HOLE_ADDITION : MismatchKind.HOLE_DELETION;
    }

    private static boolean isNew(final int id, final int[] seen, final int number) {
        for (int k = 0; k < number; k++) {
            if (seen[k] == id) {
                return false;
            }
        }
        return true;
    }

    private int neighbour(final int i, final int k) {
        final int x = i % width + DX[k];
        final int y = i / width + DY[k];
        return x < 0 || y < 0 || x >= width || y >= height ? -1 : y * width + x;
    }
}
