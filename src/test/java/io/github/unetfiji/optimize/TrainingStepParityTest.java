package io.github.unetfiji.optimize;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import io.github.unetfiji.engine.ComputeDevice;
import io.github.unetfiji.engine.Network;
import io.github.unetfiji.engine.ReferenceUNet;
import io.github.unetfiji.network.Parameters;
import io.github.unetfiji.network.Precision;
import io.github.unetfiji.network.Tensor;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Loss, gradients and SGD steps are those of PyTorch. */
class TrainingStepParityTest {

    private static final double[] LOSSES = {0.9691121, 0.6532363, 0.5807665};
    private static final double[] LOSSES_OVER_PIXELS = {3.1422656, 1.8993676, 1.9365832};

    @Test
    void threeStepsOfMomentumOverTheSumOfWeights() throws Exception {
        threeSteps("mean_over_sum_of_weights/", LOSSES, false);
    }

    @Test
    void threeStepsOfMomentumOverPixels() throws Exception {
        threeSteps("mean_over_pixels/", LOSSES_OVER_PIXELS, true);
    }

    private static void threeSteps(
            final String variant, final double[] losses, final boolean overPixels)
            throws Exception {
        final ReferenceUNet reference = ReferenceUNet.load();
        try (Network network =
                        Network.forTraining(
                                reference.architecture(),
                                reference.parameters(),
                                ComputeDevice.CPU,
                                Precision.FLOAT32);
                Optimizer optimizer = new Sgd(0.99f)) {
            for (int step = 1; step <= 3; step++) {
                assertEquals(losses[step - 1], backward(network, reference, overPixels), 2e-6);
                if (step == 1) {
                    compareGradients(reference.all(variant + "grad_step1/"), network.arrays());
                }
                optimizer.step(network.arrays(), 0.01f, step);
                if (step != 2) {
                    compareParameters(
                            reference.all(variant + "param_after_step" + step + "/"),
                            network.parameters());
                }
            }
        }
    }

    private static double backward(
            final Network network, final ReferenceUNet reference, final boolean overPixels) {
        try (NDManager scope = network.manager().newSubManager();
                GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
            final NDArray input =
                    scope.create(reference.get("input").values(), new Shape(1, 1, 204, 204));
            final Shape output = new Shape(1, 1, 20, 20);
            final float[] classes = reference.get("labels").values();
            final long[] labels = new long[classes.length];
            for (int i = 0; i < labels.length; i++) {
                labels[i] = (long) classes[i];
            }
            final NDArray logits = network.forward(input, true);
            final NDArray label = scope.create(labels, output);
            final NDArray weight = scope.create(reference.get("weights").values(), output);
            final NDArray loss =
                    overPixels
                            ? WeightedCrossEntropy.weightedSum(logits, label, weight).div(400)
                            : WeightedCrossEntropy.of(logits, label, weight);
            collector.backward(loss);
            return loss.getFloat();
        }
    }

    private static void compareGradients(
            final Map<String, Tensor> expected, final Map<String, NDArray> arrays) {
        assertEquals(arrays.size(), expected.size());
        expected.forEach(
                (name, tensor) -> {
                    final float[] actual = arrays.get(name).getGradient().toFloatArray();
                    double norm = 0;
                    double difference = 0;
                    for (int i = 0; i < actual.length; i++) {
                        norm += Math.pow(tensor.values()[i], 2);
                        difference += Math.pow(tensor.values()[i] - actual[i], 2);
                    }
                    assertEquals(0, Math.sqrt(difference / norm), 1e-4, name);
                });
    }

    private static void compareParameters(
            final Map<String, Tensor> expected, final Parameters actual) {
        assertEquals(actual.names().size(), expected.size());
        expected.forEach(
                (name, tensor) -> {
                    final float[] values = actual.get(name).values();
                    final double difference = ReferenceUNet.difference(tensor.values(), values);
                    assertEquals(0, difference, 1e-6, name);
                });
    }
}
