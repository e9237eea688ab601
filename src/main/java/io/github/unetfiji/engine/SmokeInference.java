package io.github.unetfiji.engine;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.network.Architecture;
import io.github.unetfiji.network.Parameters;
import io.github.unetfiji.network.Precision;
import java.util.Locale;
import java.util.Random;

/**
 * Runs a small U-Net on a device, and finds out whether its results are right and how fast it is: an installed driver
 * guarantees neither.
 *
 * <p>Thread-safe.
 */
final class SmokeInference {

    /**
     * How long one inference takes.
     *
     * @param tile input side in px
     * @param milliseconds the fastest of several, with the copies to the device and back
     */
    record Speed(Architecture architecture, int tile, double milliseconds) {

        /** Floating-point operations in a second, in 1e9. */
        double gigaflops() {
            return architecture.operations(tile, tile) / milliseconds / 1e6;
        }

        /** Such as {@code 12.3 ms for a tile of 252x252 px (depth 4, 16 features), 210 GFLOP/s}. */
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%.1f ms for a tile of %dx%d px (depth %d, %d features), %.0f GFLOP/s",
                    milliseconds,
                    tile,
                    tile,
                    architecture.depth(),
                    architecture.features(),
                    gigaflops());
        }
    }

    private static final Architecture SMALL = Architecture.of(2, 8, 1, 2);
    private static final int SMALL_TILE = 60;

    /** NB: bfloat16 has 8 bits of mantissa. */
    private static final float TOLERANCE = 0.05f;

    private static final int MOST_RUNS = 10;
    private static final long ENOUGH_NANOS = 300_000_000L;

    private SmokeInference() {}

    /**
     * Computes on a device and compares with the processor.
     *
     * @throws UNetException if the device computes something else
     * @throws RuntimeException or LinkageError, whatever the engine throws, if it does not work
     */
    static void check(final ComputeDevice device, final Precision precision) {
        final float[] expected = probabilities(ComputeDevice.CPU, Precision.FLOAT32);
        final float[] actual = probabilities(device, precision);
        for (int i = 0; i < expected.length; i++) {
            if (!(Math.abs(actual[i] - expected[i]) <= TOLERANCE)) {
                throw new UNetException(
                        String.format(
                                Locale.ROOT,
                                "The device %s computes %.3f where the processor computes %.3f.",
                                device,
                                actual[i],
                                expected[i]));
            }
        }
    }

    private static float[] probabilities(final ComputeDevice device, final Precision precision) {
        try (Network network =
                Network.forInference(SMALL, Parameters.initial(SMALL, 1), device, precision)) {
            return network.probabilities(noise(SMALL_TILE), SMALL_TILE, SMALL_TILE);
        }
    }

    /**
     * Measures a device.
     *
     * @param tile valid input side in px
     * @throws RuntimeException or LinkageError, whatever the engine throws, if it does not work
     */
    static Speed measure(
            final Architecture architecture,
            final int tile,
            final ComputeDevice device,
            final Precision precision) {
        final float[] input = noise(tile);
        try (Network network =
                Network.forInference(
                        architecture, Parameters.zeros(architecture), device, precision)) {
            network.probabilities(input, tile, tile);
            long fastest = Long.MAX_VALUE;
            final long started = System.nanoTime();
            for (int i = 0; i < MOST_RUNS && System.nanoTime() - started < ENOUGH_NANOS; i++) {
                final long before = System.nanoTime();
                network.probabilities(input, tile, tile);
                fastest = Math.min(fastest, System.nanoTime() - before);
            }
            return new Speed(architecture, tile, fastest / 1e6);
        }
    }

    private static float[] noise(final int side) {
        final Random random = new Random(1);
        final float[] values = new float[side * side];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
