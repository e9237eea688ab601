package io.github.unetfiji.optimize;

import ai.djl.ndarray.NDArray;
import io.github.unetfiji.dataset.AnnotatedImage;
import io.github.unetfiji.dataset.TestLabels;
import io.github.unetfiji.network.Architecture;
import io.github.unetfiji.network.Tensor;
import io.github.unetfiji.training.Training;
import io.github.unetfiji.training.TrainingKeys;
import io.github.unetfiji.training.TrainingSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A program trains with an optimizer of its own, RMSprop.
 *
 * <pre>mvn -q -B test-compile exec:java -Dexec.classpathScope=test -Dexec.mainClass=io.github.unetfiji.optimize.OwnOptimizerDemo</pre>
 */
public final class OwnOptimizerDemo {

    private OwnOptimizerDemo() {}

    /**
     * RMSprop (Tieleman and Hinton 2012, lecture 6.5 of "Neural Networks for Machine Learning"):
     * {@code v = decay v + (1 - decay) g^2; p = p - rate g / (sqrt(v) + 1e-8)}.
     */
    public static final class RmsProp implements Optimizer {

        private static final double EPSILON = 1e-8;

        private final double decay;
        private final Moments squares = new Moments("squares");

        /**
         * @param decay of the running average of the squared gradients, 0 to below 1
         */
        public RmsProp(final double decay) {
            this.decay = decay;
        }

        @Override
        public void step(
                final Map<String, NDArray> parameters, final float rate, final int iteration) {
            parameters.forEach((name, parameter) -> step(name, parameter, rate));
        }

        /** NB: what is computed of a gradient is closed at once, or it would stay until the network is closed. */
        private void step(final String name, final NDArray parameter, final float rate) {
            final NDArray average = squares.of(name, parameter);
            try (NDArray gradient = parameter.getGradient();
                    NDArray values = parameter.stopGradient();
                    NDArray square = gradient.square()) {
                average.muli(decay).addi(square.muli(1 - decay));
                try (NDArray root = average.sqrt()) {
                    gradient.muli(rate).divi(root.addi(EPSILON));
                    values.subi(gradient);
                }
                gradient.muli(0);
            }
        }

        @Override
        public Map<String, Tensor> state() {
            final Map<String, Tensor> state = new HashMap<>();
            squares.save(state);
            return state;
        }

        @Override
        public void restore(
                final Map<String, Tensor> state, final Map<String, NDArray> parameters) {
            squares.restore(state, parameters);
        }

        @Override
        public void close() {
            squares.close();
        }
    }

    /** Trains a small network on squares, and prints the losses. */
    public static void main(final String[] args) {
        final List<AnnotatedImage> images = List.of(TestLabels.squares(96, 3));
        final TrainingSettings settings =
                TrainingSettings.builder()
                        .with(Architecture.DEPTH, 1)
                        .with(Architecture.FEATURES, 8)
                        .with(TrainingKeys.PATCH, 84)
                        .with(TrainingKeys.ITERATIONS, 200)
                        .with(TrainingKeys.EVERY, 20)
                        .with(TrainingKeys.VALIDATION, "3")
                        .with(TrainingKeys.RATE, 1e-3)
                        .build();
        final Training.Result result =
                Training.of("squares", images, settings)
                        .optOptimizer("rmsprop 0.9", () -> new RmsProp(0.9))
                        .run();
        System.out.println("optimizer: " + result.model().provenance().get("optimizer"));
        result.history()
                .rows()
                .forEach(row -> System.out.println(row.iteration() + ": loss " + row.loss()));
    }
}
