package io.github.unetfiji.optimize;

import ai.djl.ndarray.NDArray;
import io.github.unetfiji.engine.EngineArrays;
import io.github.unetfiji.network.Tensor;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An exponential moving average of the parameters over the iterations (Polyak and Juditsky 1992,
 * doi:10.1137/0330046, in its exponential form): {@code a = d a + (1 - d) p}. The average of a noisy path
 * lies closer to its centre than the last point.
 *
 * <p>The decay d begins small, {@code min(decay, (1 + t) / (10 + t))} at iteration t, so that the random
 * initial weights are soon forgotten.
 */
public final class ParameterAverage implements AutoCloseable {

    private static final int RAMP = 10;

    private final double decay;
    private final Map<String, NDArray> averages = new LinkedHashMap<>();

    /**
     * @param parameters that the average begins with; on their device
     */
    public ParameterAverage(final double decay, final Map<String, NDArray> parameters) {
        this.decay = decay;
        parameters.forEach((name, array) -> averages.put(name, array.zerosLike()));
        parameters.forEach((name, array) -> add(averages.get(name), array, 1));
    }

    /** Replaces the averages by those of a state. */
    public void restore(final Map<String, Tensor> state) {
        averages.forEach((name, array) -> EngineArrays.fill(array, state.get(name)));
    }

    /**
     * Adds the parameters after an iteration to the average.
     *
     * @param iteration from 1
     */
    public void update(final Map<String, NDArray> parameters, final int iteration) {
        final double kept = Math.min(decay, (1.0 + iteration) / (RAMP + iteration));
        parameters.forEach(
                (name, array) -> {
                    final NDArray average = averages.get(name);
                    average.muli(kept);
                    add(average, array, 1 - kept);
                });
    }

    /** NB: without the detour, the average would belong to the graph of gradients, and grow with it. */
    private static void add(final NDArray average, final NDArray parameter, final double part) {
        try (NDArray detached = parameter.stopGradient();
                NDArray share = detached.mul(part)) {
            average.addi(share);
        }
    }

    /** The averages as they are now, by the parameters' names. */
    public Map<String, Tensor> tensors() {
        final Map<String, Tensor> tensors = new HashMap<>();
        averages.forEach((name, array) -> tensors.put(name, EngineArrays.copy(array)));
        return tensors;
    }

    @Override
    public void close() {
        averages.values().forEach(NDArray::close);
        averages.clear();
    }
}
