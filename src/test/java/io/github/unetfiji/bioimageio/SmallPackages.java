package io.github.unetfiji.bioimageio;

import io.github.unetfiji.file.YamlMap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.Yaml;

/** Small packages that are right, to be damaged. Their program is a text, which is not run. */
public final class SmallPackages {

    /** A model of format 0.4: two channels of probabilities, halo, normalised per sample. */
    static final String FORMAT_04 =
            """
            type: model
            format_version: 0.4.10
            name: small package
            description: a small one
            authors:
            - name: Somebody
            cite:
            - text: a paper
              doi: 10.1007/978-3-319-24574-4_28
            license: MIT
            documentation: doc.md
            covers:
            - cover.png
            tags:
            - cells
            timestamp: '2026-01-02T03:04:05'
            config:
              bioimageio:
                nickname: small-one
            inputs:
            - name: raw
              description: gray
              axes: bcyx
              data_type: float32
              data_range: [-.inf, .inf]
              shape:
                min: [1, 1, 16, 16]
                step: [0, 0, 4, 4]
              preprocessing:
              - name: zero_mean_unit_variance
                kwargs: {mode: per_sample, axes: yx, eps: 1.0e-6}
              - name: scale_range
                kwargs: {mode: per_dataset, axes: cyx, min_percentile: 1, max_percentile: 99.8}
              - name: scale_linear
                kwargs: {axes: yx, gain: [2.0], offset: 0.5}
              - name: clip
                kwargs: {min: -3.0, max: 3.0}
            outputs:
            - name: probability
              description: foreground, boundary
              axes: bcyx
              data_type: float32
              shape:
                reference_tensor: raw
                scale: [1, 0, 1, 1]
                offset: [0, 1, 0, 0]
              halo: [0, 0, 4, 4]
              postprocessing:
              - name: sigmoid
              - name: binarize
                kwargs: {threshold: 0.5}
            test_inputs: [test_input.npy]
            test_outputs: [test_output.npy]
            weights:
              torchscript:
                source: weights.pt
                sha256: %s
                pytorch_version: 2.5.0
            """;

    /** A model of format 0.5: two channels in, two classes out. */
    static final String FORMAT_05 =
            """
            type: model
            format_version: 0.5.7
            name: small package
            description: a small one
            id: small-one
            version: 1.0.0
            authors:
            - name: Somebody
            cite:
            - text: a paper
              doi: 10.1007/978-3-319-24574-4_28
            license: MIT
            documentation: doc.md
            covers:
            - cover.png
            tags:
            - cells
            inputs:
            - id: raw
              description: two stains
              axes:
              - type: batch
              - type: channel
                id: channel
                channel_names: [red, green]
              - type: space
                id: y
                size: {min: 16, step: 4}
                scale: 0.5
                unit: micrometer
                concatenable: false
              - type: space
                id: x
                size: {min: 16, step: 4}
                scale: 0.5
                unit: micrometer
              data: {type: float32, range: [0, 255]}
              preprocessing:
              - id: zero_mean_unit_variance
                kwargs: {axes: [y, x], eps: 1.0e-6}
              - id: fixed_zero_mean_unit_variance
                kwargs: {axis: channel, mean: [1.0, 2.0], std: [3.0, 4.0]}
              - id: scale_range
                kwargs: {axes: [batch, y, x], min_percentile: 1, max_percentile: 99.8, eps: 0.001}
              - id: scale_linear
                kwargs: {axis: channel, gain: [2.0, 3.0], offset: [0.5, 0.25]}
              - id: clip
                kwargs: {min: -3.0, max_percentile: 99.0, axes: [y, x]}
              - id: ensure_dtype
                kwargs: {dtype: float32}
              test_tensor: {source: test_input.npy}
            outputs:
            - id: classes
              description: two classes
              axes:
              - type: batch
              - type: channel
                channel_names: [background, cell]
              - type: space
                id: y
                size: {tensor_id: raw, axis_id: y, offset: 0}
                halo: 4
                scale: 0.5
                unit: micrometer
              - type: space
                id: x
                size: {tensor_id: raw, axis_id: x}
                halo: 4
                scale: 0.5
                unit: micrometer
              data:
              - {type: float32, range: [0, 1]}
              - {type: float32}
              postprocessing:
              - id: scale_mean_variance
                kwargs: {reference_tensor: raw, axes: [y, x]}
              - id: softmax
                kwargs: {axis: channel}
              - id: binarize
                kwargs: {threshold: [0.25, 0.5], axis: channel}
              test_tensor: {source: test_output.npy, sha256: %s}
            weights:
              torchscript:
                source: weights.pt
                sha256: %s
                pytorch_version: 2.5.0
            """;

    private SmallPackages() {}

    /** Plain values of a description, to be changed. */
    static Map<String, Object> tree(final MemoryFiles files) {
        return new Yaml().load(new String(files.files().get("rdf.yaml"), StandardCharsets.UTF_8));
    }

    /** The package with another description. */
    static MemoryFiles with(final MemoryFiles files, final Map<String, Object> description) {
        return files.with("rdf.yaml", text(YamlMap.text(description)));
    }

    /** A package of format 0.4. */
    static MemoryFiles format04() {
        return new MemoryFiles(files(1))
                .with("rdf.yaml", text(FORMAT_04.formatted(sha256(text("a program")))));
    }

    /** A package of format 0.5. */
    static MemoryFiles format05() {
        final Map<String, byte[]> files = files(2);
        return new MemoryFiles(files)
                .with(
                        "rdf.yaml",
                        text(
                                FORMAT_05.formatted(
                                        sha256(files.get("test_output.npy")),
                                        sha256(text("a program")))));
    }

    private static Map<String, byte[]> files(final int channels) {
        final Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("rdf.yaml", new byte[0]);
        files.put("weights.pt", text("a program"));
        files.put("doc.md", text("# Validation"));
        files.put("cover.png", text("a picture"));
        files.put(
                "test_input.npy",
                NumpyFile.bytes(new float[channels * 20 * 24], 1, channels, 20, 24));
        files.put("test_output.npy", NumpyFile.bytes(new float[2 * 20 * 24], 1, 2, 20, 24));
        return files;
    }

    static byte[] text(final String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String sha256(final byte[] bytes) {
        return io.github.unetfiji.file.Sha256.hex(bytes);
    }

    /** Reads all of a package that is used but the program. */
    static PackageDescription read(final PackageFiles files) throws IOException {
        final PackageDescription model = DescriptionReader.read(files);
        final Optional<io.github.unetfiji.network.Tensor> input = TestTensor.input(model, files);
        for (final TensorDescription output : model.outputs()) {
            if (input.isPresent()) {
                TestTensor.output(model, output, input.get(), files);
            }
        }
        model.weights().read(files, 1 << 20);
        return model;
    }
}
