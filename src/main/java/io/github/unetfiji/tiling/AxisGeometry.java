package io.github.unetfiji.tiling;

import io.github.unetfiji.UNetException;
import java.util.List;
import java.util.Locale;

/**
 * Which sides of a tile a function accepts along one axis, and how much of its output is right.
 *
 * <pre>
 *   input  = smallestInput + step * k,  k = 0, 1, 2, ..   (step 0: one side only)
 *   output = input - 2 * halo                             (of a function that pads: input)
 * </pre>
 *
 * <p>A filter whose window reaches {@code r} px to each side has alignment 1 and halo r. An unpadded U-Net pools on a
 * grid: results of two tiles agree only where their grids coincide, so that tile origins must be multiples of the
 * alignment apart.
 *
 * <p>A function that pads its input itself, with zeros for example, gives as many px as it gets. Its result for an image is
 * what it gives for the whole image, which is mirrored at its end up to the next valid side. Of a tile, the halo is not used
 * where the image goes on; at the borders of the image it is, since there the function pads as it does for the whole image.
 *
 * @param function what the function is called in messages, such as {@code a network of depth 4}
 * @param alignment tile origins are multiples of this apart, at least 1 px
 * @param halo px that the function loses on each side, or that are wrong where an image is cut; at least 0
 * @param smallestInput the smallest valid input side, px; above {@code 2 * halo} where the halo is lost
 * @param step px from one valid input side to the next; 0 where there is but one
 * @param isPadded whether the function pads
 */
