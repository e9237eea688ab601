package io.github.unetfiji.optimize;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.unetfiji.network.Tensor;
import java.util.HashMap;
import java.util.Map;

/** One running average per parameter, zero at first. */
final class Moments implements AutoCloseable {

    private final String name;
    private final Map<String, NDArray> arrays = new HashMap<>();

    /**
     * @param name tells these averages from others of the same optimiser
     */
    Moments(final String name) {
        this.name = name;
    }

    /** The average of this parameter. */
    NDArray of(final String parameterName, final NDArray parameter) {
        return arrays.computeIfAbsent(parameterName, key -> parameter.zerosLike());
    }

    /** Adds the averages to a state, as {@code <name>/<parameter>}. */
    void save(final Map<String, Tensor> state) {
        arrays.forEach((key, array) -> state.put(name + "/" + key, Tensor.of(array)));
    }

    /** Takes the averages of these parameters from a state. */
    void restore(final Map<String, Tensor> state, final Map<String, NDArray> parameters) {
        parameters.forEach(
                (key, parameter) -> {
                    final Tensor tensor = state.get(name + "/" + key);
                    if (tensor != null) {
                        fill(of(key, parameter), tensor);
                    }
                });
    }

    /** Sets all values of an array, which keeps its layout in memory. */
    static void fill(final NDArray array, final Tensor tensor) {
        try (NDManager scope = array.getManager().newSubManager()) {
            array.muli(0);
            array.addi(scope.create(tensor.values(), new Shape(tensor.shape())));
        }
    }

    @Override
    public void close() {
        arrays.values().forEach(NDArray::close);
        arrays.clear();
    }
}
