package io.github.unetfiji.model;

import io.github.unetfiji.Progress;
import io.github.unetfiji.engine.ComputeDevice;
import io.github.unetfiji.engine.Network;
import io.github.unetfiji.network.Architecture;
import io.github.unetfiji.network.Precision;
import io.github.unetfiji.stack.NormalizedSlices;
import io.github.unetfiji.stack.SliceSource;
import io.github.unetfiji.tiling.BlockReader;
import io.github.unetfiji.tiling.TilePlan;
import io.github.unetfiji.tiling.TileRunner;
import java.util.Random;

/**
 * A small image and the model's probabilities for it, by which other programs check that they read the package rightly.
 *
 * @param side width and height in px
 * @param input raw intensities (channel, y, x)
 * @param output class probabilities (class, y, x)
 */
record TestTensors(int side, float[] input, float[] output) {

    /** Values of the first features of a tile: 1 GB. NB: at depth 8, where the image has 11 million px, the whole would take 10 GB. */
    private static final long MOST_VALUES = 1 << 28;

    /** Px of a side that people are shown. */
    private static final int MOST_SHOWN = 512;

    static TestTensors of(final UNetModel model) {
        final Architecture architecture = model.architecture();
        final int side = ForeignTiles.of(architecture).smallestSide();
        final float[] input = blobs(architecture.channels(), side);
        final SliceSource source = new OneSlice(side, architecture.channels(), input);
        final float[] normalised =
                NormalizedSlices.of(source, model.normalization(), Progress.NONE).slice(0);
        final TilePlan plan =
                TilePlan.fewestPixels(
                        architecture.tileGeometry(),
                        new int[] {side, side},
                        MOST_VALUES / architecture.features());
        try (Network network =
                Network.forInference(
                        architecture, model.parameters(), ComputeDevice.CPU, Precision.FLOAT32)) {
            return new TestTensors(
                    side,
                    input,
                    new TileRunner(network)
                            .compute(BlockReader.of(normalised, side, side), plan, Progress.NONE));
        }
    }

    /** Width and height in px of the samples. */
    int shownSide() {
        return Math.min(side, MOST_SHOWN);
    }

    /** The corner of a tensor that people are shown: (channel, y, x). */
    float[] shown(final float[] tensor) {
        return BlockReader.of(tensor, side, side).read(new long[] {0, 0}, shownSide(), shownSide());
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
