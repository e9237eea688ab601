package io.github.unetfiji.bioimageio;

import io.github.unetfiji.Legible;
import java.util.List;
import java.util.Optional;

/**
 * Follows sizes that refer to axes of other tensors: {@code size = other.size * other.scale / scale + offset}.
 *
 * <p>A reference must lead to an axis with a size of its own, so there are no chains and no cycles.
 */
final class SizeReferences {

    private final List<DescribedTensor> tensors;

    private SizeReferences(final List<DescribedTensor> tensors) {
        this.tensors = tensors;
    }

    /**
     * The tensors with factors between their axes.
     *
     * @throws io.github.unetfiji.UNetException if a tensor or an axis does not exist, has no size of its own, or another unit
     */
    static List<DescribedTensor> followed(final List<DescribedTensor> tensors) {
        final SizeReferences references = new SizeReferences(tensors);
        return tensors.stream()
                .map(
                        tensor ->
                                tensor.with(
                                        tensor.axes().stream()
                                                .map(axis -> references.followed(tensor, axis))
                                                .toList()))
                .toList();
    }

    private TensorAxis followed(final DescribedTensor tensor, final TensorAxis axis) {
        if (!(axis.size() instanceof AxisSize.Relative reference)) {
            return axis;
        }
        final TensorAxis other = other(tensor.sizeOf(axis), reference);
        check(tensor.sizeOf(axis), axis, reference, other);
        final double factor = whole(other.scale() / axis.scale());
        return new TensorAxis(
                axis.kind(),
                axis.id(),
                new AxisSize.Relative(
                        reference.tensor(), reference.axis(), factor, reference.offset()),
                axis.channels(),
                axis.halo(),
                axis.scale(),
                axis.unit());
    }

    private TensorAxis other(final Field size, final AxisSize.Relative reference) {
        final Optional<DescribedTensor> tensor =
                tensors.stream().filter(one -> one.id().equals(reference.tensor())).findFirst();
        if (tensor.isEmpty()) {
            throw size.failure(
                    "refers to the tensor '"
                            + Legible.echo(reference.tensor())
                            + "', which the model does not have");
        }
        return tensor.get()
                .axis(reference.axis())
                .orElseThrow(
                        () ->
                                size.failure(
                                        "refers to the axis '"
                                                + Legible.echo(reference.axis())
                                                + "', which the tensor '"
                                                + Legible.echo(reference.tensor())
                                                + "' does not have"));
    }

    private static void check(
            final Field size,
            final TensorAxis axis,
            final AxisSize.Relative reference,
            final TensorAxis other) {
        final boolean own =
                other.size() instanceof AxisSize.Fixed || other.size() instanceof AxisSize.Stepped;
        if (!own || other.kind() == TensorAxis.Kind.BATCH) {
            throw size.failure(
                    "refers to the axis '"
                            + Legible.echo(reference.axis())
                            + "' of the tensor '"
                            + Legible.echo(reference.tensor())
                            + "', which has no size of its own");
        }
        if (!axis.unit().equals(other.unit())) {
            throw size.failure(
                    "refers to an axis in "
                            + other.unit().map(Legible::echo).orElse("no unit")
                            + ", but its own unit is "
                            + axis.unit().map(Legible::echo).orElse("none"));
        }
    }

    /** NB: scales such as 0.1 and 0.3 are no exact multiples of each other as binary numbers. */
    private static double whole(final double factor) {
        final double near = Math.rint(factor);
        if (near >= 1 && Math.abs(factor - near) < 1e-6 * near) {
            return near;
        }
        final double part = Math.rint(1 / factor);
        return part >= 1 && Math.abs(1 / factor - part) < 1e-6 * part ? 1 / part : factor;
    }
}
