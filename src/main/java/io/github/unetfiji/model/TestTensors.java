package io.github.unetfiji.model;

import io.github.unetfiji.Progress;
import io.github.unetfiji.engine.ComputeDevice;
import io.github.unetfiji.engine.Network;
import io.github.unetfiji.network.Architecture;
import io.github.unetfiji.network.Precision;
import io.github.unetfiji.stack.NormalizedSlices;
import io.github.unetfiji.stack.SliceSource;
import io.github.unetfiji.tiling.BlockReader;
import java.util.Random;

/**
 * A small image and the model's probabilities for it, by which other programs check that they read the package rightly.
 *
 * @param side width and height in px
 * @param input raw intensities (channel, y, x)
 * @param output class probabilities (class, y, x)
 */
record TestTensors(int side, float[] input, float[] output) {

    /** The smallest side that the same-size program takes: above the halo, 2^depth k + 4. */
    static int smallestSide(final Architecture architecture) {
        final int halo = architecture.tileGeometry().halo();
        return architecture.tileGeometry().inputFor(halo + 1) - 2 * halo;
    }

    static TestTensors of(final UNetModel model) {
        final Architecture architecture = model.architecture();
        final int side = smallestSide(architecture);
        final float[] input = blobs(architecture.channels(), side);
        final SliceSource source = new OneSlice(side, architecture.channels(), input);
        final float[] normalised =
                NormalizedSlices.of(source, model.normalization(), Progress.NONE).slice(0);
        final int halo = architecture.tileGeometry().halo();
        final int padded = side + 2 * halo;
        final float[] tile =
                BlockReader.of(normalised, side, side)
                        .read(new long[] {-halo, -halo}, padded, padded);
        try (Network network =
                Network.forInference(
                        architecture, model.parameters(), ComputeDevice.CPU, Precision.FLOAT32)) {
            return new TestTensors(side, input, network.probabilities(tile, padded, padded));
        }
    }

    /** Smooth waves with noise, 0..255. */
    private static float[] blobs(final int channels, final int side) {
        final Random random = new Random(1);
        final float[] image = new float[channels * side * side];
        for (int i = 0; i < image.length; i++) {
            final double x = i % side / 9.0;
            final double y = i / (double) side / 7.0;
            final double wave = 128 + 60 * Math.sin(x) * Math.cos(y) + 12 * random.nextGaussian();
            image[i] = (float) Math.rint(Math.min(255, Math.max(0, wave)));
        }
        return image;
    }

    private record OneSlice(int side, int channels, float[] values) implements SliceSource {
        @Override
        public int width() {
            return side;
        }

        @Override
        public int height() {
            return side;
        }

        @Override
        public int slices() {
            return 1;
        }

        @Override
        public float[] slice(final int index) {
            return values.clone();
        }
    }
}
