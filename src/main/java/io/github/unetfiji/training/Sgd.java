package io.github.unetfiji.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.Map;

/**
 * Stochastic gradient descent with momentum: {@code v = momentum * v + rate * g; p = p - v}. With a
 * momentum of 0.99 a large number of the previously seen patches determine the step (Ronneberger et
 * al. 2015, section 3).
 */
final class Sgd implements Optimizer {

    private final float momentum;
    private final Moments velocity = new Moments();

    Sgd(final float momentum) {
        this.momentum = momentum;
    }

    @Override
    public void step(final Map<String, NDArray> parameters, final float rate) {
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
    public void close() {
        velocity.close();
    }
}
