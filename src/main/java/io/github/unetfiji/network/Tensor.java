package io.github.unetfiji.network;

import java.util.Arrays;

/**
 * A block of float32 numbers in Java's memory: a shape, and the values with the last axis fastest.
 *
 * @param shape lengths of the axes
 * @param values as many as the shape says; not copied, so the caller must not change them afterwards
 */
public record Tensor(long[] shape, float[] values) {

    /**
     * @throws IllegalArgumentException if the shape does not hold that number of values
     */
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

    /** Number of values of a tensor of this shape. */
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
