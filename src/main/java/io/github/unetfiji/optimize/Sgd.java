package io.github.unetfiji.optimize;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import io.github.unetfiji.network.Tensor;
import java.util.HashMap;
import java.util.Map;

/**
 * Stochastic gradient descent with momentum: {@code v = momentum * v + rate * g; p = p - v}. With a
 * momentum of 0.99 a large number of the previously seen patches determine the step (Ronneberger et
 * al. 2015, section 3).
 */
public final class Sgd implements Optimizer {

    private final float momentum;
    private final Moments velocity = new Moments("velocity");

    /**
     * @param momentum share of the last step that is kept, 0 .. below 1
     */
    public Sgd(final float momentum) {
        this.momentum = momentum;
    }

    @Override
    public void step(final Map<String, NDArray> parameters, final float rate, final int iteration) {
        parameters.forEach(
                (name, parameter) -> {
                    try (NDArray gradient = parameter.getGradient()) {
                        final NDList inputs =
                                new NDList(parameter, gradient, velocity.of(name, parameter));
                        parameter
                                .getNDArrayInternal()
                                .sgdUpdate(
                                        inputs,
                                        new NDList(parameter),
                                        rate,
                                        0,
                                        1,
                                        -1,
                                        momentum,
                                        false);
                    }
                });
    }

    @Override
    public Map<String, Tensor> state() {
        final Map<String, Tensor> state = new HashMap<>();
        velocity.save(state);
        return state;
    }

    @Override
    public void restore(final Map<String, Tensor> state, final Map<String, NDArray> parameters) {
        velocity.restore(state, parameters);
    }

    @Override
    public void close() {
        velocity.close();
    }
}
