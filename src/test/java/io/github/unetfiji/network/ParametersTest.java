package io.github.unetfiji.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.unetfiji.UNetException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ParametersTest {

    private static final Architecture SMALL = Architecture.of(1, 2, 1, 2);

    /** Mean 0 and sd sqrt(2/N) within 5 standard errors, N the inputs of one output value. */
    @Test
    void initialWeightsAreGaussian() {
        final Parameters initial = Parameters.initial(Architecture.of(2, 32, 3, 40), 5);
        final Map<String, Integer> incoming =
                Map.of(
                        "enc0.conv1", 27,
                        "enc0.conv2", 288,
                        "enc1.conv1", 288,
                        "enc2.conv2", 1152,
                        "dec1.up", 128,
                        "dec1.conv1", 1152,
                        "dec0.up", 64,
                        "dec0.conv2", 288,
                        "head", 32);
        incoming.forEach(
                (layer, nodes) -> {
                    final float[] weights = initial.get(layer + ".weight").values();
                    final double sd = Math.sqrt(2.0 / nodes);
                    double sum = 0;
                    double squares = 0;
                    for (final float weight : weights) {
                        sum += weight;
                        squares += (double) weight * weight;
                    }
                    final double error = 5 * sd / Math.sqrt(weights.length);
                    assertEquals(0, sum / weights.length, error, layer);
                    assertEquals(
                            sd, Math.sqrt(squares / weights.length), error / Math.sqrt(2), layer);
                    final float[] biases = initial.get(layer + ".bias").values();
                    assertArrayEquals(new float[biases.length], biases, layer);
                });
    }

    @Test
    void theSeedDecides() {
        assertEquals(Parameters.initial(SMALL, 7), Parameters.initial(SMALL, 7));
        assertNotEquals(Parameters.initial(SMALL, 7), Parameters.initial(SMALL, 8));
        // NB: literals, so that the same seed gives the same weights on every machine.
        assertArrayEquals(
                new float[] {
                    (float) (Math.sqrt(2 / 9.0) * 1.1419053154730547),
                    (float) (Math.sqrt(2 / 9.0) * 0.9194079489827879),
                    (float) (Math.sqrt(2 / 9.0) * -0.9498666368908959)
                },
                java.util.Arrays.copyOf(
                        Parameters.initial(SMALL, 42).get("enc0.conv1.weight").values(), 3));
    }

    @Test
    void countsItsValues() {
        assertEquals(121_658, Parameters.initial(Architecture.of(4, 4, 1, 2), 1).count());
    }

    @Test
    void aMissingTensor() {
        assertRefused("The weights lack dec0.up.bias.", map -> map.remove("dec0.up.bias"));
    }

    @Test
    void aSuperfluousTensor() {
        assertRefused(
                "The weights hold enc9.conv1.bias, which this network does not have.",
                map -> map.put("enc9.conv1.bias", new Tensor(new long[] {1}, new float[1])));
    }

    @Test
    void aTensorOfAnotherShape() {
        assertRefused(
                "The weights hold enc0.conv1.weight of shape [1, 2, 3, 3], but the network needs"
                        + " [2, 1, 3, 3].",
                map ->
                        map.put(
                                "enc0.conv1.weight",
                                new Tensor(new long[] {1, 2, 3, 3}, new float[18])));
    }

    @Test
    void aWeightThatIsNoNumber() {
        assertRefused(
                "The weights hold NaN in head.bias, but those of a network that works are within"
                        + " -1e9 to 1e9.",
                map ->
                        map.put(
                                "head.bias",
                                new Tensor(new long[] {2}, new float[] {0, Float.NaN})));
        assertRefused(
                "The weights hold -Infinity in head.bias, but those of a network that works are within"
                        + " -1e9 to 1e9.",
                map ->
                        map.put(
                                "head.bias",
                                new Tensor(
                                        new long[] {2}, new float[] {Float.NEGATIVE_INFINITY, 0})));
    }

    private static void assertRefused(
            final String sentence, final Consumer<Map<String, Tensor>> change) {
        final Parameters good = Parameters.initial(SMALL, 1);
        final Map<String, Tensor> tensors = new LinkedHashMap<>();
        good.names().forEach(name -> tensors.put(name, good.get(name)));
        change.accept(tensors);
        assertEquals(
                sentence,
                assertThrows(UNetException.class, () -> Parameters.of(SMALL, tensors))
                        .getMessage());
    }
}
