package io.github.unetfiji.bioimageio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** Packages whose description makes no sense, cannot be used here, or is unusual but right. */
class OddPackagesTest {

    private static final MemoryFiles OLD = SmallPackages.format04();
    private static final MemoryFiles NEW = SmallPackages.format05();

    /** The package with other values, each {@code path: value} as YAML. */
    private static MemoryFiles changed(final MemoryFiles files, final String... changes) {
        final Map<String, Object> tree = SmallPackages.tree(files);
        for (final String change : changes) {
            final int colon = change.indexOf(": ");
            OddValues.change(
                    tree,
                    change.substring(0, colon),
                    new Yaml().load(change.substring(colon + 2)),
                    false);
        }
        return SmallPackages.with(files, tree);
    }

    private static void fails(final MemoryFiles files, final String sentence) {
        assertEquals(sentence, OneSentence.of(() -> SmallPackages.read(files)).orElse("read"));
    }

    private static void fieldFails(
            final MemoryFiles files, final String field, final String predicate) {
        fails(files, "The field " + field + " of rdf.yaml " + predicate + ".");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "onnx",
                "tensorflow_js",
                "tensorflow_saved_model_bundle",
                "keras_hdf5",
                "pytorch_state_dict",
                "something_else"
            })
    void weightsOfOtherFrameworksAreNamed(final String format) {
        for (final MemoryFiles files : List.of(OLD, NEW)) {
            fieldFails(
                    changed(files, "weights: {" + format + ": {source: weights.pt}}"),
                    "weights",
                    "has only " + format + ", but a model needs torchscript weights to run here");
        }
    }

    @Test
    void theOlderNameOfTorchScriptIsRead() throws IOException {
        final MemoryFiles files =
                changed(OLD, "weights: {onnx: {source: a}, pytorch_script: {source: weights.pt}}");
        assertEquals("weights.pt", SmallPackages.read(files).weights().path());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stardist_postprocessing",
                "cellpose_flow_dynamics",
                "custom",
                "scale_mean_variance",
                "Sigmoid",
                "__import__"
            })
    void operationsThatAreUnknownBeforeAProgramAreNamed(final String id) {
        fieldFails(
                changed(NEW, "inputs[0].preprocessing: [{id: " + id + "}]"),
                "inputs[0].preprocessing[0].id",
                "is \""
                        + id
                        + "\", but must be one of binarize, clip, ensure_dtype,"
                        + " fixed_zero_mean_unit_variance, scale_linear, scale_range, sigmoid, softmax,"
                        + " zero_mean_unit_variance");
        fieldFails(
                changed(OLD, "inputs[0].preprocessing: [{name: " + id + "}]"),
                "inputs[0].preprocessing[0].name",
                "is \""
                        + id
                        + "\", but must be one of binarize, clip, scale_linear, sigmoid,"
                        + " zero_mean_unit_variance, scale_range");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "binarize: {threshold: 0.5, factor: 2}",
                "clip: {min: 0, maximum: 2}",
                "ensure_dtype: {type: float32}",
                "fixed_zero_mean_unit_variance: {mean: 0, sigma: 1}",
                "scale_linear: {gain: 2, bias: 1}",
                "scale_mean_variance: {reference_tensor: raw, mode: per_sample}",
                "scale_range: {mode: per_sample}",
                "sigmoid: {slope: 1}",
                "softmax: {dim: 1}",
                "zero_mean_unit_variance: {mode: fixed}"
            })
    void argumentsThatAreUnknownAreNamed(final String operation) {
        final String id = operation.substring(0, operation.indexOf(':'));
        final String kwargs = operation.substring(operation.indexOf(':') + 2);
        final MemoryFiles files =
                changed(
                        NEW,
                        "outputs[0].postprocessing: [{id: " + id + ", kwargs: " + kwargs + "}]");
        final String sentence = OneSentence.of(() -> SmallPackages.read(files)).orElse("read");
        assertTrue(
                sentence.matches(
                        "The field outputs\\[0\\]\\.postprocessing\\[0\\]\\.kwargs\\.\\w+ of rdf.yaml is"
                                + " not known; known are: .*\\."),
                sentence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "size: 20 | outputs[0].axes[2].size | gives the axis y a length that does not follow from that of the input",
                "size: {tensor_id: raw, axis_id: x, offset: 0} | outputs[0].axes[2].size | refers to raw.x, but must refer to raw.y",
                "size: {tensor_id: classes, axis_id: x, offset: 0} | outputs[0].axes[2].size | refers to the axis 'x' of the tensor"
                        + " 'classes', which has no size of its own",
                "size: {tensor_id: classes, axis_id: y, offset: 0} | outputs[0].axes[2].size | refers to the axis 'y' of the tensor"
                        + " 'classes', which has no size of its own",
                "size: {tensor_id: raw, axis_id: batch, offset: 0} | outputs[0].axes[2].size | refers to the axis 'batch' of the"
                        + " tensor 'raw', which has no size of its own",
                "size: {tensor_id: raw, axis_id: y, offset: 2} | outputs[0].axes[2].size | makes the output longer than the input by"
                        + " 2 px, which cannot be used",
                "size: {tensor_id: raw, axis_id: y, offset: -3} | outputs[0].axes[2].size | makes the output shorter by 3 px, but"
                        + " only an even number at the same scale can be used",
                "size: {tensor_id: raw, axis_id: y, offset: -16} | outputs[0].axes[2].size | leaves nothing of the smallest input,"
                        + " which is 16 px",
                "scale: 0.3 | outputs[0].axes[2].size | makes the output 1.6666666666666667 times as long as the input, but only k or"
                        + " 1/k times, of a whole k, can be used",
                "scale: 1.5 | outputs[0].axes[2].size | does not give a whole number of px for every length of the input",
                "halo: 8 | outputs[0].axes[2].halo | is 8 px along y, which leaves nothing of the smallest output of 16 px",
                "halo: 2000000 | outputs[0].axes[2].halo | is 2000000, but must be a whole number from 0 to 1048576",
                "size: {min: 16, step: 4} | outputs[0].axes[2].size | is a map, but must be a whole number, or name an axis by"
                        + " tensor_id and axis_id",
                "size: {min: 1, max: 9} | outputs[0].axes[2].size | gives the axis y a length that does not follow from that of the"
                        + " input",
                "unit: nanometer | outputs[0].axes[2].size | refers to an axis in micrometer, but its own unit is nanometer",
                "type: time | outputs[0].axes | has an axis of time, but only batch, channel, z, y and x can be longer than 1",
                "id: z | outputs[0].axes | has no axis y, so the output is no image",
                "id: w | outputs[0].axes[2].id | is \"w\", but must be one of x, y, z"
            })
    void sizesOfAnOutputThatCannotBeUsedAreNamed(final String line) {
        final String[] parts = line.split(" \\| ");
        fieldFails(changed(NEW, "outputs[0].axes[2]." + parts[0]), parts[1], parts[2]);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "inputs[0].axes[0].size: 2 | inputs[0].axes[0].size | is 2, but must be 1, or missing",
                "inputs[0].axes[2].size: 0 | inputs[0].axes[2].size | is 0, but must be a whole number from 1 to 1048576",
                "inputs[0].axes[2].size: 99999999999 | inputs[0].axes[2].size | is 99999999999, but must be a whole number from 1 to"
                        + " 1048576",
                "inputs[0].axes[2].size: 16.5 | inputs[0].axes[2].size | is 16.5, but must be a whole number from 1 to 1048576",
                "inputs[0].axes[2].size.step: 0 | inputs[0].axes[2].size.step | is 0, but must be a whole number from 1 to 1048576",
                "inputs[0].axes[2].size: {tensor_id: raw, axis_id: x} | inputs[0].axes[2].size | follows from another axis,"
                        + " which cannot be used for an input",
                "inputs[0].axes[2].halo: 4 | inputs[0].axes[2].halo | stands at an input, but only outputs have a halo",
                "inputs[0].axes[2].id: x | inputs[0].axes | has the axis x twice",
                "inputs[0].axes[2].type: index | inputs[0].axes | has an axis of indices, but only batch, channel, z, y and x can be"
                        + " longer than 1",
                "inputs[0].axes[2].type: plane | inputs[0].axes[2].type | is \"plane\", but must be one of batch, channel, index, time,"
                        + " space",
                "inputs[0].axes[2].scale: 0 | inputs[0].axes[2].scale | is 0, but must be a number above 0",
                "inputs[0].axes[1].channel_names: [] | inputs[0].axes[1].channel_names | has 0 items, but must have from 1 to 4096",
                "inputs[0].data.type: complex64 | inputs[0].data.type | is \"complex64\", but must be one of float32, float64, uint8,"
                        + " int8, uint16, int16, uint32, int32, uint64, int64, bool",
                "inputs[0].optional: perhaps | inputs[0].optional | is \"perhaps\", but must be true or false",
                "outputs[0].id: raw | outputs[0].id | is the id of another tensor, too",
                "inputs: [] | inputs | has no items, but must have one",
                "outputs: [] | outputs | has no items, but must have at least one",
                "format_version: 0.6.0 | format_version | is \"0.6.0\", but must be 0.4 or 0.5, with a patch version",
                "format_version: 1.5.0 | format_version | is \"1.5.0\", but must be 0.4 or 0.5, with a patch version",
                "format_version: 0.2.4 | format_version | is \"0.2.4\", but must be 0.4 or 0.5, with a patch version",
                "type: dataset | type | is \"dataset\", but must be model",
                "weights.torchscript.source: ../weights.pt | weights.torchscript.source | is \"../weights.pt\", but must be a path of a"
                        + " file within the package",
                "weights.torchscript.source: /etc/passwd | weights.torchscript.source | is \"/etc/passwd\", but must be a path of a file"
                        + " within the package",
                "weights.torchscript.source: 'C:\\weights.pt' | weights.torchscript.source | is \"C:\\weights.pt\", but must be a path of"
                        + " a file within the package",
                "weights.torchscript.source: 'https://example.org/weights.pt' | weights.torchscript.source | is an address on the web,"
                        + " from which nothing is loaded: download the model with all of its files, as a zip",
                "weights.torchscript.source: other.pt | weights.torchscript.source | names the file other.pt, which the package does"
                        + " not have",
                "weights.torchscript.sha256: abc | weights.torchscript.sha256 | is \"abc\", but must be 64 hexadecimal digits",
                "inputs[0].test_tensor.source: 'https://example.org/a.npy' | inputs[0].test_tensor.source | is an address on the web,"
                        + " from which nothing is loaded: download the model with all of its files, as a zip"
            })
    void fieldsOfFormat05ThatCannotBeUsedAreNamed(final String line) {
        final String[] parts = line.split(" \\| ");
        fieldFails(changed(NEW, parts[0]), parts[1], parts[2]);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "axes: bcyw | axes | is \"bcyw\", but must be letters of b, i, t, c, z, y, x, none twice",
                "axes: bcyy | axes | is \"bcyy\", but must be letters of b, i, t, c, z, y, x, none twice",
                "axes: bcyxz | shape.min | has 4 items, but must have 5, one for each of the axes bcyxz",
                "axes: btyx | axes | has no axis c",
                "shape: [1, 1, 16] | shape | has 3 items, but must have 4, one for each of the axes bcyx",
                "shape: [2, 1, 16, 16] | shape[0] | is 2, but must be 1 for the axis of the batch",
                "shape: [1, 1, 16, -16] | shape[3] | is -16, but must be a whole number from 1 to 1048576",
                "shape: [1, 0, 16, 16] | shape[1] | is 0, but must be a whole number from 1 to 1048576",
                "shape.step: [1, 0, 4, 4] | shape.step[0] | is 1, but must be 0 for the axis of the batch",
                "shape.step: [0, 1, 4, 4] | shape | must give the channels a fixed length, from 1 to 4096",
                "shape.min: [1, 1, 1000000, 1000000] | axes | needs images that are too large",
                "data_type: float | data_type | is \"float\", but must be one of float32, float64, uint8, int8, uint16, int16, uint32,"
                        + " int32, uint64, int64, bool"
            })
    void inputsOfFormat04ThatCannotBeUsedAreNamed(final String line) {
        final String[] parts = line.split(" \\| ");
        if (parts[0].equals("axes: btyx")) {
            fieldFails(
                    changed(OLD, "inputs[0].axes: btyx", "inputs[0].shape: [1, 3, 16, 16]"),
                    "inputs[0].axes",
                    "has an axis of time, but only batch, channel, z, y and x can be longer than 1");
            return;
        }
        fieldFails(changed(OLD, "inputs[0]." + parts[0]), "inputs[0]." + parts[1], parts[2]);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shape.reference_tensor: other | shape.reference_tensor | refers to the tensor 'other', which the model does not have",
                "shape.reference_tensor: probability | shape.reference_tensor | refers to the tensor 'probability', which the model does"
                        + " not have",
                "shape.scale: [1, 0, 1.5, 1] | shape | makes the output 1.5 times as long as the input, but only k or 1/k times, of a"
                        + " whole k, can be used",
                "shape.scale: [1, 0, 0, 1] | shape.offset[2] | is 0, but must be above 0, where the scale is 0 or null",
                "shape.scale: [1, 0.5, 1, 1] | shape.scale[1] | does not give a whole number of channels",
                "shape.scale: [1, 0, -1, 1] | shape.scale[2] | is -1, but must be a number from 0 to 1000000, or null",
                "shape.offset: [0, 1, 0.3, 0] | shape.offset[2] | is 0.3, but must be a whole number, or a half",
                "shape.offset: [0, 1, -8, 0] | shape | leaves nothing of the smallest input, which is 16 px",
                "shape.offset: [0, 1, 2, 0] | shape | makes the output longer than the input by 4 px, which cannot be used",
                "shape: [1, 2, 16, 16] | shape | gives the axis y a length that does not follow from that of the input",
                "halo: [0, 0, 8, 4] | halo | is 8 px along y, which leaves nothing of the smallest output of 16 px",
                "halo: [0, 0, 4] | halo | has 3 items, but must have 4, one for each of the axes bcyx",
                "halo: [0, 1, 4, 4] | halo[1] | is 1, but must be 0, since the axis is none in space",
                "name: raw | name | is the name of another tensor, too"
            })
    void outputsOfFormat04ThatCannotBeUsedAreNamed(final String line) {
        final String[] parts = line.split(" \\| ");
        fieldFails(changed(OLD, "outputs[0]." + parts[0]), "outputs[0]." + parts[1], parts[2]);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{name: zero_mean_unit_variance, kwargs: {axes: cyx, mode: per_batch}} | mode | is \"per_batch\", but must be one of"
                        + " fixed, per_sample, per_dataset",
                "{name: zero_mean_unit_variance, kwargs: {axes: cyx}} | mean | is missing, but must be a finite number, as float32",
                "{name: zero_mean_unit_variance, kwargs: {axes: cyx, mean: 1, std: 0}} | std | is 0, but must be a number, at least"
                        + " 1.0E-6",
                "{name: zero_mean_unit_variance, kwargs: {axes: cyx, mean: .nan, std: 1}} | mean | is NaN, but must be a finite number,"
                        + " as float32",
                "{name: zero_mean_unit_variance, kwargs: {axes: yx, mean: [1, 2], std: 1}} | mean | has 2 items, but must have 1, one"
                        + " for each element of the axis 'channel'",
                "{name: zero_mean_unit_variance, kwargs: {axes: zyx, mode: per_sample}} | axes | is \"zyx\", but must be letters of c,"
                        + " z, y, x that the tensor has, none twice",
                "{name: zero_mean_unit_variance, kwargs: {axes: yx, mode: per_sample, mean: 1}} | mean | is given, but the mode is"
                        + " per_sample",
                "{name: scale_range, kwargs: {axes: yx}} | mode | is missing, but must be one of per_sample, per_dataset",
                "{name: scale_range, kwargs: {mode: per_sample}} | axes | is missing, but must be a text",
                "{name: scale_range, kwargs: {mode: per_sample, axes: yx, max_percentile: 0.998}} | max_percentile | is 0.998, but must"
                        + " be a number above 1, up to 100",
                "{name: scale_range, kwargs: {mode: per_sample, axes: yx, min_percentile: 60, max_percentile: 40}} | min_percentile | is"
                        + " not below max_percentile",
                "{name: scale_range, kwargs: {mode: per_sample, axes: yx, eps: 0}} | eps | is 0, but must be a number above 0, up to"
                        + " 0.1",
                "{name: scale_linear, kwargs: {gain: [1, 2]}} | gain | is a list, but the axis is missing that it belongs to",
                "{name: scale_linear, kwargs: {axes: x, gain: [1, 2]}} | axes | leaves out more than one axis",
                "{name: clip, kwargs: {min: 2, max: 1}} | min | is above max",
                "{name: clip, kwargs: {min: 2}} | max | is missing, but must be a finite number, as float32",
                "{name: binarize} | threshold | is missing, but must be a finite number, as float32"
            })
    void argumentsOfFormat04ThatAreWrongAreNamed(final String line) {
        final String[] parts = line.split(" \\| ");
        fieldFails(
                changed(OLD, "inputs[0].preprocessing: [" + parts[0] + "]"),
                "inputs[0].preprocessing[0].kwargs." + parts[1],
                parts[2]);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{id: binarize, kwargs: {threshold: [1, 2, 3], axis: channel}} | threshold | has 3 items, but must have 2, one for each"
                        + " element of the axis 'channel'",
                "{id: binarize, kwargs: {threshold: .inf}} | threshold | is Infinity, but must be a finite number, as float32",
                "{id: clip, kwargs: {min: 1, min_percentile: 2}} |  | has both a bound and its percentile, but may have only one",
                "{id: clip} |  | has no bound, but must have min, max or a percentile",
                "{id: clip, kwargs: {min_percentile: 100}} | min_percentile | is 100, but must be a number from 0 to below 100",
                "{id: clip, kwargs: {min_percentile: 70, max_percentile: 30}} | min_percentile | is not below max_percentile",
                "{id: fixed_zero_mean_unit_variance, kwargs: {mean: [1, 2], std: [1, 0], axis: channel}} | std[1] | is 0, but must be a"
                        + " number, at least 1.0E-6",
                "{id: fixed_zero_mean_unit_variance, kwargs: {mean: 1}} | std | is missing, but must be a finite number, as float32",
                "{id: scale_range, kwargs: {reference_tensor: classes}} | reference_tensor | refers to the tensor 'classes', but may"
                        + " refer to: raw",
                "{id: zero_mean_unit_variance, kwargs: {axes: [y, z]}} | axes[1] | is \"z\", but must be one of batch, channel, y, x",
                "{id: zero_mean_unit_variance, kwargs: {axes: yx}} | axes | is \"yx\", but must be a list",
                "{id: zero_mean_unit_variance, kwargs: {axes: [y, y]}} | axes | must name at least one axis, and none twice",
                "{id: softmax, kwargs: {axis: batch}} | axis | is \"batch\", but must be one of channel, y, x",
                "{id: ensure_dtype, kwargs: {dtype: float16}} | dtype | is \"float16\", but must be one of float32, float64, uint8, int8,"
                        + " uint16, int16, uint32, int32, uint64, int64, bool"
            })
    void argumentsOfFormat05ThatAreWrongAreNamed(final String line) {
        final String[] parts = line.split(" \\| ");
        final String key = parts[1].isBlank() ? "" : "." + parts[1];
        fieldFails(
                changed(NEW, "inputs[0].preprocessing: [" + parts[0] + "]"),
                "inputs[0].preprocessing[0].kwargs" + key,
                parts[2]);
    }

    @Test
    void severalInputsAreRefused() {
        final Map<String, Object> old = SmallPackages.tree(OLD);
        addCopy(old, "inputs", "name");
        fieldFails(
                SmallPackages.with(OLD, old),
                "inputs",
                "has 2 items, but only models with one input can be used");
        final Map<String, Object> tree = SmallPackages.tree(NEW);
        addCopy(tree, "inputs", "id");
        fieldFails(
                SmallPackages.with(NEW, tree),
                "inputs",
                "has 2 items, but models with more than one input cannot be used");
    }

    @Test
    void anOptionalInputIsLeftOut() throws IOException {
        final Map<String, Object> tree = SmallPackages.tree(NEW);
        addCopy(tree, "inputs", "id");
        OddValues.change(tree, "inputs[1].optional", true, false);
        assertEquals("raw", SmallPackages.read(SmallPackages.with(NEW, tree)).input().id());
        OddValues.change(tree, "inputs[1].optional", false, false);
        OddValues.change(tree, "inputs[0].optional", true, false);
        fieldFails(
                SmallPackages.with(NEW, tree),
                "inputs",
                "has an optional input before the one that is needed");
    }

    @Test
    void severalOutputsAreRead() throws IOException {
        final Map<String, Object> tree = SmallPackages.tree(NEW);
        addCopy(tree, "outputs", "id");
        assertEquals(
                List.of("classes", "other"),
                SmallPackages.read(SmallPackages.with(NEW, tree)).outputs().stream()
                        .map(TensorDescription::id)
                        .toList());
        final Map<String, Object> old = SmallPackages.tree(OLD);
        addCopy(old, "outputs", "name");
        fieldFails(
                SmallPackages.with(OLD, old),
                "test_outputs",
                "has fewer files than the model has tensors");
    }

    @SuppressWarnings("unchecked")
    private static void addCopy(
            final Map<String, Object> tree, final String list, final String key) {
        final List<Object> all = new ArrayList<>((List<Object>) tree.get(list));
        final Map<String, Object> copy = new LinkedHashMap<>((Map<String, Object>) all.get(0));
        copy.put(key, "other");
        all.add(copy);
        tree.put(list, all);
    }

    @Test
    void filesThatAreMissingOrChangedAreNamed() {
        for (final MemoryFiles files : List.of(OLD, NEW)) {
            fieldFails(
                    files.without("weights.pt"),
                    "weights.torchscript.source",
                    "names the file weights.pt, which the package does not have");
            fails(
                    files.with("weights.pt", SmallPackages.text("another program")),
                    "The file weights.pt of the package is damaged: its checksum is not the one of the"
                            + " description.");
            fails(
                    files.without("rdf.yaml"),
                    "It is no complete model package: it has no description (rdf.yaml, bioimageio.yaml or model.yaml).");
            fails(files.with("rdf.yaml", new byte[0]), "rdf.yaml holds no description.");
        }
        fieldFails(
                OLD.without("test_input.npy"),
                "test_inputs[0]",
                "names the file test_input.npy, which the package does not have");
        fieldFails(
                NEW.without("test_output.npy"),
                "outputs[0].test_tensor.source",
                "names the file test_output.npy, which the package does not have");
    }

    @Test
    void filesForPeopleMayBeMissing() throws IOException {
        final PackageDescription model =
                SmallPackages.read(NEW.without("cover.png").without("doc.md"));
        assertTrue(model.covers().isEmpty() && model.documentation().isEmpty());
    }

    @Test
    void testTensorsThatContradictTheDescriptionAreNamed() {
        tensorFails(new float[480], "[1, 2, 20, 12]", "x", 1, 2, 20, 12);
        tensorFails(new float[800], "[1, 1, 20, 40]", "channel", 1, 1, 20, 40);
        tensorFails(new float[1008], "[1, 2, 21, 24]", "y", 1, 2, 21, 24);
        fails(
                NEW.with("test_input.npy", NumpyFile.bytes(new float[400], 20, 20)),
                "The file test_input.npy of the package has the shape [20, 20], but must have the 4 axes of the"
                        + " tensor 'raw'.");
        final float[] values = new float[960];
        values[7] = Float.NaN;
        fails(
                NEW.with("test_input.npy", NumpyFile.bytes(values, 1, 2, 20, 24)),
                "The file test_input.npy of the package holds values that are not finite.");
        fails(
                changed(NEW, "inputs[0].data.type: uint8"),
                "The file test_input.npy of the package holds float32, but the tensor 'raw' is uint8.");
    }

    private static void tensorFails(
            final float[] values, final String shape, final String axis, final long... sides) {
        fails(
                NEW.with("test_input.npy", NumpyFile.bytes(values, sides)),
                "The file test_input.npy of the package has the shape "
                        + shape
                        + ", but must have a length of the axis '"
                        + axis
                        + "' as the description says of the tensor 'raw'.");
    }

    @Test
    void damagedTensorsAreNamed() {
        final byte[] right = NEW.files().get("test_input.npy");
        for (int length = 0; length < right.length; length += 1 + length / 8) {
            final byte[] cut = Arrays.copyOf(right, length);
            final String sentence =
                    OneSentence.of(() -> SmallPackages.read(NEW.with("test_input.npy", cut)))
                            .orElse("read");
            assertTrue(sentence.startsWith("The file test_input.npy of the package "), sentence);
        }
    }

    @Test
    void unusualButRightPackagesAreRead() throws IOException {
        for (final String change :
                List.of(
                        "format_version: 0.5.99",
                        "weights.torchscript.source: ./weights.pt",
                        "weights.torchscript.pytorch_version: 2.5",
                        "inputs[0].optional: true",
                        "inputs[0].preprocessing[0].kwargs.eps: 1e-6",
                        "inputs[0].axes[1].channel_names: 'channel{i}'",
                        "covers: ['https://example.org/cover.png']",
                        "documentation: 'https://example.org/doc.md'",
                        "inputs[0].data.range: [null, .inf]",
                        "inputs[0].data: [{values: [0, 1], type: float32}, {type: float32}]",
                        "config: {anything: [1, {a: null}]}")) {
            final MemoryFiles files =
                    change.contains("{i}")
                            ? changed(NEW, change, "inputs[0].axes[1].size: 2")
                            : changed(NEW, change);
            assertEquals("raw", SmallPackages.read(files).input().id(), change);
        }
    }

    @Test
    void anOutputOfTheSameFixedSizeFollowsFromTheInput() throws IOException {
        final MemoryFiles files =
                changed(OLD, "inputs[0].shape: [1, 1, 20, 24]", "outputs[0].shape: [1, 2, 20, 24]");
        assertEquals(
                new AxisSize.Relative("raw", "y", 1, 0),
                SmallPackages.read(files).outputs().get(0).axes().get(2).size());
    }

    @Test
    void theDataSetIsTheBatch() throws IOException {
        final List<Operation> operations = SmallPackages.read(OLD).input().operations();
        final Operation.ScaleRange range = (Operation.ScaleRange) operations.get(2);
        assertEquals(List.of("batch", "channel", "y", "x"), range.axes().orElseThrow());
        assertEquals(
                new Operation.ScaleLinear(List.of(2.0), List.of(0.5), java.util.Optional.empty()),
                operations.get(3));
    }
}
