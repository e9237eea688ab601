package io.github.unetfiji.evaluate;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Warps a truth onto a proposal: pixels that differ are flipped as long as this keeps the topology. A pixel that
 * cannot be flipped is a mistake in topology; all others are boundaries drawn at a slightly different place.
 *
 * <p>The plane is padded by 1 px of membrane. All pixels that differ are taken in passes, in the
 * order of descending |proposal - threshold| (single precision), ties x outer, y inner; each is
 * flipped if it is a {@link SimplePoint} at that moment; passes end when one changes nothing.
 *
 * <p>The same result as by listing, sorting and testing all again in every pass, but a pixel is
 * tested anew only after a neighbour flipped: at most 9 tests a pixel, in all passes together. The
 * order is sorted once, O(m log m) in the number of pixels that differ; a flipped pixel never
 * differs again.
 *
 * <p>Source: Jain et al., Boundary learning by optimization with topological constraints, CVPR 2010,
 * doi:10.1109/CVPR.2010.5539950.
 */
final class Warping {

    private static final int MATCH = -1;

    private final int width;
    private final int height;
    private final int stride;
    private final boolean[] warped;
    private final int[] rankOf;
    private final int[] ring;
    private int[] byRank;

    private Warping(final boolean[] truth, final int width, final int height) {
        this.width = width;
        this.height = height;
        stride = width + 2;
        warped = new boolean[stride * (height + 2)];
        rankOf = new int[warped.length];
        Arrays.fill(rankOf, MATCH);
        for (int y = 0; y < height; y++) {
            System.arraycopy(truth, y * width, warped, (y + 1) * stride + 1, width);
        }
        ring = new int[] {-stride - 1, -stride, -stride + 1, 1, stride + 1, stride, stride - 1, -1};
    }

    /**
     * Warps.
     *
     * @param truth true = cell, (x, y)
     * @param proposal probabilities of cell, of the same size
     * @param threshold above which, strictly, the proposal says cell
     */
    static Warping of(
            final boolean[] truth, final ProbabilityMap proposal, final double threshold) {
        final Warping warping = new Warping(truth, proposal.width(), proposal.height());
        warping.rank(truth, proposal.values(), threshold);
        warping.flip();
        return warping;
    }

    private void rank(final boolean[] truth, final float[] proposal, final double threshold) {
        long[] order = new long[64];
        int n = 0;
        for (int i = 0; i < truth.length; i++) {
            if (truth[i] != (proposal[i] > threshold)) {
                if (n == order.length) {
                    order = Arrays.copyOf(order, 2 * n);
                }
                final int column = i % width * height + i / width;
                order[n++] = key((float) Math.abs(proposal[i] - threshold), column);
            }
        }
        Arrays.sort(order, 0, n);
        byRank = new int[n];
        for (int rank = 0; rank < n; rank++) {
            final int column = (int) order[rank];
            byRank[rank] = (column % height + 1) * stride + column / height + 1;
            rankOf[byRank[rank]] = rank;
        }
    }

    /** Sorts by descending distance, then by ascending index. */
    private static long key(final float distance, final int index) {
        // NB: the bits of floats that are not negative are in the order of the floats.
        final long descending = (long) Integer.MAX_VALUE - Float.floatToIntBits(distance);
        return (descending << Integer.SIZE) | index;
    }

    private void flip() {
        BitSet pass = new BitSet(byRank.length);
        BitSet next = new BitSet(byRank.length);
        pass.set(0, byRank.length);
        while (!pass.isEmpty()) {
            for (int rank = pass.nextSetBit(0); rank >= 0; rank = pass.nextSetBit(rank + 1)) {
                final int i = byRank[rank];
                if (SimplePoint.is(neighbours(i))) {
                    warped[i] ^= true;
                    rankOf[i] = MATCH;
                    testAgain(i, rank, pass, next);
                }
            }
            pass.clear();
            final BitSet empty = pass;
            pass = next;
            next = empty;
        }
    }

    /** Neighbours that come later have their turn in this pass, earlier ones in the next. */
    private void testAgain(final int i, final int rank, final BitSet pass, final BitSet next) {
        for (final int step : ring) {
            final int other = rankOf[i + step];
            if (other > rank) {
                pass.set(other);
            } else if (other >= 0) {
                next.set(other);
            }
        }
    }

    private int neighbours(final int i) {
        return bit(i - stride - 1, 0)
                | bit(i - stride, 1)
                | bit(i - stride + 1, 2)
                | bit(i + 1, 3)
                | bit(i + stride + 1, 4)
                | bit(i + stride, 5)
                | bit(i + stride - 1, 6)
                | bit(i - 1, 7);
    }

    private int bit(final int i, final int k) {
        return warped[i] ? 1 << k : 0;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** The warped truth without its padding, true = cell, (x, y). */
    boolean[] warped() {
        final boolean[] plane = new boolean[width * height];
        for (int y = 0; y < height; y++) {
            System.arraycopy(warped, (y + 1) * stride + 1, plane, y * width, width);
        }
        return plane;
    }

    /** The pixels that still differ, index = y * width + x, in the order of the passes. */
    int[] mismatches() {
        final int[] found = new int[byRank.length];
        int n = 0;
        for (final int i : byRank) {
            if (rankOf[i] != MATCH) {
                found[n++] = (i / stride - 1) * width + i % stride - 1;
            }
        }
        return Arrays.copyOf(found, n);
    }
}
