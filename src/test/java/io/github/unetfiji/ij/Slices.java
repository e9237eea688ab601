package io.github.unetfiji.ij;

import io.github.unetfiji.stack.SliceSource;
import java.util.Random;

/**
 * Slices in memory.
 *
 * @param values of every slice (channel, y, x)
 */
public record Slices(int width, int height, int channels, float[]... values)
        implements SliceSource {

    /** Slices of one channel. */
    public static Slices gray(final int width, final int height, final float[]... values) {
        return new Slices(width, height, 1, values);
    }

    /** Gaussian noise. */
    public static Slices noise(
            final int width,
            final int height,
            final int channels,
            final int slices,
            final long seed) {
        final Random random = new Random(seed);
        final float[][] values = new float[slices][width * height * channels];
        for (final float[] slice : values) {
            for (int i = 0; i < slice.length; i++) {
                slice[i] = (float) (100 + 20 * random.nextGaussian());
            }
        }
        return new Slices(width, height, channels, values);
    }

    @Override
    public int slices() {
        return values.length;
    }

    @Override
    public float[] slice(final int index) {
        return values[index].clone();
    }
}
