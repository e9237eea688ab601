package io.github.unetfiji.tiling;

import io.github.unetfiji.UNetException;
import java.util.List;
import java.util.Locale;

/**
 * Which sides of a tile a function accepts along one axis, and how much shorter its output is.
 *
 * <pre>
 *   input  = smallestInput + alignment * k,  k = 0, 1, 2, ..
 *   output = input - 2 * halo
 * </pre>
 *
 * <p>A filter whose window reaches {@code r} px to each side has alignment 1 and halo r. An unpadded U-Net pools on a
 * grid: results of two tiles agree only where their grids coincide, so that tile origins must be multiples of the
 * alignment apart.
 *
 * @param function what the function is called in messages, such as {@code a network of depth 4}
 * @param alignment tile origins, and valid sides, are multiples of this apart, at least 1 px
 * @param halo px that the function loses on each side, at least 0
 * @param smallestInput the smallest valid input side, above {@code 2 * halo} px
 */
public record AxisGeometry(String function, int alignment, int halo, int smallestInput) {

    /** Convolutions of a level on each way through a U-Net. */
    private static final int CONVOLUTIONS = 2;

    /**
     * @throws IllegalArgumentException if a number is outside of its range
     */
    public AxisGeometry {
        if (alignment < 1 || halo < 0 || smallestInput <= 2L * halo) {
            throw new IllegalArgumentException(
                    "alignment " + alignment + ", halo " + halo + ", smallest " + smallestInput);
        }
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

    /** All valid input sides as a formula: {@code 16k+12}. */
    public String inputRule() {
        final int rest = smallestInput % alignment;
        return alignment + "k" + (rest == 0 ? "" : "+" + rest);
    }

    /** Whether a side of this many px is a valid input. */
    public boolean isValidInput(final int side) {
        return side >= smallestInput && (side - smallestInput) % alignment == 0;
    }

    /** Output side in px for a valid input side. */
    public int outputFor(final int input) {
        return input - 2 * halo;
    }

    /**
     * The smallest valid input side whose output is at least this long.
     *
     * @param output wanted output side in px, at least 1
     */
    public int inputFor(final int output) {
        final int longer = Math.max(0, output - outputFor(smallestInput));
        return smallestInput + (longer + alignment - 1) / alignment * alignment;
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
        final int above = inputFor(Math.max(1, outputFor(side)));
        final int below = above - alignment;
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
