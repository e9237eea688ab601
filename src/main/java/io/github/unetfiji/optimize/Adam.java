package io.github.unetfiji.optimize;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import io.github.unetfiji.network.Tensor;
import java.util.HashMap;
import java.util.Map;

/**
 * Adam (Kingma and Ba 2015, arXiv:1412.6980, Algorithm 1 in the efficient order of section 2):
 * {@code p = p - rate * sqrt(1 - b2^t) / (1 - b1^t) * m / (sqrt(v) + eps)}, b1 = 0.9, b2 = 0.999,
 * eps = 1e-8.
 */
public final class Adam implements Optimizer {

    private static final float BETA1 = 0.9f;
    private static final float BETA2 = 0.999f;
    private static final float EPSILON = 1e-8f;

    private final Moments mean = new Moments("mean");
    private final Moments variance = new Moments("variance");

    @Override
    public void step(final Map<String, NDArray> parameters, final float rate, final int iteration) {
        final double correction =
                Math.sqrt(1 - Math.pow(BETA2, iteration)) / (1 - Math.pow(BETA1, iteration));
        final float corrected = (float) (rate * correction);
        parameters.forEach((name, parameter) -> update(name, parameter, rate, corrected));
    }

    private void update(
            final String name, final NDArray parameter, final float rate, final float corrected) {
        try (NDArray gradient = parameter.getGradient()) {
            final NDList inputs =
                    new NDList(
                            parameter,
                            gradient,
                            mean.of(name, parameter),
                            variance.of(name, parameter));
            parameter
                    .getNDArrayInternal()
                    .adamUpdate(
                            inputs,
                            new NDList(parameter),
                            rate,
                            corrected,
                            0,
                            1,
                            -1,
                            BETA1,
                            BETA2,
                            EPSILON,
                            true,
                            false);
        }
    }

    @Override
    public Map<String, Tensor> state() {
        final Map<String, Tensor> state = new HashMap<>();
        mean.save(state);
        variance.save(state);
        return state;
    }

    @Override
    public void restore(final Map<String, Tensor> state, final Map<String, NDArray> parameters) {
        mean.restore(state, parameters);
        variance.restore(state, parameters);
    }

    @Override
    public void close() {
        mean.close();
        variance.close();
    }
}
