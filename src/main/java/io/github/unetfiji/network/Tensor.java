package io.github.unetfiji.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;

/**
 * A named-by-position block of numbers: shape and values, the last axis fastest.
 *
 * @param shape lengths of the axes
 * @param values as many as the shape says; not copied, so whoever hands them over lets go of them
 */
public record Tensor(long[] shape, float[] values) {

    public Tensor {
        if (size(shape) != values.length) {
            throw new IllegalArgumentException(
                    "shape "
                            + Arrays.toString(shape)
                            + " does not hold "
                            + values.length
                            + " values");
        }
    }

    /** A copy of an array as it is now. */
    public static Tensor of(final NDArray array) {
        // NB: DJL leaves the copies of an array that is not contiguous with the array's manager.
        try (NDManager scope = array.getManager().newSubManager()) {
            final NDArray flat = array.flatten();
            flat.attach(scope);
            return new Tensor(array.getShape().getShape(), flat.toFloatArray());
        }
    }

    public static long size(final long[] shape) {
        long size = 1;
        for (final long side : shape) {
            size = Math.multiplyExact(size, side);
        }
        return size;
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof Tensor tensor
                && Arrays.equals(shape, tensor.shape)
                && Arrays.equals(values, tensor.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(shape) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Tensor" + Arrays.toString(shape);
    }
}
