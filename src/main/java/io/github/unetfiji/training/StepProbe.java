package io.github.unetfiji.training;

import ai.djl.engine.EngineException;
import io.github.unetfiji.Progress;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.augment.AnnotatedPlane;
import io.github.unetfiji.augment.AugmentationSettings;
import io.github.unetfiji.augment.AugmentedSample;
import io.github.unetfiji.augment.Augmenter;
import io.github.unetfiji.augment.PatchShape;
import io.github.unetfiji.engine.ComputeDevice;
import io.github.unetfiji.engine.Network;
import io.github.unetfiji.network.Architecture;
import io.github.unetfiji.network.Parameters;
import io.github.unetfiji.tiling.TileGeometry;
import io.github.unetfiji.work.AwaitedWork;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/**
 * Tries out how long an iteration takes: a few steps of the real network on the real device with
 * patches that are small enough to be quick.
 *
 * <p>The optimiser does not know the patch. Forward and backward pass take time for every operation,
 * and, as the optimiser, for every parameter (weights are reordered, gradients added). So passes
 * with two sizes of patches give a line over the operations, which is prolonged to the wanted patch.
 */
final class StepProbe implements AutoCloseable {

    /** Operations of a forward pass that take some tenths of a second with their way back. */
    private static final double ON_CPU = 8e9;

    private static final double ON_GPU = 4e11;

    /** Operations of the larger patch over those of the smallest, at least where it can be chosen. */
    private static final double APART = 2.5;

    /** NB: of the time of a pass at least this part grows with the operations, whatever the noise. */
    private static final double LEAST_SHARE = 0.5;

    private static final int ROUNDS = 3;
    private static final double ENOUGH_SECONDS = 1;
    private static final double RATE = 1e-6;

    private final Architecture architecture;
    private final Network network;
    private final TrainingStep step;

    private StepProbe(final Architecture architecture, final TrainingSettings settings) {
        this.architecture = architecture;
        network =
                Network.forTraining(
                        architecture,
                        Parameters.zeros(architecture),
                        settings.device(),
                        settings.precision());
        step = new TrainingStep(network, settings, Set.of());
    }

    /**
     * Seconds of an iteration.
     *
     * @param patch valid input side in px
     * @throws io.github.unetfiji.CancelledException if the user cancels; looked at between two steps
     * @throws UNetException if the device cannot hold the network
     */
    static double secondsPerIteration(
            final Architecture architecture,
            final int patch,
            final TrainingSettings settings,
            final Progress progress) {
        final int large = side(architecture, patch, settings.device());
        final int small = large == patch ? large : architecture.tileGeometry().smallestInput();
        progress.checkCancelled();
        try (AwaitedWork work = AwaitedWork.begin();
                StepProbe probe = new StepProbe(architecture, settings)) {
            return probe.measure(small, large, patch, progress.orCancelledBy(work::isToStop));
        } catch (final EngineException e) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "A step with a patch of %d px failed on %s, probably for lack of memory:"
                                    + " use a smaller patch or fewer features.",
                            large,
                            settings.device()),
                    e);
        }
    }

    /** The largest patch up to the wanted one that is quick. */
    static int side(final Architecture architecture, final int patch, final ComputeDevice device) {
        final TileGeometry geometry = architecture.tileGeometry();
        final int smallest = geometry.smallestInput();
        final double most =
                Math.max(
                        device.isGpu() ? ON_GPU : ON_CPU,
                        APART * architecture.operations(smallest, smallest));
        int side = patch;
        while (side > smallest && architecture.operations(side, side) > most) {
            side -= geometry.alignment();
        }
        return side;
    }

    /**
     * The time of a pass with a patch, from those with a smaller and a larger one.
     *
     * @param small operations of the smaller one, which took {@code smallSeconds}
     * @param large operations of the larger one, not less
     * @param wanted operations of the patch, not less than that
     */
    static double prolonged(
            final double small,
            final double smallSeconds,
            final double large,
            final double largeSeconds,
            final double wanted) {
        final double most = largeSeconds / large;
        final double slope =
                large == small ? most : (largeSeconds - smallSeconds) / (large - small);
        return largeSeconds
                + Math.min(most, Math.max(LEAST_SHARE * most, slope)) * (wanted - large);
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

    private double measure(
            final int small, final int large, final int patch, final Progress progress) {
        final AugmentedSample smallSample = sample(architecture, small);
        final AugmentedSample largeSample = sample(architecture, large);
        final long start = System.nanoTime();
        // NB: the first passes load kernels and allocate; they are several times slower.
        for (final AugmentedSample sample : List.of(smallSample, largeSample)) {
            progress.checkCancelled();
            pass(sample);
        }
        progress.checkCancelled();
        if (secondsSince(start) < ENOUGH_SECONDS / 2) {
            // NB: with a large network the first step is soon little beside the passes.
            move();
        }
        final double[] seconds = new double[ROUNDS];
        int rounds = 0;
        do {
            progress.checkCancelled();
            final double smallSeconds = small == large ? 0 : seconds(() -> pass(smallSample));
            final double largeSeconds = seconds(() -> pass(largeSample));
            seconds[rounds++] =
                    prolonged(
                                    architecture.operations(small, small),
                                    smallSeconds,
                                    architecture.operations(large, large),
                                    largeSeconds,
                                    architecture.operations(patch, patch))
                            + seconds(this::move);
        } while (rounds < ROUNDS && secondsSince(start) < ENOUGH_SECONDS);
        Arrays.sort(seconds, 0, rounds);
        return seconds[rounds / 2];
    }

    private static double seconds(final Runnable work) {
        final long start = System.nanoTime();
        work.run();
        return secondsSince(start);
    }

    private static double secondsSince(final long nanoTime) {
        return (System.nanoTime() - nanoTime) / 1e9;
    }

    /** Forward and backward. */
    private void pass(final AugmentedSample sample) {
        step.backward(1, sample);
    }

    private void move() {
        step.move(1, RATE);
        // NB: waits for a GPU, which works behind our back.
        network.arrays().get("head.bias").toFloatArray();
    }

    @Override
    public void close() {
        step.close();
        network.close();
    }
}
