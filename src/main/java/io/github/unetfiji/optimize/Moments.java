package io.github.unetfiji.optimize;

import ai.djl.ndarray.NDArray;
import io.github.unetfiji.engine.EngineArrays;
import io.github.unetfiji.network.Tensor;
import java.util.HashMap;
import java.util.Map;

/**
 * One array for every parameter, of its shape and zero at first, such as a running average of its gradients: what an
 * {@link Optimizer} keeps between two steps. The arrays live on the parameters' device until this object is closed. Not
 * thread-safe.
 */
public final class Moments implements AutoCloseable {

    private final String name;
    private final Map<String, NDArray> arrays = new HashMap<>();

    /**
     * @param name distinguishes these arrays from others of the same optimizer; without a slash
     */
    public Moments(final String name) {
        this.name = name;
    }

    /** The array of this parameter, to be changed in place. */
    public NDArray of(final String parameterName, final NDArray parameter) {
        return arrays.computeIfAbsent(parameterName, key -> parameter.zerosLike());
    }

    /** Adds copies of the arrays to a state, as {@code <name>/<parameter>}. */
    public void save(final Map<String, Tensor> state) {
        arrays.forEach((key, array) -> state.put(name + "/" + key, EngineArrays.copy(array)));
    }

    /** Takes the arrays of these parameters from a state; one that is not in it stays as it is. */
    public void restore(final Map<String, Tensor> state, final Map<String, NDArray> parameters) {
        parameters.forEach(
                (key, parameter) -> {
                    final Tensor tensor = state.get(name + "/" + key);
                    if (tensor != null) {
                        EngineArrays.fill(of(key, parameter), tensor);
                    }
                });
    }

    @Override
    public void close() {
        arrays.values().forEach(NDArray::close);
        arrays.clear();
    }
}
