package io.github.unetfiji.training;

import ai.djl.ndarray.NDArray;
import java.util.HashMap;
import java.util.Map;

/** One running average per parameter, zero at first. */
final class Moments implements AutoCloseable {

    private final Map<String, NDArray> arrays = new HashMap<>();

    /** The average of this parameter. */
    NDArray of(final String name, final NDArray parameter) {
        return arrays.computeIfAbsent(name, key -> parameter.zerosLike());
    }

    @Override
    public void close() {
        arrays.values().forEach(NDArray::close);
        arrays.clear();
    }
}
