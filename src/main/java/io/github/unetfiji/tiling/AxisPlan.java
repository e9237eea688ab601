package io.github.unetfiji.tiling;

import io.github.unetfiji.UNetException;
import java.util.Locale;

/**
 * How an axis of an image is cut into tiles of one input side.
 *
 * <p>Origins of tiles are a step apart, a multiple of the alignment. The last tile of a function that pads ends where the image
 * ends, with what is mirrored there up to a valid length, so that the function pads at the same place as for the whole image.
 *
 * @param axis rule of the function
 * @param length of the image, px
 * @param input valid side of the tiles, px
 */
record AxisPlan(AxisGeometry axis, int length, int input) {

    /** Px that a tile gives at an end of the image. */
    private int output() {
        return axis.outputFor(input);
    }

    boolean isOneTile() {
        return output() >= axis.covered(length);
    }

    /**
     * How far apart the origins of tiles are; the whole length if one tile covers it.
     *
     * @throws UNetException if the tiles are too small to be put together
     */
    int step() {
        if (isOneTile()) {
            return length;
        }
        final int grid = grid();
        if (!fits(grid)) {
            throw axis.isPadded() || axis.step() == 0 ? notPossible() : tooLittleOutput();
        }
        return axis.between(input) / grid * grid;
    }

    /**
     * What origins of tiles are multiples of: the alignment; where tiles of this side do not fit it, a half of it, a quarter and so
     * on, but at least the step of valid sides.
     */
    int grid() {
        int grid = axis.alignment();
        while (!fits(grid) && grid % 2 == 0 && grid / 2 >= Math.max(1, axis.step())) {
            grid /= 2;
        }
        return grid;
    }

    /** Whether tiles can cover the image on a grid: with more than the halo, and so that the last one lies on it. */
    private boolean fits(final int grid) {
        return axis.between(input) >= grid && endsOn(grid);
    }

    private boolean endsOn(final int grid) {
        // NB: the grid of a function of one fixed side is not known, but divides the lengths that
        // it could take whole.
        return !axis.isPadded() || axis.step() == 0 || (axis.covered(length) - input) % grid == 0;
    }

    /** Whether tiles of this side can cover the image on the grid of the alignment. */
    boolean isAligned() {
        return isOneTile() || fits(axis.alignment());
    }

    /** The longest side up to this one whose tiles are aligned; this one if there is none. */
    int longestAligned() {
        for (int side = input;
                side >= axis.smallestInput() && axis.step() > 0;
                side -= axis.step()) {
            if (new AxisPlan(axis, length, side).isAligned()) {
                return side;
            }
        }
        return input;
    }

    private int leastPossible() {
        AxisPlan plan = new AxisPlan(axis, length, axis.smallestInput());
        while (!plan.isOneTile() && !plan.fits(plan.grid())) {
            plan = new AxisPlan(axis, length, plan.input + axis.step());
        }
        return plan.input;
    }

    private UNetException tooLittleOutput() {
        return new UNetException(
                String.format(
                        Locale.ROOT,
                        "Tile size is %d px, but its output of %d px is too small to be put"
                                + " together: use at least %d.",
                        input,
                        output(),
                        axis.inputFor(axis.alignment())));
    }

    private UNetException notPossible() {
        return new UNetException(
                String.format(
                        Locale.ROOT,
                        "Tile size is %d px, but %s needs a halo of %d px on both sides, and tiles that are"
                                + " multiples of %d px apart: %s.",
                        input,
                        axis.function(),
                        axis.halo(),
                        grid(),
                        axis.step() == 0
                                ? "it can only take images of at most " + output() + " px"
                                : "use at least " + leastPossible()));
    }

    /** Number of tiles. */
    int count() {
        if (isOneTile()) {
            return 1;
        }
        final int step = step();
        return (axis.covered(length) - output() + step - 1) / step + 1;
    }

    /** The first pixel of the image that tile i gives; of the tile after the last: the length. */
    long first(final long i) {
        if (i == 0) {
            return 0;
        }
        if (i == count()) {
            return length;
        }
        return axis.isPadded() ? corner(i) + axis.halo() : i * step();
    }

    /** The first pixel that the function reads for tile i; may lie before the image. */
    long corner(final long i) {
        if (!axis.isPadded()) {
            return first(i) - axis.halo();
        }
        final int count = count();
        return i == count - 1 && count > 1 ? axis.covered(length) - input : i * step();
    }

    /** The first pixel of the output of tile i. */
    long outputCorner(final long i) {
        return axis.isPadded() ? corner(i) : first(i);
    }

    /** The tile that gives a pixel. */
    long at(final long pixel) {
        final int count = count();
        if (count == 1) {
            return 0;
        }
        if (pixel >= first(count - 1)) {
            return count - 1L;
        }
        final long behind = axis.isPadded() ? Math.max(0, pixel - axis.halo()) : pixel;
        return Math.min(count - 2L, behind / step());
    }
}
