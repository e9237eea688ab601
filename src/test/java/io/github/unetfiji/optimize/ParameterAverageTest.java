package io.github.unetfiji.optimize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.github.unetfiji.engine.EngineArrays;
import io.github.unetfiji.network.Tensor;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParameterAverageTest {

    /** Against the formula in plain Java; and nothing piles up. */
    @Test
    void followsTheFormula() {
        final double[] expected = {1, -2};
        try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
            final NDArray parameter = manager.create(new float[] {1, -2});
            parameter.setRequiresGradient(true);
            final Map<String, NDArray> parameters = Map.of("p", parameter);
            try (ParameterAverage average = new ParameterAverage(0.5, parameters)) {
                final int arrays = manager.getManagedArrays().size();
                for (int t = 1; t <= 20; t++) {
                    final float[] next = {t * t, 3 - t};
                    EngineArrays.fill(parameter, new Tensor(new long[] {2}, next));
                    average.update(parameters, t);
                    final double decay = Math.min(0.5, (1.0 + t) / (10 + t));
                    for (int i = 0; i < 2; i++) {
                        expected[i] = decay * expected[i] + (1 - decay) * next[i];
                    }
                }
                assertArrayEquals(
                        new float[] {(float) expected[0], (float) expected[1]},
                        average.tensors().get("p").values(),
                        1e-4f);
                assertEquals(arrays, manager.getManagedArrays().size(), "arrays leak");
            }
        }
    }
}
