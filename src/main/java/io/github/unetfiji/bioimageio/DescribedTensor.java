package io.github.unetfiji.bioimageio;

import java.util.List;
import java.util.Optional;

/**
 * A tensor with the places of the description where its sizes stand.
 *
 * @param at place of the tensor
 * @param tensor whose sizes may still refer to other tensors, see {@link SizeReferences}
 * @param sizes place of the size of each axis
 */
record DescribedTensor(Field at, TensorDescription tensor, List<Field> sizes) {

    String id() {
        return tensor.id();
    }

    List<TensorAxis> axes() {
        return tensor.axes();
    }

    Optional<TensorAxis> axis(final String id) {
        return axes().stream().filter(axis -> axis.id().equals(id)).findFirst();
    }

    /** The place of the size of an axis. */
    Field sizeOf(final TensorAxis axis) {
        return sizes.get(axes().indexOf(axis));
    }

    DescribedTensor with(final List<TensorAxis> other) {
        return new DescribedTensor(
                at,
                new TensorDescription(
                        tensor.id(),
                        tensor.description(),
                        other,
                        tensor.dtype(),
                        tensor.operations(),
                        tensor.test(),
                        tensor.sample()),
                sizes);
    }
}
