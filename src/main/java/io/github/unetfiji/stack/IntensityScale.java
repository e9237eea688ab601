package io.github.unetfiji.stack;

import io.github.unetfiji.UNetException;
import java.util.Locale;

/**
 * A linear scale of intensities: {@code (value - offset) * factor}.
 *
 * @param offset the intensity that becomes 0; a float32 can hold it
 * @param factor 1e-39 .. 2e6: that of the largest and of the smallest range that an image of float32 can have
 */
public record IntensityScale(double offset, double factor) {

    /** Keeps the division finite for a constant slice, as in BioImage.IO. */
    static final double EPSILON = 1e-6;

    private static final double LEAST = 1e-39;
    private static final double MOST = 2 / EPSILON;

    /**
     * @throws UNetException if the offset or the factor is out of its range
     */
    public IntensityScale {
        // NB: written so that NaN fails, too.
        if (!(Math.abs(offset) <= Float.MAX_VALUE && factor >= LEAST && factor <= MOST)) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "An intensity scale has offset %s and factor %s, but an offset is within"
                                    + " -3.4e38 to 3.4e38 and a factor within 1e-39 to 2e6: no image"
                                    + " has such intensities.",
                            offset,
                            factor));
        }
    }

    /** Maps the mean to 0 and the standard deviation to 1; a constant image becomes 0. */
    static IntensityScale standard(final double mean, final double deviation) {
        return new IntensityScale(mean, 1 / (deviation + EPSILON));
    }

    /** Maps the range to -1..1; a constant image becomes 0, to rounding. */
    static IntensityScale range(final double min, final double max) {
        return new IntensityScale((min + max) / 2, 2 / (max - min + EPSILON));
    }

    /** Applies the scale to a part of an array in place. */
    void apply(final float[] values, final int from, final int to) {
        for (int i = from; i < to; i++) {
            values[i] = (float) ((values[i] - offset) * factor);
        }
    }
}
