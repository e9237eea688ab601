package io.github.unetfiji.intensity;

import io.github.unetfiji.UNetException;
import java.util.Locale;

/**
 * A linear scale of intensities: {@code (value - offset) * factor}.
 *
 * @param offset the intensity that becomes 0, finite
 * @param factor above 0, finite
 */
public record IntensityScale(double offset, double factor) {

    /** Keeps the division finite for a constant slice, as in BioImage.IO. */
    static final double EPSILON = 1e-6;

    public IntensityScale {
        if (!Double.isFinite(offset) || !(factor > 0) || Double.isInfinite(factor)) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "An intensity scale has offset %s and factor %s, but they must be"
                                    + " finite, the factor above 0.",
                            offset,
                            factor));
        }
    }

    /** Makes the mean 0 and the standard deviation 1; a constant image becomes 0. */
    static IntensityScale standard(final double mean, final double deviation) {
        return new IntensityScale(mean, 1 / (deviation + EPSILON));
    }

    /** Makes the range -1..1; a constant image becomes 0 or so. */
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
