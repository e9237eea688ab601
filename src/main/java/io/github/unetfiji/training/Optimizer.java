package io.github.unetfiji.training;

import ai.djl.ndarray.NDArray;
import java.util.Map;

/**
 * Moves parameters along their gradients. Keeps its state (moments) on the parameters' device until
 * it is closed.
 */
interface Optimizer extends AutoCloseable {

    /**
     * One step; clears the gradients.
     *
     * @param parameters by name, each with the gradient of the last backward pass
     * @param rate learning rate, above 0
     */
    void step(Map<String, NDArray> parameters, float rate);

    @Override
    void close();
}
