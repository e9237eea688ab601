package io.github.unetfiji.training;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.augment.AugmentedSample;
import io.github.unetfiji.network.Network;

/** One iteration: the loss of a sample (eq. 1), its gradient, and a step of the optimiser. */
final class TrainingStep implements AutoCloseable {

    private final Network network;
    private final Optimizer optimizer;
    private final double rate;
    private final long seed;

    TrainingStep(final Network network, final TrainingSettings settings) {
        this.network = network;
        rate = settings.rate();
        seed = settings.seed();
        optimizer =
                settings.optimizer() == TrainingSettings.OptimizerKind.ADAM
                        ? new Adam()
                        : new Sgd((float) settings.momentum());
    }

    /**
     * Learns from a sample.
     *
     * @param iteration from 1
     * @return the loss before the step
     * @throws UNetException if it is not finite; then nothing was changed
     */
    double run(final int iteration, final AugmentedSample sample) {
        final double loss = backward(iteration, sample);
        checkFinite(loss, iteration, rate);
        optimizer.step(network.arrays(), (float) rate);
        return loss;
    }

    /**
     * Says what to do when the numbers ran away.
     *
     * @throws UNetException if the loss is not finite
     */
    static void checkFinite(final double loss, final int iteration, final double rate) {
        if (!Double.isFinite(loss)) {
            throw new UNetException(
                    String.format(
                            "The loss became %s at iteration %d: use a smaller rate than %s.",
                            loss, iteration, rate));
        }
    }

    private double backward(final int iteration, final AugmentedSample sample) {
        try (NDManager scope = network.manager().newSubManager()) {
            final PatchTensors patch = PatchTensors.of(scope, sample);
            final Engine engine = scope.getEngine();
            // NB: dropout draws from the engine's generator; so it depends on the iteration alone.
            engine.setRandomSeed((int) (seed * 1_000_003 + iteration));
            try (GradientCollector collector = engine.newGradientCollector()) {
                final NDArray logits = network.forward(patch.image(), true);
                final NDArray energy =
                        WeightedCrossEntropy.of(logits, patch.labels(), patch.weights());
                collector.backward(energy);
                return energy.getFloat();
            }
        }
    }

    @Override
    public void close() {
        optimizer.close();
    }
}
