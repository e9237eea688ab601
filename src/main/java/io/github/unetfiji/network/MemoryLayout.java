package io.github.unetfiji.network;

/**
 * Where the elements of a tensor lie in its storage.
 *
 * @param shape lengths of the axes
 * @param strides distance in elements between neighbours along each axis
 */
record MemoryLayout(long[] shape, long[] strides) {

    /** Receives the values of a tensor one by one. */
    @FunctionalInterface
    interface Sink {
        void accept(float value);
    }

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

    /** Position in the storage of the i-th element in contiguous order. */
    long position(final long index) {
        long rest = index;
        long position = 0;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            position += rest % shape[axis] * strides[axis];
            rest /= shape[axis];
        }
        return position;
    }

    /** Hands over the values of a tensor in the order of this (dense) layout's storage. */
    void forEach(final Tensor tensor, final Sink sink) {
        final float[] values = tensor.values();
        final float[] stored = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            stored[Math.toIntExact(position(i))] = values[i];
        }
        for (final float value : stored) {
            sink.accept(value);
        }
    }
}
