package io.github.unetfiji.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.unetfiji.Progress;
import io.github.unetfiji.bioimageio.AxisSize;
import io.github.unetfiji.bioimageio.Operation;
import io.github.unetfiji.bioimageio.PackageDescription;
import io.github.unetfiji.ij.Slices;
import io.github.unetfiji.network.Tensor;
import io.github.unetfiji.stack.SliceSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Operations after a program that need statistics. */
class ProcessedSlicesTest {

    private static final AxisSize ANY = new AxisSize.Stepped(2, 2);
    private static final int WIDTH = 70;
    private static final int HEIGHT = 70;
    private static final SliceSource IMAGE = Slices.noise(WIDTH, HEIGHT, 1, 3, 5);

    /** Twice the intensities, and 3 more in every slice, in tiles. */
    private static SliceClassifier ended(final Operation operation, final SliceSource prepared) {
        final PackageDescription description =
                Foreign.of(
                        Foreign.input("bcyx", 1, ANY),
                        Foreign.output("a", "bcyx", 1, 1, 0, 0, operation));
        final OutputOperations operations = new OutputOperations(description);
        final ProgramTile tile =
                new ProgramTile(
                        description,
                        new ProgramGeometry(description).with(List.of(2, 2)),
                        operations,
                        tensor -> List.of(doubled(tensor)));
        return ProcessedSlices.of(
                new TiledInference(tile, 1000, TileSize.of(38)),
                operations,
                prepared,
                1,
                Progress.NONE);
    }

    private static Tensor doubled(final Tensor tensor) {
        final float[] values = tensor.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] = 2 * values[i] + 3;
        }
        return new Tensor(tensor.shape(), values);
    }

    private static float[] result(
            final SliceClassifier ended, final SliceSource prepared, final int z) {
        return ended.probabilities(prepared.slice(z), WIDTH, HEIGHT, Progress.NONE);
    }

    private static double mean(final float[] values) {
        double sum = 0;
        for (final float value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double deviation(final float[] values) {
        final double mean = mean(values);
        double sum = 0;
        for (final float value : values) {
            sum += (value - mean) * (value - mean);
        }
        return Math.sqrt(sum / values.length);
    }

    @Test
    void statisticsOfASlice() {
        final SliceClassifier ended =
                ended(
                        new Operation.ZeroMeanUnitVariance(
                                Optional.of(List.of("channel", "y", "x")), 1e-6),
                        IMAGE);
        for (int z = 0; z < 3; z++) {
            final float[] result = result(ended, IMAGE, z);
            assertEquals(0, mean(result), 1e-4);
            assertEquals(1, deviation(result), 1e-4);
        }
    }

    /** The mean over all slices is 0, not that of each one. */
    @Test
    void statisticsOfAllSlices() {
        final SliceSource brighter = new Brighter(IMAGE);
        final SliceClassifier ended =
                ended(new Operation.ZeroMeanUnitVariance(Optional.empty(), 1e-6), brighter);
        final float[] all = new float[3 * WIDTH * HEIGHT];
        for (int z = 0; z < 3; z++) {
            System.arraycopy(
                    result(ended, brighter, z), 0, all, z * WIDTH * HEIGHT, WIDTH * HEIGHT);
        }
        assertEquals(0, mean(all), 1e-3);
        assertEquals(1, deviation(all), 1e-3);
        assertEquals(
                true, Math.abs(mean(result(ended, brighter, 2))) > 0.5, "slices keep their means");
    }

    /** The result gets mean and deviation of the image as it was, not of the image as it was prepared. */
    @Test
    void statisticsOfTheInput() {
        final SliceSource prepared =
                new PreparedAndRaw(
                        IMAGE.map(
                                slice -> {
                                    for (int i = 0; i < slice.length; i++) {
                                        slice[i] = slice[i] / 1000 - 7;
                                    }
                                    return slice;
                                }),
                        IMAGE);
        final SliceClassifier ended =
                ended(
                        new Operation.ScaleMeanVariance(
                                "image", Optional.of(List.of("channel", "y", "x")), 1e-6),
                        prepared);
        final float[] result = result(ended, prepared, 1);
        final float[] image = IMAGE.slice(1);
        for (int i = 0; i < image.length; i++) {
            assertEquals(image[i], result[i], 1e-3 * deviation(image) + 1e-3 * Math.abs(image[i]));
        }
    }

    /** Every slice is brighter than the one before. */
    private record Brighter(SliceSource source) implements SliceSource {

        @Override
        public int width() {
            return source.width();
        }

        @Override
        public int height() {
            return source.height();
        }

        @Override
        public int channels() {
            return 1;
        }

        @Override
        public int slices() {
            return source.slices();
        }

        @Override
        public float[] slice(final int index) {
            final float[] slice = source.slice(index);
            for (int i = 0; i < slice.length; i++) {
                slice[i] += index * 1000;
            }
            return slice;
        }
    }
}
