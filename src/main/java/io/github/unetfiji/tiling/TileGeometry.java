package io.github.unetfiji.tiling;

import io.github.unetfiji.UNetException;
import java.util.Locale;

/**
 * Which tile sizes an unpadded U-Net accepts, and what it gives back for them.
 *
 * <p>Every level of the network applies two unpadded 3x3 convolutions (4 px less per side pair) and
 * halves the size by 2x2 max pooling, which must see an even size; the way up doubles the size and
 * loses 4 px again. For a depth of D poolings this gives
 *
 * <pre>
 *   input  = 2^D * b + 4 (2^D - 1)        b = size that enters the deepest level
 *   output = input - 2 * halo,  halo = 6 * 2^D - 4
 * </pre>
 *
 * so at depth 4 the input is 16 k + 12 and the halo 92 px (Ronneberger et al. 2015, Fig. 1: 572 ->
 * 388). Results of two tiles agree only where their pooling grids coincide: tile origins must differ
 * by multiples of {@link #alignment()}.
 *
 * @param depth number of max poolings, 1..{@value #MAX_DEPTH}
 */
public record TileGeometry(int depth) {

    /** Deeper than this, the smallest tile would be larger than any slice: 2^8 * 5 px. */
    public static final int MAX_DEPTH = 8;

    public TileGeometry {
        if (depth < 1 || depth > MAX_DEPTH) {
            throw new UNetException(
                    "depth is " + depth + ", but must be from 1 to " + MAX_DEPTH + ".");
        }
    }

    /** Tile origins, and valid sizes, are multiples of this apart: 2^depth px. */
    public int alignment() {
        return 1 << depth;
    }

    /** Border in px that the network loses on each side. */
    public int halo() {
        return 6 * alignment() - 4;
    }

    /**
     * Border in px by which a skip connection is cropped on each side, so that it fits the
     * up-sampled features.
     *
     * @param level 0 (full resolution) .. depth - 1
     */
    public int skipCrop(final int level) {
        return 12 * (1 << (depth - 1 - level)) - 8;
    }

    /** The smallest valid input side in px. */
    public int smallestInput() {
        return inputFor(1);
    }

    /** All valid input sides as a formula: {@code 16k+12} at depth 4. */
    public String inputRule() {
        final int rest = smallestInput() % alignment();
        return alignment() + "k" + (rest == 0 ? "" : "+" + rest);
    }

    /** Whether a side of this many px is a valid input of the network. */
    public boolean isValidInput(final int side) {
        final int bottom = side - 4 * (alignment() - 1);
        return bottom % alignment() == 0 && isPositive(bottom / alignment() - 4);
    }

    /** Output side in px for a valid input side. */
    public int outputFor(final int input) {
        return input - 2 * halo();
    }

    /**
     * The smallest valid input side whose output is at least this long.
     *
     * @param output wanted output side in px, at least 1
     */
    public int inputFor(final int output) {
        final int lost = 4 * (alignment() - 1);
        final int deepest = Math.max(smallestDeepest(), ceilDiv(output + lost, alignment()));
        return alignment() * (deepest + 4) + lost;
    }

    /**
     * Rejects an input side that the network cannot take.
     *
     * @throws UNetException names the nearest valid sizes
     */
    public void checkInput(final int side) {
        checkInput("Tile size", side);
    }

    /**
     * Rejects an input side that the network cannot take.
     *
     * @param what the user calls it, for the message
     * @throws UNetException names the nearest valid sizes
     */
    public void checkInput(final String what, final int side) {
        if (!isValidInput(side)) {
            final int above = inputFor(Math.max(1, side - 2 * halo()));
            final int below = above - alignment();
            final String near =
                    isValidInput(below) ? below + " or " + above : "at least " + smallestInput();
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "%s is %d px, but a network of depth %d takes only %s px: try %s.",
                            what,
                            side,
                            depth,
                            inputRule(),
                            near));
        }
    }

    /** The smallest output of the deepest level for which no later size is zero or negative. */
    private int smallestDeepest() {
        int side = 1;
        while (!isPositive(side)) {
            side++;
        }
        return side;
    }

    private boolean isPositive(final int deepestOutput) {
        int side = deepestOutput;
        for (int level = 0; level < depth && side > 0; level++) {
            side = 2 * side - 4;
        }
        return side > 0;
    }

    private static int ceilDiv(final int a, final int b) {
        return Math.floorDiv(a + b - 1, b);
    }
}
