package io.github.unetfiji.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import io.github.unetfiji.Progress;
import io.github.unetfiji.augment.AnnotatedPlane;
import io.github.unetfiji.augment.AugmentationSettings;
import io.github.unetfiji.augment.AugmentedSample;
import io.github.unetfiji.augment.Augmenter;
import io.github.unetfiji.augment.PatchShape;
import io.github.unetfiji.network.Architecture;
import io.github.unetfiji.network.ComputeDevice;
import io.github.unetfiji.network.Network;
import io.github.unetfiji.network.Parameters;
import io.github.unetfiji.tiling.TileGeometry;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;

/**
 * Tries out how long an iteration takes: a few steps of the real network on the real device with a
 * patch that is small enough to be quick.
 *
 * <p>A step has two parts. Forward and backward pass grow with the operations of the patch; the
 * optimiser does not know the patch. So they are timed apart and only the first is scaled.
 */
final class StepProbe implements AutoCloseable {

    /** Operations of a forward pass that take some tenths of a second with their way back. */
    private static final double ON_CPU = 8e9;

    private static final double ON_GPU = 4e11;
    private static final int STEPS = 3;
    private static final double ENOUGH_SECONDS = 1;
    private static final float RATE = 1e-6f;

    private final Network network;
    private final Optimizer optimizer;
    private final AugmentedSample sample;

    private StepProbe(
            final Architecture architecture, final TrainingSettings settings, final int side) {
        sample = sample(architecture, side);
        network =
                Network.forTraining(
                        architecture,
                        Parameters.zeros(architecture),
                        settings.device(),
                        settings.precision());
        optimizer =
                settings.optimizer() == TrainingSettings.OptimizerKind.ADAM
                        ? new Adam()
                        : new Sgd((float) settings.momentum());
    }

    /**
     * Seconds of an iteration.
     *
     * @param patch valid input side in px
     * @throws io.github.unetfiji.CancelledException if the user cancels; looked at between two steps
     * @throws io.github.unetfiji.UNetException if the device cannot hold the network
     */
    static double secondsPerIteration(
            final Architecture architecture,
            final int patch,
            final TrainingSettings settings,
            final Progress progress) {
        final int side = side(architecture, patch, settings.device());
        progress.checkCancelled();
        try (StepProbe probe = new StepProbe(architecture, settings, side)) {
            final double factor =
                    architecture.operations(patch, patch) / architecture.operations(side, side);
            return probe.measure(factor, progress);
        }
    }

    /** The largest patch up to the wanted one that is quick, or the smallest there is. */
    static int side(final Architecture architecture, final int patch, final ComputeDevice device) {
        final TileGeometry geometry = architecture.tileGeometry();
        final double most = device.isGpu() ? ON_GPU : ON_CPU;
        int side = patch;
        while (side > geometry.smallestInput() && architecture.operations(side, side) > most) {
            side -= geometry.alignment();
        }
        return side;
    }

    private static AugmentedSample sample(final Architecture architecture, final int side) {
        final Random random = new Random(1);
        final float[][] channels = new float[architecture.channels()][side * side];
        final int[] labels = new int[side * side];
        for (final float[] channel : channels) {
            for (int i = 0; i < channel.length; i++) {
                channel[i] = (float) random.nextGaussian();
            }
        }
        Arrays.setAll(labels, i -> random.nextInt(architecture.classes()));
        return Augmenter.of(
                        AugmentationSettings.defaults(),
                        PatchShape.square(side, architecture.tileGeometry().halo()),
                        1)
                .sample(AnnotatedPlane.unweighted(side, side, channels, labels), 0);
    }

    private double measure(final double factor, final Progress progress) {
        final long start = System.nanoTime();
        // NB: the first step loads kernels and allocates; it is several times slower.
        pass();
        progress.checkCancelled();
        step();
        final double[] seconds = new double[STEPS];
        int steps = 0;
        do {
            progress.checkCancelled();
            final long before = System.nanoTime();
            pass();
            final double pass = secondsSince(before);
            final long between = System.nanoTime();
            step();
            seconds[steps++] = factor * pass + secondsSince(between);
        } while (steps < STEPS && secondsSince(start) < ENOUGH_SECONDS);
        Arrays.sort(seconds, 0, steps);
        return seconds[steps / 2];
    }

    /** Forward and backward, as in {@link TrainingStep}. */
    private void pass() {
        try (NDManager scope = network.manager().newSubManager()) {
            final PatchTensors patch = PatchTensors.of(scope, sample);
            try (GradientCollector collector = scope.getEngine().newGradientCollector()) {
                final NDArray logits = network.forward(patch.image(), true);
                final NDArray energy =
                        WeightedCrossEntropy.of(logits, patch.labels(), patch.weights());
                collector.backward(energy);
                // NB: waits for a GPU, which works behind our back.
                energy.getFloat();
            }
        }
    }

    private void step() {
        final Map<String, NDArray> arrays = network.arrays();
        optimizer.step(arrays, RATE);
        arrays.get("head.bias").toFloatArray();
    }

    private static double secondsSince(final long nanoTime) {
        return (System.nanoTime() - nanoTime) / 1e9;
    }

    @Override
    public void close() {
        optimizer.close();
        network.close();
    }
}
