package io.github.unetfiji.optimize;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.augment.AugmentedSample;
import io.github.unetfiji.augment.PatchShape;
import io.github.unetfiji.engine.OutOfMemoryException;
import io.github.unetfiji.engine.TrainableNetwork;
import io.github.unetfiji.network.Tensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * One iteration of a network: the loss of a patch, its gradient, a step of the optimizer, and the moving average of the
 * parameters if there is one. Not thread-safe; only one training step at a time in a Java process, since the engine collects
 * the gradients of one.
 */
public final class TrainingStep implements PatchLearner {

    /**
     * A patch as arrays of the engine, as the network and the loss take them.
     *
     * @param image (1, channel, height, width)
     * @param labels (1, 1, height - 2 halo, width - 2 halo), int64; 0 where ignored
     * @param weights like labels, float32; 0 where ignored
     */
    private record Patch(NDArray image, NDArray labels, NDArray weights) {

        static Patch of(final NDManager manager, final AugmentedSample sample) {
            final PatchShape.PatchRegion input = sample.shape().input();
            final PatchShape.PatchRegion output = sample.shape().output();
            final float[] image = new float[sample.channelCount() * input.size()];
            for (int c = 0; c < sample.channelCount(); c++) {
                System.arraycopy(sample.channel(c), 0, image, c * input.size(), input.size());
            }
            final long[] labels = new long[output.size()];
            for (int i = 0; i < labels.length; i++) {
                labels[i] = Math.max(0, sample.labels()[i]);
            }
            final Shape small = new Shape(1, 1, output.height(), output.width());
            return new Patch(
                    manager.create(
                            image,
                            new Shape(1, sample.channelCount(), input.height(), input.width())),
                    manager.create(labels, small),
                    manager.create(sample.weights(), small));
        }
    }

    private final TrainableNetwork network;
    private final Optimizer optimizer;
    private final Loss loss;
    private final Map<String, NDArray> trained;
    private final ParameterAverage average;
    private final long seed;

    /**
     * @param network for training; not closed with this
     * @param optimizer closed with this
     * @param decay of the moving average of the parameters, 0 = no average
     * @param seed that dropout's random numbers come from
     * @param frozen names of the parameters that stay as they are
     */
    public TrainingStep(
            final TrainableNetwork network,
            final Optimizer optimizer,
            final Loss loss,
            final double decay,
            final long seed,
            final Set<String> frozen) {
        this.network = network;
        this.optimizer = optimizer;
        this.loss = loss;
        this.seed = seed;
        final Map<String, NDArray> all = network.arrays();
        // NB: without need of a gradient, the backward pass ends where the frozen part begins.
        frozen.forEach(name -> all.get(name).setRequiresGradient(false));
        trained = new LinkedHashMap<>(all);
        trained.keySet().removeAll(frozen);
        average = decay == 0 ? null : new ParameterAverage(decay, all);
    }

    @Override
    public double learn(final int iteration, final AugmentedSample sample, final double rate) {
        final double value = backward(iteration, sample);
        checkFinite(value, iteration, rate);
        move(iteration, rate);
        return value;
    }

    /** Moves the parameters along the gradient of the last backward pass. */
    void move(final int iteration, final double rate) {
        try {
            optimizer.step(trained, (float) rate, iteration);
            if (average != null) {
                average.update(network.arrays(), iteration);
            }
        } catch (final EngineException e) {
            if (OutOfMemoryException.isCause(e)) {
                // NB: no OutOfMemoryException, after which a smaller patch is tried: some
                // parameters are moved.
                throw new UNetException(
                        String.format(
                                Locale.ROOT,
                                "Memory does not suffice for the optimizer (iteration %d): close other"
                                        + " programs, or use fewer features.",
                                iteration),
                        e);
            }
            throw e;
        }
    }

    /** Returns when a GPU, which works while Java goes on, has done all that it was told. */
    void await() {
        network.arrays().values().stream()
                .reduce((earlier, later) -> later)
                .ifPresent(NDArray::toFloatArray);
    }

    /**
     * Tells the user what to do when a loss is no longer a number.
     *
     * @throws UNetException if the loss is not finite
     */
    public static void checkFinite(final double loss, final int iteration, final double rate) {
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
            final Patch patch = Patch.of(scope, sample);
            final Engine engine = scope.getEngine();
            // NB: dropout draws from the engine's generator; so it depends on the iteration alone.
            engine.setRandomSeed((int) (seed * 1_000_003 + iteration));
            try (GradientCollector collector = engine.newGradientCollector()) {
                final NDArray logits = network.forward(patch.image(), true);
                final NDArray value = loss.of(logits, patch.labels(), patch.weights());
                checkNumber(value.getShape());
                collector.backward(value);
                return value.getFloat();
            }
        } catch (final EngineException e) {
            if (OutOfMemoryException.isCause(e)) {
                throw new OutOfMemoryException(
                        String.format(
                                Locale.ROOT,
                                "Memory does not suffice for a patch of %dx%d px (iteration %d): close"
                                        + " other programs, or use a smaller patch or fewer"
                                        + " features.",
                                sample.shape().width(),
                                sample.shape().height(),
                                iteration),
                        e);
            }
            throw e;
        }
    }

    private static void checkNumber(final Shape loss) {
        if (loss.size() != 1) {
            throw new IllegalArgumentException(
                    "the loss is an array of the shape " + loss + ", but must be one number");
        }
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException if the optimizer's state has a name or a shape that cannot be restored; names it
     */
    @Override
    public Map<String, Tensor> moments() {
        final Map<String, Tensor> state = optimizer.state();
        state.forEach(this::checkRestorable);
        return state;
    }

    /** NB: found when the state is written, not days later when it is to be resumed. */
    private void checkRestorable(final String name, final Tensor tensor) {
        final NDArray parameter = trained.get(name.substring(name.indexOf('/') + 1));
        if (name.indexOf('/') < 1
                || parameter == null
                || !Arrays.equals(parameter.getShape().getShape(), tensor.shape())) {
            throw new IllegalStateException(
                    "The optimizer's state holds "
                            + name
                            + " of shape "
                            + Arrays.toString(tensor.shape())
                            + ", but must hold <name>/<parameter> with the parameter's shape.");
        }
    }

    @Override
    public Map<String, Tensor> average() {
        return average == null ? Map.of() : average.tensors();
    }

    @Override
    public void restore(final Map<String, Tensor> moments, final Map<String, Tensor> averages) {
        optimizer.restore(moments, trained);
        if (average != null) {
            average.restore(averages);
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
