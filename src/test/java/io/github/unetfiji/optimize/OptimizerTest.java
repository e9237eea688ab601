package io.github.unetfiji.optimize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Against the same formulas in plain Java; the loss is sum(factor * p^2 / 2), its gradient factor * p. */
class OptimizerTest {

    private static final float[] START = {1, -2, 3, 0.5f};
    private static final float[] FACTORS = {0.5f, 1, 4, 0};
    private static final int STEPS = 20;

    private static float[] run(final Supplier<Optimizer> kind, final float rate) {
        try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
            final NDArray parameter = manager.create(START.clone());
            parameter.setRequiresGradient(true);
            final NDArray factors = manager.create(FACTORS);
            final int before = manager.getManagedArrays().size();
            try (Optimizer optimizer = kind.get()) {
                int during = 0;
                for (int step = 0; step < STEPS; step++) {
                    backward(manager, parameter, factors);
                    optimizer.step(Map.of("p", parameter), rate, step + 1);
                    during = step == 0 ? manager.getManagedArrays().size() : during;
                    assertEquals(during, manager.getManagedArrays().size(), "arrays leak");
                }
            }
            assertEquals(before, manager.getManagedArrays().size());
            return parameter.toFloatArray();
        }
    }

    private static void backward(
            final NDManager manager, final NDArray parameter, final NDArray factors) {
        try (NDManager scope = manager.newSubManager();
                GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
            factors.tempAttach(scope);
            parameter.tempAttach(scope);
            collector.backward(parameter.mul(parameter).mul(factors).sum().div(2));
        }
    }

    @Test
    void sgdWithMomentum() {
        final double[] p = {1, -2, 3, 0.5};
        final double[] v = new double[4];
        for (int step = 0; step < STEPS; step++) {
            for (int i = 0; i < 4; i++) {
                v[i] = 0.9 * v[i] + 0.05 * FACTORS[i] * p[i];
                p[i] -= v[i];
            }
        }
        assertArrayEquals(floats(p), run(() -> new Sgd(0.9f), 0.05f), 1e-4f);
    }

    @Test
    void sgdWithoutMomentum() {
        final double[] p = {1, -2, 3, 0.5};
        for (int step = 0; step < STEPS; step++) {
            for (int i = 0; i < 4; i++) {
                p[i] -= 0.05 * FACTORS[i] * p[i];
            }
        }
        assertArrayEquals(floats(p), run(() -> new Sgd(0), 0.05f), 1e-5f);
    }

    @Test
    void adam() {
        final double[] p = {1, -2, 3, 0.5};
        final double[] m = new double[4];
        final double[] v = new double[4];
        for (int step = 1; step <= STEPS; step++) {
            for (int i = 0; i < 4; i++) {
                final double g = FACTORS[i] * p[i];
                m[i] = 0.9 * m[i] + 0.1 * g;
                v[i] = 0.999 * v[i] + 0.001 * g * g;
                final double mean = m[i] / (1 - Math.pow(0.9, step));
                final double variance = v[i] / (1 - Math.pow(0.999, step));
                p[i] -= 0.1 * mean / (Math.sqrt(variance) + 1e-8);
            }
        }
        assertArrayEquals(floats(p), run(Adam::new, 0.1f), 1e-4f);
    }

    private static float[] floats(final double[] values) {
        final float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
