package io.github.unetfiji.evaluate;

import io.github.unetfiji.UNetException;
import java.util.Locale;

/**
 * A plane of probabilities that a pixel is cell (x, y), of known size, whose values have been
 * checked: 0 .. 1.
 *
 * <p>A {@code float[]} is wrapped, not copied: if the caller changes it afterwards, its values are no longer checked.
 * Integer planes are scaled: 255 (8-bit) or 65535 (16-bit) is probability 1. Reading is thread-safe.
 */
public final class ProbabilityMap {

    private static final float MAX_BYTE = 255;
    private static final float MAX_SHORT = 65535;

    private final float[] values;
    private final int width;
    private final int height;

    private ProbabilityMap(final float[] values, final int width, final int height) {
        if (width < 1 || height < 1 || (long) width * height != values.length) {
            throw new IllegalArgumentException(
                    "A plane of " + values.length + " pixels is not " + width + " x " + height);
        }
        this.values = values;
        this.width = width;
        this.height = height;
    }

    /**
     * Wraps a plane of probabilities.
     *
     * @param values probabilities (x, y), index = y * width + x; not copied
     * @throws UNetException if a value is NaN or not in 0..1; names the first such pixel
     * @throws IllegalArgumentException if the plane has not width * height pixels
     */
    public static ProbabilityMap of(final float[] values, final int width, final int height) {
        final ProbabilityMap map = new ProbabilityMap(values, width, height);
        for (int i = 0; i < values.length; i++) {
            // NB: written so that NaN fails, too.
            if (!(values[i] >= 0 && values[i] <= 1)) {
                throw new UNetException(
                        String.format(
                                Locale.ROOT,
                                "The prediction has the value %s at x=%d, y=%d; allowed are"
                                        + " probabilities from 0 to 1.",
                                values[i],
                                i % width,
                                i / width));
            }
        }
        return map;
    }

    /**
     * The probability of any foreground class: 1 - that of the background.
     *
     * @param probabilities (class, y, x), background first; sums that differ from 1 by rounding do no harm
     */
    public static ProbabilityMap foreground(
            final float[] probabilities, final int width, final int height) {
        final float[] values = new float[width * height];
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.min(1, Math.max(0, 1 - probabilities[i]));
        }
        return of(values, width, height);
    }

    /** An 8-bit plane, scaled: 255 is probability 1. */
    public static ProbabilityMap of(final byte[] values, final int width, final int height) {
        final float[] scaled = new float[values.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (values[i] & 0xff) / MAX_BYTE;
        }
        return new ProbabilityMap(scaled, width, height);
    }

    /** A 16-bit plane, scaled: 65535 is probability 1. */
    public static ProbabilityMap of(final short[] values, final int width, final int height) {
        final float[] scaled = new float[values.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (values[i] & 0xffff) / MAX_SHORT;
        }
        return new ProbabilityMap(scaled, width, height);
    }

    /** The plane itself, index = y * width + x; not a copy. */
    public float[] values() {
        return values;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /**
     * The pixels whose probability is above a threshold, strictly, compared in double precision.
     *
     * @return mask (x, y), true = cell
     */
    public boolean[] above(final double threshold) {
        final boolean[] mask = new boolean[values.length];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = values[i] > threshold;
        }
        return mask;
    }
}
