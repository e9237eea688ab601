package io.github.unetfiji.ui;

import io.github.unetfiji.augment.PatchShape;
import io.github.unetfiji.engine.ComputeDevice;
import io.github.unetfiji.network.Architecture;
import io.github.unetfiji.network.Precision;
import io.github.unetfiji.phantom.Phantom;
import io.github.unetfiji.phantom.PhantomSettings;
import io.github.unetfiji.phantom.PhantomSlice;
import io.github.unetfiji.training.PlannedNetwork;
import io.github.unetfiji.training.TrainingHistory;
import io.github.unetfiji.training.TrainingPlan;
import io.github.unetfiji.training.ValidationResult;
import io.github.unetfiji.training.ValidationView;
import java.util.List;
import java.util.Random;

/** Numbers and slices like those of a training, made up. */
public final class SyntheticTraining {

    private static final int SIDE = 388;

    private final int iterations;
    private final boolean validated;
    private final Random random = new Random(1);
    private final float[] image = new float[SIDE * SIDE];
    private final int[] labels = new int[SIDE * SIDE];

    public SyntheticTraining(final int iterations, final boolean validated) {
        this.iterations = iterations;
        this.validated = validated;
        final PhantomSlice slice =
                Phantom.of(
                                PhantomSettings.builder()
                                        .setWidth(SIDE)
                                        .setHeight(SIDE)
                                        .setSlices(1)
                                        .setSeed(3)
                                        .build())
                        .slice(0);
        for (int i = 0; i < image.length; i++) {
            image[i] = ((slice.image()[i] & 0xff) - 128) / 50f;
            labels[i] = slice.labels()[i] == 0 ? 0 : 1;
        }
        for (int y = 300; y < 370; y++) {
            for (int x = 20; x < 110; x++) {
                labels[y * SIDE + x] = -1;
            }
        }
    }

    public TrainingPlan plan() {
        return new TrainingPlan(
                "phantom",
                PlannedNetwork.of(Architecture.of(4, 64, 1, 2)),
                List.of("background", "cell"),
                PatchShape.square(572, 92),
                0,
                iterations,
                validated ? 27 : 30,
                validated ? 3 : 0,
                ComputeDevice.CPU,
                Precision.FLOAT32);
    }

    public double loss(final int iteration) {
        return decay(iteration) * Math.exp(0.35 * random.nextGaussian());
    }

    private double decay(final int iteration) {
        return 0.07 + 0.75 * Math.exp(-7.0 * iteration / iterations);
    }

    public TrainingHistory.Row row(final int iteration, final double meanLoss, final double rate) {
        final double progress = (double) iteration / iterations;
        final double error = 0.035 + 0.2 * Math.exp(-6 * progress) + noise(0.006);
        final ValidationResult result =
                new ValidationResult(
                        0.13 + 0.6 * Math.exp(-8 * progress) + 0.05 * progress + noise(0.015),
                        error,
                        List.of(1 - 4.2 * error + noise(0.01), 1 - 1.3 * error + noise(0.004)));
        return new TrainingHistory.Row(
                iteration, meanLoss, rate, validated ? result : null, iteration * 0.42);
    }

    private double noise(final double sd) {
        return sd * random.nextGaussian();
    }

    /** Probabilities that come closer to the truth with the iterations. */
    public ValidationView view(final int iteration) {
        final double progress = (double) iteration / iterations;
        final float[] coarse = new float[(SIDE / 8 + 2) * (SIDE / 8 + 2)];
        for (int i = 0; i < coarse.length; i++) {
            coarse[i] = (float) random.nextGaussian();
        }
        final double strength = 0.25 + 2.5 * progress;
        final float[] probabilities = new float[2 * image.length];
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                final int i = y * SIDE + x;
                final double logit =
                        strength * 2 * (mean(x, y) - 0.62)
                                + (0.2 + 0.25 * progress) * smooth(coarse, x / 8.0, y / 8.0);
                probabilities[image.length + i] = (float) (1 / (1 + Math.exp(-3 * logit)));
                probabilities[i] = 1 - probabilities[image.length + i];
            }
        }
        return new ValidationView(iteration, 18, SIDE, SIDE, image, labels, probabilities);
    }

    private double mean(final int x, final int y) {
        int sum = 0;
        int count = 0;
        for (int v = Math.max(0, y - 1); v <= Math.min(SIDE - 1, y + 1); v++) {
            for (int u = Math.max(0, x - 1); u <= Math.min(SIDE - 1, x + 1); u++) {
                sum += labels[v * SIDE + u] == 0 ? 0 : 1;
                count++;
            }
        }
        return (double) sum / count;
    }

    private static double smooth(final float[] coarse, final double x, final double y) {
        final int side = SIDE / 8 + 2;
        final int x0 = (int) x;
        final int y0 = (int) y;
        final double fx = x - x0;
        final double fy = y - y0;
        final int i = y0 * side + x0;
        return (1 - fy) * ((1 - fx) * coarse[i] + fx * coarse[i + 1])
                + fy * ((1 - fx) * coarse[i + side] + fx * coarse[i + side + 1]);
    }
}
