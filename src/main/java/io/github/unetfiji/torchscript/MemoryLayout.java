package io.github.unetfiji.torchscript;

import io.github.unetfiji.network.Tensor;

/**
 * Where the elements of a tensor lie in its storage.
 *
 * @param shape lengths of the axes
 * @param strides distance in elements between neighbours along each axis
 */
record MemoryLayout(long[] shape, long[] strides) {

    /** The layout in which the last axis is fastest. */
    static MemoryLayout contiguous(final long[] shape) {
        final long[] strides = new long[shape.length];
        long stride = 1;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride *= shape[axis];
        }
        return new MemoryLayout(shape, strides);
    }

    /** For four axes (n, c, h, w) the layout in which c is fastest; otherwise contiguous. */
    static MemoryLayout channelsLast(final long[] shape) {
        if (shape.length != 4) {
            return contiguous(shape);
        }
        final long c = shape[1];
        final long w = shape[3];
        return new MemoryLayout(shape, new long[] {shape[2] * w * c, 1, w * c, c});
    }

    /** Position in the storage of every element in contiguous order. */
    int[] positions() {
        int[] positions = {0};
        for (int axis = 0; axis < shape.length; axis++) {
            final int side = Math.toIntExact(shape[axis]);
            final int stride = Math.toIntExact(strides[axis]);
            final int[] finer = new int[Math.multiplyExact(positions.length, side)];
            for (int i = 0, k = 0; i < positions.length; i++) {
                for (int j = 0; j < side; j++) {
                    finer[k++] = positions[i] + j * stride;
                }
            }
            positions = finer;
        }
        return positions;
    }

    /** The values of a tensor in the order of this (dense) layout's storage. */
    float[] stored(final Tensor tensor) {
        final float[] values = tensor.values();
        final int[] positions = positions();
        final float[] stored = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            stored[positions[i]] = values[i];
        }
        return stored;
    }
}
