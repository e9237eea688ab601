package io.github.unetfiji.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.network.Architecture;
import io.github.unetfiji.network.Parameters;
import io.github.unetfiji.network.Precision;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NetworkTest {

    private static final int SIDE = 36;

    private static float[] tile() {
        final Random random = new Random(2);
        final float[] tile = new float[SIDE * SIDE];
        for (int i = 0; i < tile.length; i++) {
            tile[i] = (float) random.nextGaussian();
        }
        return tile;
    }

    private static Network training(final double dropout) {
        final Architecture architecture = new Architecture(1, 4, 1, 2, dropout);
        return Network.forTraining(
                architecture,
                Parameters.initial(architecture, 1),
                ComputeDevice.CPU,
                Precision.FLOAT32);
    }

    private static Network inference(final double dropout, final Precision precision) {
        final Architecture architecture = new Architecture(1, 4, 1, 2, dropout);
        return Network.forInference(
                architecture, Parameters.initial(architecture, 1), ComputeDevice.CPU, precision);
    }

    private static float[] forward(final Network network, final boolean training) {
        try (NDManager scope = network.manager().newSubManager()) {
            final NDArray batch = scope.create(tile(), new Shape(1, 1, SIDE, SIDE));
            return network.forward(batch, training).toFloatArray();
        }
    }

    @Test
    void keepsTheParametersItWasGiven() {
        try (Network network = training(0)) {
            assertEquals(Parameters.initial(network.architecture(), 1), network.parameters());
        }
    }

    @Test
    void dropoutIsDrawnAnewAndFollowsTheSeed() {
        try (Network network = training(0.5)) {
            final Engine engine = Engine.getEngine("PyTorch");
            engine.setRandomSeed(3);
            final float[] first = forward(network, true);
            final float[] second = forward(network, true);
            engine.setRandomSeed(3);
            assertArrayEquals(first, forward(network, true));
            assertFalse(Arrays.equals(first, second));
            assertFalse(Arrays.equals(first, forward(network, false)));
        }
    }

    @Test
    void inferenceNeverDrops() {
        try (Network plain = inference(0, Precision.FLOAT32);
                Network dropping = inference(0.5, Precision.FLOAT32);
                Network rarely = inference(1e-7, Precision.FLOAT32);
                Network trained = training(0.5)) {
            final float[] expected = plain.logits(tile(), SIDE, SIDE);
            assertArrayEquals(expected, dropping.logits(tile(), SIDE, SIDE));
            assertArrayEquals(expected, rarely.logits(tile(), SIDE, SIDE));
            forward(trained, true);
            assertArrayEquals(expected, trained.logits(tile(), SIDE, SIDE));
        }
    }

    /** Measured: 1 % of the largest logit; bfloat16 has 8 bits, that is 0.4 % per rounding. */
    @Test
    void bfloat16IsNearFloat32() {
        try (Network exact = inference(0, Precision.FLOAT32);
                Network rough = inference(0, Precision.BFLOAT16)) {
            final float[] expected = exact.logits(tile(), SIDE, SIDE);
            final float[] actual = rough.logits(tile(), SIDE, SIDE);
            double largest = 0;
            for (final float logit : expected) {
                largest = Math.max(largest, Math.abs(logit));
            }
            final double relative = ReferenceUNet.difference(expected, actual) / largest;
            assertEquals(0, relative, 0.02);
            assertTrue(relative > 1e-5, "it does not compute in bfloat16: " + relative);
        }
    }

    @Test
    void aTileOfNoValidSize() {
        try (Network network = inference(0, Precision.FLOAT32)) {
            assertEquals(
                    "Tile size is 35 px, but a network of depth 1 takes only 2k px: try 34 or"
                            + " 36.",
                    assertThrows(
                                    UNetException.class,
                                    () -> network.logits(new float[35 * 36], 36, 35))
                            .getMessage());
        }
    }

    @Test
    void nothingStaysBehindAForwardPass() {
        try (Network network = inference(0.5, Precision.FLOAT32)) {
            forward(network, false);
            network.parameters();
            final int before = network.manager().getManagedArrays().size();
            for (int i = 0; i < 5; i++) {
                network.probabilities(tile(), SIDE, SIDE);
                network.logits(tile(), SIDE, SIDE);
                network.parameters();
            }
            assertEquals(before, network.manager().getManagedArrays().size());
        }
    }

    @Test
    void nothingStaysBehindABackwardPass() {
        try (Network network = training(0.5)) {
            backward(network);
            final int before = network.manager().getManagedArrays().size();
            for (int i = 0; i < 5; i++) {
                backward(network);
            }
            assertEquals(before, network.manager().getManagedArrays().size());
        }
    }

    private static void backward(final Network network) {
        try (NDManager scope = network.manager().newSubManager();
                GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
            final NDArray batch = scope.create(tile(), new Shape(1, 1, SIDE, SIDE));
            collector.backward(network.forward(batch, true).sum());
        }
        network.arrays().values().forEach(array -> array.getGradient().close());
    }

    @Test
    void closingFreesEverything() {
        final NDManager manager;
        try (Network network = training(0)) {
            manager = network.manager();
            backward(network);
        }
        assertFalse(manager.isOpen());
        assertEquals(0, manager.getManagedArrays().size());
    }
}
