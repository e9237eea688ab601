package io.github.unetfiji.tiling;

import io.github.unetfiji.UNetException;
import java.util.Collections;
import java.util.List;

/**
 * The tile sizes that a function of a tile accepts, and the sizes of its results: one {@link AxisGeometry} for each axis.
 *
 * <p>The 2-D U-Net of the paper has the same rule along x and y. Each of its D max poolings halves the size, and each
 * level's two unpadded 3x3 convolutions make it 4 px smaller, on the way down and on the way up:
 *
 * <pre>
 *   input  = 2^D * b + 4 (2^D - 1)        b = size that enters the deepest level
 *   output = input - 2 * halo,  halo = 6 * 2^D - 4
 * </pre>
 *
 * <p>so at depth 4 the input is 16 k + 12 and the halo 92 px (Ronneberger et al. 2015, Fig. 1: 572 -> 388).
 *
 * <p>{@link #axis} serves every geometry; the methods without an axis serve those whose axes all have one rule.
 *
 * @param axes in the order of ImgLib2: x, y, z
 */
public record TileGeometry(List<AxisGeometry> axes) {

    /** Deeper than this, the smallest tile would be larger than any slice: 2^8 * 5 px. */
    public static final int MAX_DEPTH = 8;

    /**
     * @throws IllegalArgumentException if there is no axis
     */
    public TileGeometry {
        axes = List.copyOf(axes);
        if (axes.isEmpty()) {
            throw new IllegalArgumentException("A tile has at least one axis.");
        }
    }

    /** The rules of the axes x, y, .. */
    public static TileGeometry of(final AxisGeometry... axes) {
        return new TileGeometry(List.of(axes));
    }

    /**
     * The 2-D U-Net of the paper: 3x3 convolutions, and a pooling of 2x2 after every level but the deepest.
     *
     * @param depth number of max poolings, 1..{@value #MAX_DEPTH}
     * @throws UNetException if the depth is not in this range
     */
    public TileGeometry(final int depth) {
        this(Collections.nCopies(2, paper(depth)));
    }

    private static AxisGeometry paper(final int depth) {
        if (depth < 1 || depth > MAX_DEPTH) {
            throw new UNetException(
                    "depth is " + depth + ", but must be from 1 to " + MAX_DEPTH + ".");
        }
        return AxisGeometry.unet(Collections.nCopies(depth + 1, 3), Collections.nCopies(depth, 2));
    }

    /** Number of axes. */
    public int numDimensions() {
        return axes.size();
    }

    /** The rule of an axis: 0 is x. */
    public AxisGeometry axis(final int d) {
        return axes.get(d);
    }

    /** Whether the function pads along an axis. */
    boolean isPadded() {
        return axes.stream().anyMatch(AxisGeometry::isPadded);
    }

    /**
     * Rejects tiles of one side along all axes that the function cannot take.
     *
     * @throws UNetException names the nearest valid sizes
     */
    public void checkTile(final int side) {
        axes.forEach(axis -> axis.checkInput("Tile size", side));
    }

    /** The rule of every axis. */
    private AxisGeometry every() {
        final AxisGeometry first = axes.get(0);
        if (axes.stream().anyMatch(axis -> !axis.equals(first))) {
            throw new IllegalStateException("the axes have different rules: " + axes);
        }
        return first;
    }

    /** Tile origins, and valid sizes, are multiples of this apart: 2^depth px for a U-Net. */
    public int alignment() {
        return every().alignment();
    }

    /** Border in px that the function loses on each side. */
    public int halo() {
        return every().halo();
    }

    /** The smallest valid input side in px. */
    public int smallestInput() {
        return every().smallestInput();
    }

    /** All valid input sides as a formula: {@code 16k+12} at depth 4. */
    public String inputRule() {
        return every().inputRule();
    }

    /** Whether a side of this many px is a valid input. */
    public boolean isValidInput(final int side) {
        return every().isValidInput(side);
    }

    /** Output side in px for a valid input side. */
    public int outputFor(final int input) {
        return every().outputFor(input);
    }

    /**
     * The smallest valid input side whose output is at least this long.
     *
     * @param output wanted output side in px, at least 1
     */
    public int inputFor(final int output) {
        return every().inputFor(output);
    }

    /**
     * Rejects an input side that the function cannot take.
     *
     * @throws UNetException names the nearest valid sizes
     */
    public void checkInput(final int side) {
        checkInput("Tile size", side);
    }

    /**
     * Rejects an input side that the function cannot take.
     *
     * @param what the user calls it, begins the message
     * @throws UNetException names the nearest valid sizes
     */
    public void checkInput(final String what, final int side) {
        every().checkInput(what, side);
    }
}
