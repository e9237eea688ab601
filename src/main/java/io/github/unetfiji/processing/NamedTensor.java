package io.github.unetfiji.processing;

import io.github.unetfiji.bioimageio.TensorAxis;
import io.github.unetfiji.bioimageio.TensorDescription;
import io.github.unetfiji.network.Tensor;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A block of float32 numbers whose axes have names.
 *
 * @param axes ids of the axes, the last one fastest
 * @param lengths of the axes, each at least 1
 * @param values as many as the lengths say; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // NB: never compared.
public record NamedTensor(List<String> axes, int[] lengths, float[] values) {

    public NamedTensor {
        axes = List.copyOf(axes);
    }

    /**
     * A whole tensor of a program.
     *
     * @param tensor with the axes of the description
     */
    public static NamedTensor of(final TensorDescription description, final Tensor tensor) {
        final List<String> ids = description.axes().stream().map(TensorAxis::id).toList();
        final int[] lengths =
                IntStream.range(0, ids.size())
                        .map(a -> Math.toIntExact(tensor.shape()[a]))
                        .toArray();
        return new NamedTensor(ids, lengths, tensor.values());
    }

    /**
     * A slice, (channel, y, x), with the names that the package has for these axes.
     *
     * @param values not copied
     */
    public static NamedTensor ofSlice(
            final TensorDescription description,
            final int channels,
            final int height,
            final int width,
            final float[] values) {
        return new NamedTensor(
                List.of(
                        id(description, TensorAxis.Kind.CHANNEL, "channel"),
                        id(description, TensorAxis.Kind.Y, "y"),
                        id(description, TensorAxis.Kind.X, "x")),
                new int[] {channels, height, width},
                values);
    }

    private static String id(
            final TensorDescription description,
            final TensorAxis.Kind kind,
            final String otherwise) {
        return description.axis(kind).map(TensorAxis::id).orElse(otherwise);
    }

    /** The same block as a tensor, which shares the values. */
    public Tensor tensor() {
        return new Tensor(IntStream.of(lengths).asLongStream().toArray(), values);
    }

    /** The same axes with other values. */
    NamedTensor with(final float[] others) {
        return new NamedTensor(axes, lengths, others);
    }
}
