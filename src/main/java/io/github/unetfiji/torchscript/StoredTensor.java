package io.github.unetfiji.torchscript;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.network.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Locale;

/**
 * A tensor as an archive describes it: a view of a storage.
 *
 * @param storage key of the storage, the name of its entry under {@code data/}
 * @param type of its elements
 * @param offset first element in the storage
 * @param layout shape and strides
 */
record StoredTensor(String storage, ElementType type, long offset, MemoryLayout layout) {

    /** A tensor of float32. */
    StoredTensor(final String storage, final long offset, final MemoryLayout layout) {
        this(storage, ElementType.FLOAT, offset, layout);
    }

    /**
     * The tensor with its values, as float32, from the little-endian storage.
     *
     * @throws UNetException if the storage is too short for the shape
     */
    Tensor fill(final byte[] bytes) {
        final ByteBuffer elements = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        checkInside(bytes.length / type.bytes());
        final int[] positions = layout.positions();
        final int first = Math.toIntExact(offset);
        final float[] values = new float[positions.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = type.get(elements, first + positions[i]);
        }
        return new Tensor(layout.shape(), values);
    }

    /**
     * Checks that the storage has all elements.
     *
     * @param capacity its number of elements
     * @throws UNetException if it is too short for the shape
     */
    void checkInside(final long capacity) {
        if (!(isEmpty() ? layout.strides().length == layout.shape().length : isInside(capacity))) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "The weights are damaged: storage %s holds %d values, too few for a"
                                    + " tensor of shape %s.",
                            storage,
                            capacity,
                            Arrays.toString(layout.shape())));
        }
    }

    private boolean isEmpty() {
        return Arrays.stream(layout.shape()).anyMatch(side -> side == 0)
                && Arrays.stream(layout.shape()).allMatch(side -> side >= 0);
    }

    private boolean isInside(final long capacity) {
        final long[] shape = layout.shape();
        boolean inside =
                offset >= 0 && offset < capacity && layout.strides().length == shape.length;
        long last = offset;
        long size = 1;
        for (int axis = 0; inside && axis < shape.length; axis++) {
            final long stride = layout.strides()[axis];
            inside =
                    shape[axis] > 0 && stride >= 0 && shape[axis] <= capacity && stride <= capacity;
            last += (shape[axis] - 1) * stride;
            size *= shape[axis];
            inside = inside && size <= capacity;
        }
        return inside && last < capacity;
    }
}
