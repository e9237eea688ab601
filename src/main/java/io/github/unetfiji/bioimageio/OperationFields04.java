package io.github.unetfiji.bioimageio;

import io.github.unetfiji.Legible;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads the operations before and after a program in format 0.4: maps of {@code name} and {@code kwargs}, whose {@code axes} are
 * letters and whose {@code mode} says of what a statistic is taken.
 */
final class OperationFields04 {

    private static final List<String> BEFORE =
            List.of(
                    "binarize",
                    "clip",
                    "scale_linear",
                    "sigmoid",
                    "zero_mean_unit_variance",
                    "scale_range");

    private static final List<String> AFTER =
            Stream.concat(BEFORE.stream(), Stream.of("scale_mean_variance")).toList();

    private static final String PER_DATASET = "per_dataset";
    private static final List<String> MODES = List.of("per_sample", PER_DATASET);
    private static final List<String> FIXED_MODES = List.of("fixed", "per_sample", PER_DATASET);

    private final List<TensorAxis> axes;
    private final Set<String> references;
    private final boolean output;

    /**
     * @param axes of the tensor that the operations belong to
     * @param references ids of the tensors that an operation may refer to
     * @param output whether it is an output
     */
    OperationFields04(
            final List<TensorAxis> axes, final Set<String> references, final boolean output) {
        this.axes = List.copyOf(axes);
        this.references = Set.copyOf(references);
        this.output = output;
    }

    /** Reads a list of operations with the casts that the format implies: a program takes float32. */
    List<Operation> read(final Optional<Field> list, final String dtype) {
        final List<Operation> operations = new ArrayList<>();
        if (!output) {
            operations.add(new Operation.EnsureDtype(dtype));
        }
        list.ifPresent(field -> field.items().forEach(item -> operations.add(operation(item))));
        operations.add(new Operation.EnsureDtype(output ? dtype : "float32"));
        return operations;
    }

    private Operation operation(final Field item) {
        item.allow("name", "kwargs");
        final String name = item.at("name").word(output ? AFTER : BEFORE);
        final Field kwargs = OperationFields05.kwargs(item);
        return switch (name) {
            case "binarize" -> binarize(kwargs);
            case "clip" -> clip(kwargs);
            case "scale_linear" -> scaleLinear(kwargs);
            case "scale_mean_variance" -> scaleMeanVariance(kwargs);
            case "scale_range" -> scaleRange(kwargs);
            case "sigmoid" -> OperationFields05.sigmoid(kwargs);
            default -> zeroMean(kwargs);
        };
    }

    private static Operation binarize(final Field kwargs) {
        kwargs.allow("threshold");
        return new Operation.Binarize(List.of(kwargs.at("threshold").number()), Optional.empty());
    }

    private static Operation clip(final Field kwargs) {
        kwargs.allow("min", "max");
        final double min = kwargs.at("min").number();
        final double max = kwargs.at("max").number();
        if (min > max) {
            throw kwargs.at("min").failure("is above max");
        }
        return new Operation.Clip(
                OptionalDouble.of(min),
                OptionalDouble.of(max),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.empty());
    }

    private Operation scaleLinear(final Field kwargs) {
        kwargs.allow("axes", "gain", "offset");
        final Optional<TensorAxis> axis = kwargs.given("axes").flatMap(this::leftAxis);
        final List<Double> gain = numbers(kwargs.at("gain"), axis, 1);
        final List<Double> offset = numbers(kwargs.at("offset"), axis, 0);
        return new Operation.ScaleLinear(gain, offset, NumbersField.along(axis, gain, offset));
    }

    private Operation zeroMean(final Field kwargs) {
        kwargs.allow("mode", "axes", "mean", "std", "eps");
        final Field mode = kwargs.at("mode");
        final String word = mode.isPresent() ? mode.word(FIXED_MODES) : "fixed";
        if (word.equals("fixed")) {
            return fixedZeroMean(kwargs);
        }
        for (final String number : List.of("mean", "std")) {
            if (kwargs.given(number).isPresent()) {
                throw kwargs.at(number).failure("is given, but the mode is " + word);
            }
        }
        return new Operation.ZeroMeanUnitVariance(
                Optional.of(over(letters(kwargs.at("axes")), word)), OperationFields05.eps(kwargs));
    }

