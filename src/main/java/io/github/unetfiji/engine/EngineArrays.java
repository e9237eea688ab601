package io.github.unetfiji.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.unetfiji.network.Tensor;

/** Copies numbers between Java's memory and the arrays of the engine. */
public final class EngineArrays {

    private EngineArrays() {}

    /**
     * A copy of an array as it is now.
     *
     * @param array float32, on any device
     */
    public static Tensor copy(final NDArray array) {
        // NB: DJL leaves the copies of an array that is not contiguous with the array's manager.
        try (NDManager scope = array.getManager().newSubManager()) {
            final NDArray flat = array.flatten();
            flat.attach(scope);
            return new Tensor(array.getShape().getShape(), flat.toFloatArray());
        }
    }

    /**
     * Sets all values of an array, which keeps its device and its layout in memory.
     *
     * @param array float32, of the tensor's shape
     */
    public static void fill(final NDArray array, final Tensor tensor) {
        try (NDManager scope = array.getManager().newSubManager()) {
            array.muli(0);
            array.addi(scope.create(tensor.values(), new Shape(tensor.shape())));
        }
    }
}
