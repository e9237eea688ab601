package io.github.unetfiji.optimize;

import ai.djl.ndarray.NDArray;
import io.github.unetfiji.network.Tensor;
import java.util.Map;

/**
 * Moves parameters along their gradients. The built-in ones are {@link Adam} and {@link Sgd}; a program hands its own to
 * {@code Training.optOptimizer}:
 *
 * <pre>{@code
 * Training.of("my cells", images, settings).optOptimizer("rmsprop 0.9", () -> new RmsProp(0.9f)).run();
 * }</pre>
 *
 * <p>The state of an optimizer between two steps lives on the parameters' device until it is closed; {@link Moments} does this.
 * A training that was interrupted and resumed gives the same bits as one that was not, if {@link #step} depends on nothing but
 * its arguments and that state. An optimizer is used from one thread.
 */
public interface Optimizer extends AutoCloseable {

    /**
     * One step: changes the parameters in place, and clears their gradients.
     *
     * <p>NB: the result of an operation on a parameter belongs to the graph of gradients, and would grow with every step:
     * compute with {@code parameter.stopGradient()} or with the gradient, and close what was computed.
     *
     * @param parameters by name, each with the gradient of the last backward pass; float32 of any shape
     * @param rate learning rate, above 0
     * @param iteration number of this step, from 1
     */
    void step(Map<String, NDArray> parameters, float rate, int iteration);

    /**
     * A copy of the state that must be kept, besides the iteration, so that a resumed training gives the same bits.
     *
     * @return tensors by {@code <name>/<parameter>}, each of the shape of its parameter; a name has no slash
     */
    Map<String, Tensor> state();

    /**
     * Goes on from a state: the next step gives the same bits as it would have without the interruption.
     *
     * @param state a result of {@link #state}
     * @param parameters those that will be moved
     */
    void restore(Map<String, Tensor> state, Map<String, NDArray> parameters);

    @Override
    void close();
}
