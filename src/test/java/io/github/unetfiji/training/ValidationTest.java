package io.github.unetfiji.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.unetfiji.CancelledException;
import io.github.unetfiji.Progress;
import io.github.unetfiji.augment.AnnotatedPlane;
import io.github.unetfiji.engine.ComputeDevice;
import io.github.unetfiji.engine.Network;
import io.github.unetfiji.network.Architecture;
import io.github.unetfiji.network.Parameters;
import io.github.unetfiji.network.Precision;
import io.github.unetfiji.segment.TileSize;
import io.github.unetfiji.segment.TiledInference;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ValidationTest {

    private static final Architecture ARCHITECTURE = Architecture.of(1, 2, 2, 3);

    private static Network network() {
        return Network.forInference(
                ARCHITECTURE,
                Parameters.initial(ARCHITECTURE, 3),
                ComputeDevice.CPU,
                Precision.FLOAT32);
    }

    private static AnnotatedPlane slice(final int width, final int height, final int seed) {
        final Random random = new Random(seed);
        final float[][] channels = new float[2][width * height];
        final int[] labels = new int[width * height];
        final float[] weights = new float[width * height];
        for (int i = 0; i < labels.length; i++) {
            channels[0][i] = (float) random.nextGaussian();
            channels[1][i] = (float) random.nextGaussian();
            labels[i] = random.nextInt(3) - 1;
            weights[i] = labels[i] < 0 ? 0 : 5 * random.nextFloat();
        }
        return AnnotatedPlane.of(width, height, channels, labels, weights);
    }

    @Test
    void agreesWithCountingPixelByPixel() {
        final List<AnnotatedPlane> slices = List.of(slice(20, 9, 1), slice(7, 31, 2));
        double loss = 0;
        double weight = 0;
        final List<int[]> pairs = new ArrayList<>();
        try (Network network = network()) {
            for (final AnnotatedPlane slice : slices) {
                final float[] p =
                        new TiledInference(network, TileSize.PLANNED)
                                .probabilities(
                                        Validation.image(slice),
                                        slice.width(),
                                        slice.height(),
                                        Progress.NONE);
                final int n = slice.labels().length;
                for (int i = 0; i < n; i++) {
                    final int label = slice.labels()[i];
                    if (label >= 0) {
                        final float a = p[i];
                        final float b = p[n + i];
                        final float c = p[2 * n + i];
                        pairs.add(new int[] {label, a >= b && a >= c ? 0 : b >= c ? 1 : 2});
                        loss -= slice.weights()[i] * Math.log(p[label * n + i]);
                        weight += slice.weights()[i];
                    }
                }
            }
            final ValidationResult result = Validation.of(network, slices, Progress.NONE);
            assertEquals(loss / weight, result.loss(), 1e-9);
            final double wrong = pairs.stream().filter(pair -> pair[0] != pair[1]).count();
            assertEquals(wrong / pairs.size(), result.pixelError(), 1e-12);
            for (int c = 0; c < 3; c++) {
                assertEquals(iou(pairs, c), result.iou().get(c), 1e-12);
            }
        }
    }

    private static double iou(final List<int[]> pairs, final int c) {
        final double both = pairs.stream().filter(p -> p[0] == c && p[1] == c).count();
        final double either = pairs.stream().filter(p -> p[0] == c || p[1] == c).count();
        return both / either;
    }

    @Test
    void canBeCancelled() {
        final Progress cancelled =
                new Progress() {
                    @Override
                    public void report(final long done, final long total, final String message) {}

                    @Override
                    public boolean isCancelled() {
                        return true;
                    }
                };
        try (Network network = network()) {
            assertThrows(
                    CancelledException.class,
                    () -> Validation.of(network, List.of(slice(5, 5, 1)), cancelled));
        }
    }
}
