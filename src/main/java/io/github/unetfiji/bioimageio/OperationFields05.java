package io.github.unetfiji.bioimageio;

import io.github.unetfiji.Legible;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the operations before and after a program in format 0.5: maps of {@code id} and {@code kwargs}. */
final class OperationFields05 {

    static final double EPS = 1e-6;

    private static final List<String> BEFORE =
            List.of(
                    "binarize",
                    "clip",
                    "ensure_dtype",
                    "fixed_zero_mean_unit_variance",
                    "scale_linear",
                    "scale_range",
                    "sigmoid",
                    "softmax",
                    "zero_mean_unit_variance");

    private static final List<String> AFTER =
            Stream.concat(BEFORE.stream(), Stream.of("scale_mean_variance")).toList();

    private final List<TensorAxis> axes;
    private final String tensor;
    private final Set<String> references;
    private final boolean output;

    /**
     * @param tensor that the operations belong to
     * @param axes its axes
     * @param references ids of the tensors that an operation may refer to
     * @param output whether it is an output
     */
    OperationFields05(
            final String tensor,
            final List<TensorAxis> axes,
            final Set<String> references,
            final boolean output) {
        this.tensor = tensor;
        this.axes = List.copyOf(axes);
        this.references = Set.copyOf(references);
        this.output = output;
    }

    /**
     * Reads a list of operations with the casts that the format implies: to the type of the tensor, at the start of an
     * input and at the end of both.
     */
    List<Operation> read(final Optional<Field> list, final String dtype) {
        final List<Operation> operations = new ArrayList<>();
        list.ifPresent(field -> field.items().forEach(item -> operations.add(operation(item))));
        final Operation cast = new Operation.EnsureDtype(dtype);
        if (!output
                && (operations.isEmpty()
                        || !(operations.get(0) instanceof Operation.EnsureDtype))) {
            operations.add(0, cast);
        }
        if (operations.isEmpty() || !endsCast(operations.get(operations.size() - 1))) {
            operations.add(cast);
        }
        return operations;
    }

    private static boolean endsCast(final Operation last) {
        return last instanceof Operation.EnsureDtype || last instanceof Operation.Binarize;
    }

    private Operation operation(final Field item) {
        item.allow("id", "kwargs");
        final String id = item.at("id").word(output ? AFTER : BEFORE);
        final Field kwargs = kwargs(item);
        return switch (id) {
            case "binarize" -> binarize(kwargs);
            case "clip" -> clip(kwargs);
            case "ensure_dtype" -> ensureDtype(kwargs);
            case "fixed_zero_mean_unit_variance" -> fixedZeroMean(kwargs);
            case "scale_linear" -> scaleLinear(kwargs);
            case "scale_mean_variance" -> scaleMeanVariance(kwargs);
            case "scale_range" -> scaleRange(kwargs);
            case "sigmoid" -> sigmoid(kwargs);
            case "softmax" -> softmax(kwargs);
            default -> zeroMean(kwargs);
        };
    }

    /** The arguments; none are an empty map. */
    static Field kwargs(final Field item) {
        final Field kwargs = item.at("kwargs");
        return kwargs.isPresent()
                ? kwargs
                : new Field(kwargs.file(), kwargs.path(), Optional.of(Map.of()));
    }

    private Operation binarize(final Field kwargs) {
        kwargs.allow("threshold", "axis");
        final Optional<TensorAxis> axis = axis(kwargs);
        final List<Double> threshold = NumbersField.read(kwargs.at("threshold"), axis);
        return new Operation.Binarize(threshold, NumbersField.along(axis, threshold));
    }

    private Operation clip(final Field kwargs) {
        kwargs.allow("min", "max", "min_percentile", "max_percentile", "axes");
        final OptionalDouble min = number(kwargs.given("min"));
        final OptionalDouble max = number(kwargs.given("max"));
        final OptionalDouble low =
                kwargs.given("min_percentile").map(OperationFields05::low).orElse(empty());
        final OptionalDouble high =
                kwargs.given("max_percentile").map(OperationFields05::high).orElse(empty());
        if ((min.isPresent() && low.isPresent()) || (max.isPresent() && high.isPresent())) {
            throw kwargs.failure("has both a bound and its percentile, but may have only one");
        }
        if (Stream.of(min, max, low, high).allMatch(OptionalDouble::isEmpty)) {
            throw kwargs.failure("has no bound, but must have min, max or a percentile");
        }
        if (min.isPresent() && max.isPresent() && min.getAsDouble() > max.getAsDouble()) {
            throw kwargs.at("min").failure("is above max");
        }
        if (low.isPresent() && high.isPresent() && low.getAsDouble() >= high.getAsDouble()) {
            throw kwargs.at("min_percentile").failure("is not below max_percentile");
        }
        return new Operation.Clip(min, max, low, high, axes(kwargs));
    }

    private static OptionalDouble empty() {
        return OptionalDouble.empty();
    }

    private static OptionalDouble number(final Optional<Field> field) {
        return field.map(number -> OptionalDouble.of(number.number())).orElse(empty());
    }

