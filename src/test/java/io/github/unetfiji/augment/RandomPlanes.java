package io.github.unetfiji.augment;

import java.util.SplittableRandom;

/** RandomPlanes to test with. */
final class RandomPlanes {

    private RandomPlanes() {}

    static float[] noise(final int size, final long seed) {
        final SplittableRandom random = new SplittableRandom(seed);
        final float[] plane = new float[size];
        for (int i = 0; i < size; i++) {
            plane[i] = (float) random.nextDouble(-3, 3);
        }
        return plane;
    }

    static int[] labels(final int size, final int largest, final long seed) {
        return new SplittableRandom(seed).ints(size, -1, largest + 1).toArray();
    }

    static AnnotatedPlane annotated(final int width, final int height, final long seed) {
        final float[] weights = noise(width * height, seed + 1);
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Math.abs(weights[i]);
        }
        return AnnotatedPlane.of(
                width,
                height,
                new float[][] {noise(width * height, seed), noise(width * height, seed + 2)},
                labels(width * height, 9, seed + 3),
                weights);
    }
}