    private Operation fixedZeroMean(final Field kwargs) {
        final Optional<TensorAxis> axis = kwargs.given("axes").flatMap(this::leftAxis);
        final List<Double> mean = unwrapped(kwargs.at("mean"), axis);
        final List<Double> std =
                single(kwargs.at("std"))
                        .map(one -> NumbersField.deviations(one, Optional.empty()))
                        .orElseGet(() -> NumbersField.deviations(kwargs.at("std"), axis));
        return new Operation.FixedZeroMeanUnitVariance(
                mean, std, NumbersField.along(axis, mean, std));
    }

    private Operation scaleRange(final Field kwargs) {
        kwargs.allow("mode", "axes", "min_percentile", "max_percentile", "eps", "reference_tensor");
        final String mode = kwargs.at("mode").word(MODES);
        return OperationFields05.scaleRange(
                kwargs,
                Optional.of(over(letters(kwargs.at("axes")), mode)),
                kwargs.given("reference_tensor").map(this::reference));
    }

    private Operation scaleMeanVariance(final Field kwargs) {
        kwargs.allow("mode", "reference_tensor", "axes", "eps");
        final String mode = kwargs.at("mode").word(MODES);
        final List<String> all =
                axes.stream()
                        .filter(axis -> axis.kind() != TensorAxis.Kind.BATCH)
                        .map(TensorAxis::id)
                        .toList();
        return new Operation.ScaleMeanVariance(
                reference(kwargs.at("reference_tensor")),
                Optional.of(over(kwargs.given("axes").map(this::letters).orElse(all), mode)),
                OperationFields05.eps(kwargs));
    }

    private String reference(final Field field) {
        final String reference = field.line();
        if (!references.contains(reference)) {
            throw field.failure(
                    "refers to the tensor '"
                            + Legible.echo(reference)
                            + "', but may refer to: "
                            + Legible.list(references.stream().sorted().toList()));
        }
        return reference;
    }

    private List<String> over(final List<String> ids, final String mode) {
        if (mode.equals(PER_DATASET)
                && axes.stream().anyMatch(axis -> axis.kind() == TensorAxis.Kind.BATCH)) {
            return Stream.concat(Stream.of("batch"), ids.stream()).toList();
        }
        return ids;
    }

    /** The ids of axes that are written as letters. */
    private List<String> letters(final Field field) {
        final Set<String> ids = new LinkedHashSet<>();
        for (final char letter : field.text().toCharArray()) {
            final String id = AxisFields04.id(letter);
            if ("czyx".indexOf(letter) < 0
                    || axes.stream().noneMatch(axis -> axis.id().equals(id))
                    || !ids.add(id)) {
                throw field.wrong("letters of c, z, y, x that the tensor has, none twice");
            }
        }
        return List.copyOf(ids);
    }

    /** The axis that the letters leave out: a list has one number for each of its elements. */
    private Optional<TensorAxis> leftAxis(final Field field) {
        final List<String> joint = letters(field);
        final List<TensorAxis> left =
                axes.stream()
                        .filter(axis -> axis.kind() != TensorAxis.Kind.BATCH)
                        .filter(axis -> !joint.contains(axis.id()))
                        .toList();
        if (left.size() > 1) {
            throw field.failure("leaves out more than one axis");
        }
        return left.stream().findFirst();
    }

    private static List<Double> numbers(
            final Field field, final Optional<TensorAxis> axis, final double missing) {
        return field.isPresent() ? unwrapped(field, axis) : List.of(missing);
    }

    /** NB: packages write one number as a list of one. */
    private static List<Double> unwrapped(final Field field, final Optional<TensorAxis> axis) {
        return single(field)
                .map(one -> List.of(one.number()))
                .orElseGet(() -> NumbersField.read(field, axis));
    }

    private static Optional<Field> single(final Field field) {
        return field.isList() && field.items().size() == 1
                ? Optional.of(field.items().get(0))
                : Optional.empty();
    }
}
