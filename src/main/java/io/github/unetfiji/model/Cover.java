package io.github.unetfiji.model;

import io.github.unetfiji.bioimageio.PngFile;
import java.util.Arrays;

/**
 * The picture by which people know a model: a part of a slice, and what the model makes of it, side by side, twice as wide as high. A
 * PNG file of at most 330 kB.
 *
 * <p>The first channel is shown, from its darkest to its brightest hundredth. With two classes the right side is the probability of the
 * second one, with more the most probable class in its colour, background black.
 */
public final class Cover {

    /** Px of a side of each half. */
    static final int SIDE = 400;

    private static final int GRAYS = 248;

    /** NB: told apart by people who do not see red and green. */
    private static final int[] CLASSES = {
        0xE69F00, 0x56B4E9, 0x009E73, 0xF0E442, 0x0072B2, 0xD55E00, 0xCC79A7, 0xFFFFFF
    };

    private static final double CLIPPED = 0.01;

    private final byte[] png;

    private Cover(final byte[] png) {
        this.png = png;
    }

    /** A picture that was read from a file. */
    static Cover ofFile(final byte[] png) {
        return new Cover(png.clone());
    }

    /**
     * Draws a picture. A square smaller than 400 px is shown larger, pixel by pixel; of a larger one the middle is shown.
     *
     * @param image (channel, y, x) of a square
     * @param probabilities (class, y, x) of the same square, at least two classes
     * @param side of the square, px
     */
    public static Cover of(final float[] image, final float[] probabilities, final int side) {
        final int size = side * side;
        final byte[] left = grays(Arrays.copyOf(image, size));
        final byte[] right = classes(probabilities, size);
        final byte[] both = new byte[2 * SIDE * SIDE];
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                final int from = source(y, side) * side + source(x, side);
                both[2 * SIDE * y + x] = left[from];
                both[2 * SIDE * y + SIDE + x] = right[from];
            }
        }
        return new Cover(PngFile.bytes(both, 2 * SIDE, palette()));
    }

    private static int source(final int shown, final int side) {
        return side < SIDE ? shown * side / SIDE : shown + (side - SIDE) / 2;
    }

    private static byte[] grays(final float[] values) {
        final float[] sorted = values.clone();
        Arrays.sort(sorted);
        final int end = (int) (CLIPPED * (values.length - 1));
        final double low = sorted[end];
        final double high = sorted[values.length - 1 - end];
        final byte[] grays = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            grays[i] = gray((values[i] - low) / (high - low));
        }
        return grays;
    }

    /** NB: of a constant image, or of a network gone astray, the share is NaN, which is black. */
    private static byte gray(final double share) {
        return (byte) Math.round((GRAYS - 1) * Math.max(0, Math.min(1, share)));
    }

    private static byte[] classes(final float[] probabilities, final int size) {
        final int count = probabilities.length / size;
        final byte[] pixels = new byte[size];
        for (int i = 0; i < size; i++) {
            pixels[i] = count == 2 ? gray(probabilities[size + i]) : colour(probabilities, size, i);
        }
        return pixels;
    }

    private static byte colour(final float[] probabilities, final int size, final int pixel) {
        int best = 0;
        for (int c = 1; c < probabilities.length / size; c++) {
            if (probabilities[c * size + pixel] > probabilities[best * size + pixel]) {
                best = c;
            }
        }
        return (byte) (best == 0 ? 0 : GRAYS + (best - 1) % CLASSES.length);
    }

    private static int[] palette() {
        final int[] palette = new int[GRAYS + CLASSES.length];
        for (int i = 0; i < GRAYS; i++) {
            palette[i] = 0x010101 * Math.round(255f * i / (GRAYS - 1));
        }
        System.arraycopy(CLASSES, 0, palette, GRAYS, CLASSES.length);
        return palette;
    }

    /** The bytes of the PNG file. */
    public byte[] png() {
        return png.clone();
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof Cover cover && Arrays.equals(png, cover.png);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(png);
    }
}
