package io.github.unetfiji.engine;

import ai.djl.ndarray.NDArray;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.bioimageio.TensorAxis;
import io.github.unetfiji.bioimageio.TensorDescription;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The order of the axes of a program's tensor, which is brought to (batch, channel, y, x) and back. An axis that the tensor
 * does not have has length 1.
 *
 * @param kinds of the axes of the tensor, the last one fastest
 */
public record TensorOrder(List<TensorAxis.Kind> kinds) {

    private static final List<TensorAxis.Kind> OURS =
            List.of(
                    TensorAxis.Kind.BATCH,
                    TensorAxis.Kind.CHANNEL,
                    TensorAxis.Kind.Y,
                    TensorAxis.Kind.X);

    /**
     * The order of an input or an output.
     *
     * @throws UNetException if it is no tensor of a plane: y and x, with or without batch and channel
     */
    public static TensorOrder of(final TensorDescription tensor) {
        final List<TensorAxis.Kind> kinds = tensor.axes().stream().map(TensorAxis::kind).toList();
        if (!OURS.containsAll(kinds)
                || !kinds.containsAll(List.of(TensorAxis.Kind.Y, TensorAxis.Kind.X))) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "The tensor '%s' has the axes %s, but only programs of planes can be"
                                    + " trained: y and x, with or without batch and channel.",
                            tensor.id(),
                            tensor.axes().stream().map(TensorAxis::id).toList()));
        }
        return new TensorOrder(kinds);
    }

    /** Our axes in the order of the tensor, after those that it lacks. */
    private List<TensorAxis.Kind> all() {
        return Stream.concat(OURS.stream().filter(kind -> !kinds.contains(kind)), kinds.stream())
                .toList();
    }

    /** (batch, channel, y, x) to the order of the tensor. */
    NDArray toTensor(final NDArray array) {
        final int[] order = all().stream().mapToInt(OURS::indexOf).toArray();
        final NDArray turned = isSorted(order) ? array : array.transpose(order);
        final int lacking = OURS.size() - kinds.size();
        return lacking == 0 ? turned : turned.squeeze(IntStream.range(0, lacking).toArray());
    }

    /** The order of the tensor to (batch, channel, y, x). */
    NDArray fromTensor(final NDArray tensor) {
        NDArray array = tensor;
        for (int i = kinds.size(); i < OURS.size(); i++) {
            array = array.expandDims(0);
        }
        final int[] order = OURS.stream().mapToInt(all()::indexOf).toArray();
        return isSorted(order) ? array : array.transpose(order);
    }

    private static boolean isSorted(final int[] order) {
        return IntStream.range(0, order.length).allMatch(i -> order[i] == i);
    }
}