    static OptionalDouble low(final Field percentile) {
        return OptionalDouble.of(
                percentile.number("a number from 0 to below 100", 0, Math.nextDown(100.0)));
    }

    /** NB: above 1, so that 0.998 is not taken for 99.8. */
    static OptionalDouble high(final Field percentile) {
        return OptionalDouble.of(
                percentile.number("a number above 1, up to 100", Math.nextUp(1.0), 100));
    }

    private static Operation ensureDtype(final Field kwargs) {
        kwargs.allow("dtype");
        return new Operation.EnsureDtype(kwargs.at("dtype").word(TensorFields05.DTYPES));
    }

    private Operation fixedZeroMean(final Field kwargs) {
        kwargs.allow("mean", "std", "axis");
        final Optional<TensorAxis> axis = axis(kwargs);
        final List<Double> mean = NumbersField.read(kwargs.at("mean"), axis);
        final List<Double> std = NumbersField.deviations(kwargs.at("std"), axis);
        return new Operation.FixedZeroMeanUnitVariance(
                mean, std, NumbersField.along(axis, mean, std));
    }

    private Operation scaleLinear(final Field kwargs) {
        kwargs.allow("gain", "offset", "axis");
        final Optional<TensorAxis> axis = axis(kwargs);
        final List<Double> gain = NumbersField.readOr(kwargs.at("gain"), axis, 1);
        final List<Double> offset = NumbersField.readOr(kwargs.at("offset"), axis, 0);
        return new Operation.ScaleLinear(gain, offset, NumbersField.along(axis, gain, offset));
    }

    private Operation scaleMeanVariance(final Field kwargs) {
        kwargs.allow("reference_tensor", "axes", "eps");
        return new Operation.ScaleMeanVariance(
                reference(kwargs.at("reference_tensor")), axes(kwargs), eps(kwargs));
    }

    private Operation scaleRange(final Field kwargs) {
        kwargs.allow("axes", "min_percentile", "max_percentile", "eps", "reference_tensor");
        return scaleRange(
                kwargs,
                axes(kwargs),
                kwargs.given("reference_tensor")
                        .map(this::reference)
                        .filter(other -> !other.equals(tensor)));
    }

    static Operation scaleRange(
            final Field kwargs,
            final Optional<List<String>> axes,
            final Optional<String> reference) {
        final double low =
                kwargs.given("min_percentile")
                        .map(OperationFields05::low)
                        .orElse(empty())
                        .orElse(0);
        final double high =
                kwargs.given("max_percentile")
                        .map(OperationFields05::high)
                        .orElse(empty())
                        .orElse(100);
        if (low >= high) {
            throw kwargs.at("min_percentile").failure("is not below max_percentile");
        }
        return new Operation.ScaleRange(axes, low, high, eps(kwargs), reference);
    }

    static Operation sigmoid(final Field kwargs) {
        kwargs.allow();
        return new Operation.Sigmoid();
    }

    private Operation softmax(final Field kwargs) {
        kwargs.allow("axis");
        final Field axis = kwargs.at("axis");
        final String id = axis.isPresent() ? AxisFields05.id(axis) : "channel";
        if (id.equals("batch") || axes.stream().noneMatch(one -> one.id().equals(id))) {
            throw axis.isPresent()
                    ? axis.wrong("one of " + ids(false))
                    : axis.failure("is missing, and the tensor has no axis 'channel'");
        }
        return new Operation.Softmax(id);
    }

    private Operation zeroMean(final Field kwargs) {
        kwargs.allow("axes", "eps");
        return new Operation.ZeroMeanUnitVariance(axes(kwargs), eps(kwargs));
    }

    static double eps(final Field kwargs) {
        return kwargs.given("eps")
                .map(eps -> eps.number("a number above 0, up to 0.1", Double.MIN_VALUE, 0.1))
                .orElse(EPS);
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

    /** The axis along which a list has its numbers. */
    private Optional<TensorAxis> axis(final Field kwargs) {
        return kwargs.given("axis")
                .map(
                        field ->
                                axes.stream()
                                        .filter(axis -> axis.id().equals(AxisFields05.id(field)))
                                        .filter(axis -> axis.kind() != TensorAxis.Kind.BATCH)
                                        .findFirst()
                                        .orElseThrow(() -> field.wrong("one of " + ids(false))));
    }

    /** The axes over which a statistic is taken. */
    private Optional<List<String>> axes(final Field kwargs) {
        return kwargs.given("axes").map(this::ids);
    }

    private List<String> ids(final Field list) {
        final List<String> ids = new ArrayList<>();
        for (final Field item : list.items()) {
            final String id = AxisFields05.id(item);
            if (axes.stream().noneMatch(axis -> axis.id().equals(id))) {
                throw item.wrong("one of " + ids(true));
            }
            ids.add(id);
        }
        if (ids.isEmpty() || new HashSet<>(ids).size() < ids.size()) {
            throw list.failure("must name at least one axis, and none twice");
        }
        return ids;
    }

    private String ids(final boolean batch) {
        return Legible.list(
                axes.stream()
                        .filter(axis -> batch || axis.kind() != TensorAxis.Kind.BATCH)
                        .map(TensorAxis::id)
                        .toList());
    }
}
