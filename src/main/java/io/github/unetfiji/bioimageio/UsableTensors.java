package io.github.unetfiji.bioimageio;

import io.github.unetfiji.bioimageio.TensorAxis.Kind;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Checks that tensors are images that belong to each other: an input with the axes y and x, perhaps z, channels and samples;
 * outputs with the same axes in space, whose lengths follow from those of the input.
 */
final class UsableTensors {

    private static final List<Kind> SPACE = List.of(Kind.Z, Kind.Y, Kind.X);

    /** Values of the smallest input: 1 GB. */
    private static final double MOST_VALUES = 1 << 28;

    /** An axis that is there only for the program. */
    private static final AxisSize ONE = new AxisSize.Fixed(1);

    private final DescribedTensor input;

    private UsableTensors(final DescribedTensor input) {
        this.input = input;
    }

    /**
     * Checks the tensors.
     *
     * @param tensors the input first
     * @return the same, with outputs whose axes in space are all {@link AxisSize.Relative} to those of the input
     * @throws io.github.unetfiji.UNetException names the field that cannot be used
     */
    static List<TensorDescription> checked(final List<DescribedTensor> tensors) {
        final UsableTensors usable = new UsableTensors(tensors.get(0));
        usable.checkInput();
        final Stream<TensorDescription> outputs =
                tensors.stream().skip(1).map(output -> usable.output(output).tensor());
        return Stream.concat(Stream.of(tensors.get(0).tensor()), outputs).toList();
    }

    private void checkInput() {
        double values = 1;
        for (final TensorAxis axis : input.axes()) {
            values *= smallest(axis);
        }
        if (values > MOST_VALUES) {
            throw axes(input).failure("needs images that are too large");
        }
    }

    private int smallest(final TensorAxis axis) {
        if (axis.size() instanceof AxisSize.Fixed fixed) {
            return fixed.length();
        }
        if (axis.size() instanceof AxisSize.Stepped stepped) {
            return stepped.min();
        }
        throw new IllegalStateException("an input has no size of its own: " + axis);
    }

    private static Field axes(final DescribedTensor tensor) {
        return tensor.at().at("axes");
    }

    private static String name(final Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private DescribedTensor output(final DescribedTensor output) {
        for (final Kind kind : SPACE) {
            if (input.tensor().axis(kind).isPresent() != output.tensor().axis(kind).isPresent()) {
                throw axes(output)
                        .failure(
                                (output.tensor().axis(kind).isPresent() ? "has" : "lacks")
                                        + " the axis "
                                        + name(kind)
                                        + ", unlike the input, so it is no image of the same place");
            }
        }
        return output.with(
                output.axes().stream()
                        .map(axis -> axis.kind().isSpatial() ? space(output, axis) : axis)
                        .toList());
    }

    private TensorAxis space(final DescribedTensor output, final TensorAxis axis) {
        final TensorAxis source = input.tensor().axis(axis.kind()).orElseThrow();
        final Field at = output.sizeOf(axis);
        if (axis.size().equals(ONE) && source.size().equals(ONE)) {
            return axis;
        }
        final AxisSize.Relative size =
                axis.size() instanceof AxisSize.Relative relative
                        ? relative
                        : relative(at, axis, source);
        checkReference(at, size, source);
        checkFactor(at, size, source);
        checkHalo(output, axis, size, smallest(source));
        return new TensorAxis(
                axis.kind(),
                axis.id(),
                size,
                axis.channels(),
                axis.halo(),
                axis.scale(),
                axis.unit());
    }

    /** A fixed length that is a multiple of the input's fixed length. */
    private AxisSize.Relative relative(
            final Field at, final TensorAxis axis, final TensorAxis source) {
        if (axis.size() instanceof AxisSize.Fixed fixed
                && source.size() instanceof AxisSize.Fixed other
                && fixed.length() % other.length() == 0) {
            return new AxisSize.Relative(
                    input.id(), source.id(), (double) fixed.length() / other.length(), 0);
        }
        throw at.failure(
                "gives the axis "
                        + axis.id()
                        + " a length that does not follow from that of the input");
    }

    private void checkReference(
            final Field at, final AxisSize.Relative size, final TensorAxis source) {
        if (!size.tensor().equals(input.id()) || !size.axis().equals(source.id())) {
            throw at.failure(
                    "refers to "
                            + size.tensor()
                            + "."
                            + size.axis()
                            + ", but must refer to "
                            + input.id()
                            + "."
                            + source.id());
        }
    }

    private void checkFactor(
            final Field at, final AxisSize.Relative size, final TensorAxis source) {
        final double factor = size.factor();
        final double parts = 1 / factor;
        if (factor != Math.rint(factor) && parts != Math.rint(parts)) {
            throw at.failure(
                    "makes the output "
                            + factor
                            + " times as long as the input, but only k or 1/k times, of a whole k, can be used");
        }
        if (size.offset() > 0) {
            throw at.failure(
                    "makes the output longer than the input by "
                            + size.offset()
                            + " px, which cannot be used");
        }
        if (size.offset() < 0 && (factor != 1 || size.offset() % 2 != 0)) {
            throw at.failure(
                    "makes the output shorter by "
                            + -size.offset()
                            + " px, but only an even number at the same scale can be used");
        }
        if (factor < 1 && !isDivisible(source.size(), (int) Math.rint(parts))) {
            throw at.failure("does not give a whole number of px for every length of the input");
        }
    }

    private static boolean isDivisible(final AxisSize size, final int parts) {
        return size instanceof AxisSize.Stepped stepped
                ? stepped.min() % parts == 0 && stepped.step() % parts == 0
                : size instanceof AxisSize.Fixed fixed && fixed.length() % parts == 0;
    }

    private static void checkHalo(
            final DescribedTensor output,
            final TensorAxis axis,
            final AxisSize.Relative size,
            final int smallest) {
        final double length = smallest * size.factor() + size.offset();
        if (length < 1) {
            throw output.sizeOf(axis)
                    .failure("leaves nothing of the smallest input, which is " + smallest + " px");
        }
        if (length - 2.0 * axis.halo() < 1) {
            throw haloOf(output, axis)
                    .failure(
                            "is "
                                    + axis.halo()
                                    + " px along "
                                    + axis.id()
                                    + ", which leaves nothing of the smallest output of "
                                    + (int) length
                                    + " px");
        }
    }

    private static Field haloOf(final DescribedTensor output, final TensorAxis axis) {
        final Field axes = output.at().at("axes");
        return axes.isList()
                ? axes.items().get(output.axes().indexOf(axis)).at("halo")
                : output.at().at("halo");
    }
}
