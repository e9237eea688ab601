package io.github.unetfiji.optimize;

import ai.djl.ndarray.NDArray;
import io.github.unetfiji.network.Tensor;
import java.util.Map;

/**
 * Moves parameters along their gradients. Keeps its state (moments) on the parameters' device until
 * it is closed.
 */
public interface Optimizer extends AutoCloseable {

    /**
     * One step; clears the gradients.
     *
     * @param parameters by name, each with the gradient of the last backward pass
     * @param rate learning rate, above 0
     * @param iteration number of this step, from 1
     */
    void step(Map<String, NDArray> parameters, float rate, int iteration);

    /** A copy of all that must be kept, besides the iteration, to go on later as if nothing had been. */
    Map<String, Tensor> state();

    /**
     * Goes on from a state.
     *
     * @param parameters those that will be moved
     */
    void restore(Map<String, Tensor> state, Map<String, NDArray> parameters);

    @Override
    void close();
}
