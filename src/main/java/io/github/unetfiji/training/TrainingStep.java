package io.github.unetfiji.training;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.augment.AugmentedSample;
import io.github.unetfiji.engine.Network;
import io.github.unetfiji.engine.OutOfMemoryException;
import io.github.unetfiji.network.Tensor;
import io.github.unetfiji.optimize.Adam;
import io.github.unetfiji.optimize.Optimizer;
import io.github.unetfiji.optimize.ParameterAverage;
import io.github.unetfiji.optimize.Sgd;
import io.github.unetfiji.optimize.WeightedCrossEntropy;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * One iteration: the loss of a sample (eq. 1), its gradient, a step of the optimiser, and the moving
 * average of the parameters if there is one.
 */
final class TrainingStep implements PatchLearner {

    private final Network network;
    private final Optimizer optimizer;
    private final Map<String, NDArray> trained;
    private final ParameterAverage average;
    private final long seed;

    /**
     * @param frozen names of the parameters that stay as they are
     */
    TrainingStep(final Network network, final TrainingSettings settings, final Set<String> frozen) {
        this.network = network;
        seed = settings.seed();
        optimizer =
                settings.optimizer() == TrainingSettings.OptimizerKind.ADAM
                        ? new Adam()
                        : new Sgd((float) settings.momentum());
        final Map<String, NDArray> all = network.arrays();
        // NB: without need of a gradient, the backward pass ends where the frozen part begins.
        frozen.forEach(name -> all.get(name).setRequiresGradient(false));
        trained = new LinkedHashMap<>(all);
        trained.keySet().removeAll(frozen);
        average = settings.average() == 0 ? null : new ParameterAverage(settings.average(), all);
    }

    @Override
    public double learn(final int iteration, final AugmentedSample sample, final double rate) {
        final double loss = backward(iteration, sample);
        checkFinite(loss, iteration, rate);
        move(iteration, rate);
        return loss;
    }

    /** Moves the parameters along the gradient of the last backward pass. */
    void move(final int iteration, final double rate) {
        optimizer.step(trained, (float) rate, iteration);
        if (average != null) {
            average.update(network.arrays(), iteration);
        }
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
                            Locale.ROOT,
                            "The loss became %s at iteration %d: use a smaller rate than %s.",
                            loss,
                            iteration,
                            rate));
        }
    }

    /** The loss of a sample; leaves its gradient with the parameters. */
    double backward(final int iteration, final AugmentedSample sample) {
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
        } catch (final EngineException e) {
            if (OutOfMemoryException.isCause(e)) {
                throw new NotEnoughMemoryException(
                        String.format(
                                Locale.ROOT,
                                "Memory does not suffice for a patch of %dx%d px (iteration %d): close"
                                        + " other programs, or use a smaller patch or fewer"
                                        + " features.",
                                sample.shape().width(),
                                sample.shape().height(),
                                iteration),
                        iteration,
                        e);
            }
            throw e;
        }
    }

    @Override
    public Map<String, Tensor> moments() {
        return optimizer.state();
    }

    @Override
    public Map<String, Tensor> average() {
        return average == null ? Map.of() : average.tensors();
    }

    @Override
    public void restore(final TrainingState state) {
        optimizer.restore(state.moments(), trained);
        if (average != null) {
            average.restore(state.average());
        }
    }

    @Override
    public void close() {
        optimizer.close();
        if (average != null) {
            average.close();
        }
    }
}
