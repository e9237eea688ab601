package io.github.unetfiji.bioimageio;

import io.github.unetfiji.Legible;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the inputs and outputs of a model in format 0.5. */
final class TensorFields05 {

    static final List<String> DTYPES =
            List.of(
                    "float32", "float64", "uint8", "int8", "uint16", "int16", "uint32", "int32",
                    "uint64", "int64", "bool");

    private final PackageFiles files;

    TensorFields05(final PackageFiles files) {
        this.files = files;
    }

    /** All tensors of the model: the input first. */
    List<DescribedTensor> read(final Field root) {
        final Field input = input(root.at("inputs"));
        final String inputId = id(input, "input");
        final List<Field> outputs = TensorFields04.someOutputs(root);
        final Set<String> ids = new LinkedHashSet<>(Set.of(inputId));
        for (final Field output : outputs) {
            if (!ids.add(id(output, "output"))) {
                throw output.at("id").failure("is the id of another tensor, too");
            }
        }
        final List<DescribedTensor> tensors = new ArrayList<>();
        tensors.add(tensor(input, inputId, Set.of(inputId), false));
        for (final Field output : outputs) {
            tensors.add(tensor(output, id(output, "output"), ids, true));
        }
        return SizeReferences.followed(tensors);
    }

    private static String id(final Field tensor, final String otherwise) {
        return tensor.given("id").map(Field::line).orElse(otherwise);
    }

    /** The one that is needed; optional ones are left out. */
    private static Field input(final Field inputs) {
        final List<Field> items = inputs.items();
        if (items.isEmpty()) {
            throw inputs.failure("has no items, but must have one");
        }
        final List<Field> needed =
                items.stream()
                        .filter(item -> !item.given("optional").map(Field::truth).orElse(false))
                        .toList();
        if (needed.size() > 1) {
            throw inputs.failure(
                    "has "
                            + needed.size()
                            + " items, but models with more than one input cannot be used");
        }
        if (!needed.isEmpty() && items.indexOf(needed.get(0)) > 0) {
            throw inputs.failure("has an optional input before the one that is needed");
        }
        return items.get(0);
    }

    private DescribedTensor tensor(
            final Field at, final String id, final Set<String> references, final boolean output) {
        final Field axesField = at.at("axes");
        final List<Field> items = axesField.items();
        final List<TensorAxis> axes =
                items.stream().map(item -> AxisFields05.read(item, output)).toList();
        AxesCheck.check(axesField, axes, output);
        final String dtype = dtype(at, axes);
        final String operations = output ? "postprocessing" : "preprocessing";
        final TensorDescription tensor =
                new TensorDescription(
                        Legible.line(id),
                        TensorFields04.description(at),
                        axes,
                        dtype,
                        new OperationFields05(id, axes, references, output)
                                .read(at.given(operations), dtype),
                        at.given("test_tensor").map(field -> FileField.needed(field, files)),
                        at.given("sample_tensor")
                                .flatMap(field -> FileField.offered(field, files)));
        return new DescribedTensor(at, tensor, items.stream().map(TensorFields05::size).toList());
    }

    private static Field size(final Field axis) {
        return axis.at("size").isPresent() ? axis.at("size") : axis;
    }

    /** The type of the values: of all channels, or of each, which must agree. */
    private static String dtype(final Field tensor, final List<TensorAxis> axes) {
        final Optional<Field> data = tensor.given("data");
        if (data.isEmpty()) {
            return "float32";
        }
        if (!data.get().isList()) {
            return type(data.get());
        }
        final List<Field> items = data.get().items();
        if (items.isEmpty()) {
            throw data.get().failure("has no items");
        }
        axes.stream()
                .filter(axis -> axis.kind() == TensorAxis.Kind.CHANNEL)
                .findFirst()
                .ifPresent(axis -> data.get().items(axis.channels().size(), "each channel"));
        if (items.stream().map(TensorFields05::type).distinct().count() > 1) {
            throw data.get().failure("has channels of different types");
        }
        return type(items.get(0));
    }

    private static String type(final Field data) {
        data.allow("values", "type", "unit", "range", "scale", "offset");
        final Optional<Field> values = data.given("values");
        values.ifPresent(Field::items);
        data.given("range").ifPresent(Field::checkRange);
        return data.given("type")
                .map(type -> type.word(DTYPES))
                .orElse(values.isPresent() ? "uint8" : "float32");
    }
}