public record AxisGeometry(
        String function, int alignment, int halo, int smallestInput, int step, boolean isPadded) {

    /** Convolutions of a level on each way through a U-Net. */
    private static final int CONVOLUTIONS = 2;

    /** A grid on which the poolings of most networks of others fit, px. */
    private static final int MOST_POOLED = 32;

    /** From this step on, a network of others pools by no more. */
    private static final int STEP_OF_POOLING = 16;

    /**
     * @throws IllegalArgumentException if a number is outside of its range
     */
    public AxisGeometry {
        final boolean lost = !isPadded && smallestInput <= 2L * halo;
        if (alignment < 1 || halo < 0 || smallestInput < 1 || step < 0 || lost) {
            throw new IllegalArgumentException(
                    "alignment " + alignment + ", halo " + halo + ", smallest " + smallestInput);
        }
    }

    /** A function that loses its halo, and whose valid sides are the alignment apart. */
    public AxisGeometry(
            final String function, final int alignment, final int halo, final int smallestInput) {
        this(function, alignment, halo, smallestInput, alignment, false);
    }

    /**
     * A function of which only the valid sides are known. It may pool by more than their step: a small step is doubled until the
     * grid of the tiles has 32 px; and of one fixed side the largest power of 2, up to 32, that divides it is the grid.
     *
     * @param smallest the smallest valid side, px
     * @param step px from one valid side to the next; 0 where there is but one
     * @param isPadded whether it pads, or loses its halo
     */
    public static AxisGeometry stated(
            final String function,
            final int smallest,
            final int step,
            final int halo,
            final boolean isPadded) {
        return new AxisGeometry(function, grid(smallest, step), halo, smallest, step, isPadded);
    }

    private static int grid(final int smallest, final int step) {
        if (step == 0) {
            return Math.min(MOST_POOLED, Integer.lowestOneBit(smallest));
        }
        int grid = step;
        while (step < STEP_OF_POOLING && grid < MOST_POOLED) {
            grid *= 2;
        }
        return grid;
    }

    /** The geometry of a filter that sees so many px to each side of a pixel. */
    public static AxisGeometry window(final String filter, final int radius) {
        return new AxisGeometry(filter, 1, radius, 2 * radius + 1);
    }

    /**
     * The geometry of an unpadded U-Net along one axis. Two convolutions of a level make a side {@code 2 (kernel - 1)}
     * px shorter, on the way down and on the way up; max pooling, which must see an even side, halves it.
     *
     * <p>With 2^n_s the product of the poolings before level s, and k_s its kernel, {@code halo} is the sum of {@code 2
     * (k_s - 1) 2^n_s} over all levels but the deepest, and of {@code (k_S - 1) 2^n_S}.
     *
     * @param kernels side of the convolutions of every level, 1 or 3, full resolution first
     * @param poolings factor of the pooling after every level but the deepest, 1 or 2
     * @throws IllegalArgumentException if there is not one pooling less than levels, or a number is another
     */
    public static AxisGeometry unet(final List<Integer> kernels, final List<Integer> poolings) {
        if (poolings.size() != kernels.size() - 1
                || !kernels.stream().allMatch(k -> k == 1 || k == 3)
                || !poolings.stream().allMatch(p -> p == 1 || p == 2)) {
            throw new IllegalArgumentException("kernels " + kernels + ", poolings " + poolings);
        }
        final int deepest = poolings.size();
        int pixel = 1;
        int halo = 0;
        for (int level = 0; level < deepest; level++) {
            halo += lost(kernels.get(level)) * pixel;
            pixel *= poolings.get(level);
        }
        halo += lost(kernels.get(deepest)) / 2 * pixel;
        final int least = smallestDeepest(kernels, poolings);
        final int output = pixel * least - (halo - lost(kernels.get(deepest)) / 2 * pixel);
        return new AxisGeometry("a network of depth " + deepest, pixel, halo, output + 2 * halo);
    }

    /** Px that the convolutions of a level take from a side of its features. */
    private static int lost(final int kernel) {
        return CONVOLUTIONS * (kernel - 1);
    }

    /** The smallest output of the deepest level for which no later size is zero or negative. */
    private static int smallestDeepest(final List<Integer> kernels, final List<Integer> poolings) {
        int side = 1;
        while (!isPositive(side, kernels, poolings)) {
            side++;
        }
        return side;
    }

    private static boolean isPositive(
            final int deepest, final List<Integer> kernels, final List<Integer> poolings) {
        int side = deepest;
        for (int level = poolings.size() - 1; level >= 0 && side > 0; level--) {
            side = side * poolings.get(level) - lost(kernels.get(level));
        }
        return side > 0;
    }

    private boolean isFixed() {
        return step == 0;
    }

    /** All valid input sides as a formula: {@code 16k+12}; or the only one. */
    public String inputRule() {
        if (isFixed()) {
            return Integer.toString(smallestInput);
        }
        final int rest = smallestInput % step;
        return step + "k" + (rest == 0 ? "" : "+" + rest);
    }

    /** Whether a side of this many px is a valid input. */
    public boolean isValidInput(final int side) {
        return isFixed()
                ? side == smallestInput
                : side >= smallestInput && (side - smallestInput) % step == 0;
    }

    /** Output side in px for a valid input side. */
    public int outputFor(final int input) {
        return isPadded ? input : between(input);
    }

    /** Px of a tile that are right where the image goes on at both of its ends. */
    int between(final int input) {
        return input - 2 * halo;
    }

    /** Px that tiles must cover so that an image is covered: its own, or with those that are mirrored at its end. */
    int covered(final int length) {
        if (!isPadded) {
            return length;
        }
        return isFixed() ? Math.max(length, smallestInput) : inputFor(length);
    }

    /**
     * The longest side up to a given one of which tiles cover an image without computing what nobody asked for; the given one if
     * there is none.
     *
     * @param side valid input side, px
     * @param length of the image, px
     */
    public int longestTile(final int side, final int length) {
        final int useful = Math.min(side, inputFor(length));
        return isPadded ? new AxisPlan(this, length, useful).longestAligned() : useful;
    }

    /**
     * The smallest valid input side whose output is at least this long; of a fixed side that one.
     *
     * @param output wanted output side in px, at least 1
     */
    public int inputFor(final int output) {
        if (isFixed()) {
            return smallestInput;
        }
        final int longer = Math.max(0, output - outputFor(smallestInput));
        return smallestInput + (longer + step - 1) / step * step;
    }

    /**
     * Rejects a side that is no valid input.
     *
     * @param what the user calls it, begins the message
     * @throws UNetException names the nearest valid sides
     */
    public void checkInput(final String what, final int side) {
        if (isValidInput(side)) {
            return;
        }
        if (isFixed()) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "%s is %d px, but %s takes only tiles of %d px.",
                            what,
                            side,
                            function,
                            smallestInput));
        }
        final int above = inputFor(Math.max(1, outputFor(side)));
        final int below = above - step;
        final String near =
                isValidInput(below) ? below + " or " + above : "at least " + smallestInput;
        throw new UNetException(
                String.format(
                        Locale.ROOT,
                        "%s is %d px, but %s takes only %s px: try %s.",
                        what,
                        side,
                        function,
                        inputRule(),
                        near));
    }
}
