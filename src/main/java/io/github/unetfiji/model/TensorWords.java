package io.github.unetfiji.model;

import io.github.unetfiji.bioimageio.AxisSize;
import io.github.unetfiji.bioimageio.PackageDescription;
import io.github.unetfiji.bioimageio.TensorAxis;
import io.github.unetfiji.bioimageio.TensorDescription;
import io.github.unetfiji.stack.PixelSize;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says in plain words which tensors a foreign model takes and gives. */
final class TensorWords {

    private static final MathContext DIGITS = new MathContext(4);

    private static final List<TensorAxis.Kind> DIRECTIONS =
            List.of(TensorAxis.Kind.X, TensorAxis.Kind.Y, TensorAxis.Kind.Z);

    private TensorWords() {}

    /** A number in four digits. */
    static String number(final double value) {
        return Double.isFinite(value)
                ? BigDecimal.valueOf(value).round(DIGITS).stripTrailingZeros().toPlainString()
                : String.valueOf(value);
    }

    /** Numbers with commas between them. */
    static String numbers(final List<Double> values) {
        return values.stream().map(TensorWords::number).collect(Collectors.joining(", "));
    }

    /** Such as {@code 10x10x50 nm}; empty if an axis has no unit that is a length. */
    static Optional<String> pixelSize(final TensorDescription tensor) {
        final List<TensorAxis> axes = directions(tensor);
        final List<PixelSize> sizes =
                axes.stream()
                        .map(axis -> pair(axes.get(0), axis))
                        .flatMap(Optional::stream)
                        .toList();
        return sizes.isEmpty() || sizes.size() < axes.size()
                ? Optional.empty()
                : Optional.of(
                        sizes.stream()
                                        .map(size -> number(size.y()))
                                        .collect(Collectors.joining("x"))
                                + " "
                                + sizes.get(0).unit().symbol());
    }

    /** Both in the unit of the first. */
    private static Optional<PixelSize> pair(final TensorAxis first, final TensorAxis second) {
        return PixelSize.of(
                first.scale(), first.unit().orElse(""), second.scale(), second.unit().orElse(""));
    }

    private static List<TensorAxis> directions(final TensorDescription tensor) {
        return DIRECTIONS.stream().map(tensor::axis).flatMap(Optional::stream).toList();
    }

    /** Such as {@code 2 times finer}, where an output has another size than the input. */
    static Optional<String> scale(final PackageDescription model) {
        return model.outputs().stream()
                .flatMap(output -> directions(output).stream())
                .filter(axis -> axis.size() instanceof AxisSize.Relative)
                .mapToDouble(axis -> ((AxisSize.Relative) axis.size()).factor())
                .filter(factor -> factor != 1)
                .mapToObj(
                        factor ->
                                factor > 1
                                        ? number(factor) + " times finer"
                                        : number(1 / factor) + " times coarser")
                .findFirst();
    }

    /** The axes in the order of the program, such as {@code batch, channel, y, x}. */
    static String axes(final TensorDescription tensor) {
        return tensor.axes().stream().map(TensorAxis::id).collect(Collectors.joining(", "));
    }

    /** The sizes of the axes in space, such as {@code x 64, 80, 96, .. px; y 512 px}. */
    static String sizes(final TensorDescription tensor) {
        return directions(tensor).stream()
                .map(axis -> axis.id() + " " + size(axis.size()))
                .collect(Collectors.joining("; "));
    }

    private static String size(final AxisSize size) {
        if (size instanceof AxisSize.Fixed fixed) {
            return fixed.length() + " px";
        }
        if (size instanceof AxisSize.Stepped steps) {
            return steps.step() == 1
                    ? "from " + steps.min() + " px"
                    : String.format(
                            Locale.ROOT,
                            "%d, %d, %d, .. px",
                            steps.min(),
                            steps.min() + (long) steps.step(),
                            steps.min() + 2L * steps.step());
        }
        if (size instanceof AxisSize.Relative other) {
            return (other.factor() == 1 ? "as " : number(other.factor()) + " * that of ")
                    + other.tensor()
                    + (other.offset() == 0 ? "" : signed(other.offset()) + " px");
        }
        return "as the program makes it";
    }

    private static String signed(final int offset) {
        return offset < 0 ? " - " + -(long) offset : " + " + offset;
    }

    /** The halo of an output, such as {@code x 16 px, y 16 px}; empty if there is none. */
    static Optional<String> halo(final TensorDescription output) {
        final String words =
                directions(output).stream()
                        .filter(axis -> axis.halo() > 0)
                        .map(axis -> axis.id() + " " + axis.halo() + " px")
                        .collect(Collectors.joining(", "));
        return Optional.of(words).filter(text -> !text.isEmpty());
    }
}
