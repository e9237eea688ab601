package io.github.unetfiji.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.unetfiji.network.Precision;
import io.github.unetfiji.network.Tensor;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The network computes what PyTorch computes from the same numbers. */
class NetworkParityTest {

    private static final double TOLERANCE = 1e-4;

    @Test
    void logitsOfASquareTile() throws Exception {
        final ReferenceUNet reference = ReferenceUNet.load();
        try (Network network = network(reference)) {
            final float[] logits = network.logits(reference.get("input").values(), 204, 204);
            final float[] expected = reference.get("output_logits").values();
            assertEquals(0, ReferenceUNet.difference(expected, logits), TOLERANCE);
        }
    }

    /** Rows 16..203 of the tile see the same pooling grid: they give rows 16..19 of the logits. */
    @Test
    void logitsOfANonSquareTile() throws Exception {
        final ReferenceUNet reference = ReferenceUNet.load();
        final float[] tile =
                Arrays.copyOfRange(reference.get("input").values(), 16 * 204, 204 * 204);
        final float[] all = reference.get("output_logits").values();
        final float[] expected = new float[2 * 4 * 20];
        System.arraycopy(all, 16 * 20, expected, 0, 80);
        System.arraycopy(all, 36 * 20, expected, 80, 80);
        try (Network network = network(reference)) {
            final float[] logits = network.logits(tile, 204, 188);
            assertEquals(0, ReferenceUNet.difference(expected, logits), TOLERANCE);
            assertEquals(2 * 4 * 52, network.logits(new float[188 * 236], 236, 188).length);
        }
    }

    private static Network network(final ReferenceUNet reference) {
        return Network.forInference(
                reference.architecture(),
                reference.parameters(),
                ComputeDevice.CPU,
                Precision.FLOAT32);
    }

    @Test
    void softmaxOfASquareTile() throws Exception {
        final ReferenceUNet reference = ReferenceUNet.load();
        try (Network network = network(reference)) {
            assertArrayEquals(
                    reference.get("output_softmax").values(),
                    network.probabilities(reference.get("input").values(), 204, 204),
                    1e-5f);
        }
    }

    @Test
    void everyActivation() throws Exception {
        final ReferenceUNet reference = ReferenceUNet.load();
        final Map<String, Tensor> expected = reference.all("act/");
        final Map<String, Tensor> actual =
                Network.activations(
                        reference.architecture(),
                        reference.parameters(),
                        reference.get("input").values(),
                        204,
                        204);
        expected.forEach(
                (name, tensor) -> {
                    assertArrayEquals(tensor.shape(), actual.get(name).shape(), name);
                    final double difference =
                            ReferenceUNet.difference(tensor.values(), actual.get(name).values());
                    assertEquals(0, difference, TOLERANCE, name);
                });
        assertEquals(expected.size() + 1, actual.size(), "all, and the head");
        assertArrayEquals(
                reference.get("output_logits").values(), actual.get("head").values(), 1e-4f);
    }
}
