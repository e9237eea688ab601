package io.github.unetfiji.bioimageio;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the inputs and outputs of a model in format 0.4 as those of 0.5. */
final class TensorFields04 {

    private final PackageFiles files;
    private final Field root;

    TensorFields04(final Field root, final PackageFiles files) {
        this.root = root;
        this.files = files;
    }

    /** All tensors of the model: the input first. */
    List<DescribedTensor> read() {
        final List<Field> inputs = root.at("inputs").items();
        if (inputs.size() != 1) {
            throw root.at("inputs")
                    .failure(
                            "has "
                                    + inputs.size()
                                    + " items, but only models with one input can be used");
        }
        final List<DescribedTensor> tensors = new ArrayList<>();
        tensors.add(tensor(inputs.get(0), tensors, 0, false));
        final List<Field> outputs = someOutputs(root);
        for (int i = 0; i < outputs.size(); i++) {
            tensors.add(tensor(outputs.get(i), List.copyOf(tensors), i, true));
        }
        checkNames(tensors);
        return SizeReferences.followed(tensors);
    }

    private static void checkNames(final List<DescribedTensor> tensors) {
        final Set<String> names = new LinkedHashSet<>();
        for (final DescribedTensor tensor : tensors) {
            if (!names.add(tensor.id())) {
                throw tensor.at().at("name").failure("is the name of another tensor, too");
            }
        }
    }

    static List<Field> someOutputs(final Field root) {
        final List<Field> outputs = root.at("outputs").items();
        if (outputs.isEmpty()) {
            throw root.at("outputs").failure("has no items, but must have at least one");
        }
        return outputs;
    }

    /** What is said of a tensor to people; may be empty. */
    static String description(final Field tensor) {
        return tensor.given("description").map(Field::prose).orElse("");
    }

    private DescribedTensor tensor(
            final Field at,
            final List<DescribedTensor> before,
            final int index,
            final boolean output) {
        final String name = at.at("name").line();
        final List<TensorAxis> axes = AxisFields04.read(at, before);
        AxesCheck.check(at.at("axes"), axes, output);
        final String dtype = at.at("data_type").word(TensorFields05.DTYPES);
        at.given("data_range").ifPresent(Field::checkRange);
        final Set<String> references = before.isEmpty() ? Set.of() : Set.of(before.get(0).id());
        final String operations = output ? "postprocessing" : "preprocessing";
        final TensorDescription tensor =
                new TensorDescription(
                        name,
                        description(at),
                        axes,
                        dtype,
                        new OperationFields04(axes, references, output)
                                .read(at.given(operations), dtype),
                        file(output ? "test_outputs" : "test_inputs", index)
                                .map(field -> FileField.needed(field, files)),
                        file(output ? "sample_outputs" : "sample_inputs", index)
                                .flatMap(field -> FileField.offered(field, files)));
        return new DescribedTensor(at, tensor, axes.stream().map(axis -> at.at("shape")).toList());
    }

    private Optional<Field> file(final String list, final int index) {
        final Optional<List<Field>> files = root.given(list).map(Field::items);
        if (files.isEmpty() || files.get().isEmpty()) {
            return Optional.empty();
        }
        if (index >= files.get().size() && list.startsWith("sample")) {
            return Optional.empty();
        }
        if (index >= files.get().size()) {
            throw root.at(list).failure("has fewer files than the model has tensors");
        }
        return Optional.of(files.get().get(index)).filter(Field::isPresent);
    }
}
