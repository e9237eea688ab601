package io.github.unetfiji.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unetfiji.file.Sha256;
import io.github.unetfiji.network.Architecture;
import io.github.unetfiji.setting.Settings;
import io.github.unetfiji.stack.LengthUnit;
import io.github.unetfiji.stack.PixelSize;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;

/** The rules of BioImage.IO 0.5 that can be checked without its validator. */
class ResourceDescriptionTest {

    private static Map<String, Object> describe(final UNetModel model) {
        final PackagedFiles files = new PackagedFiles();
        for (final String name :
                List.of(
                        "weights.pt",
                        "test_input.npy",
                        "test_output.npy",
                        "sample_input.tif",
                        "sample_output.tif",
                        "cover.png")) {
            files.put(name, name.getBytes(StandardCharsets.UTF_8));
        }
        return new Yaml().load(new ResourceDescription(model, files).write());
    }

    private static Map<String, Object> file(final String name) {
        return Map.of("source", name, "sha256", Sha256.hex(name.getBytes(StandardCharsets.UTF_8)));
    }

    private static UNetModel named(final String name, final List<String> classes) {
        final UNetModel model = Models.of(Architecture.of(1, 2, 1, classes.size()), "stack");
        return new UNetModel(
                name,
                model.architecture(),
                model.parameters(),
                model.normalization(),
                classes,
                Map.of());
    }

    private static Map<?, ?> map(final Object value) {
        return (Map<?, ?>) value;
    }

    private static Map<?, ?> first(final Object list) {
        return map(((List<?>) list).get(0));
    }

    @Test
    void allThatTheFormatAsksFor() {
        final Map<String, Object> rdf = describe(Models.tiny(1, 2, "stack"));
        assertTrue(
                rdf.keySet()
                        .containsAll(
                                List.of(
                                        "format_version",
                                        "type",
                                        "name",
                                        "description",
                                        "authors",
                                        "cite",
                                        "documentation",
                                        "license",
                                        "id",
                                        "version",
                                        "covers",
                                        "tags",
                                        "inputs",
                                        "outputs",
                                        "weights")));
        assertEquals("model", rdf.get("type"));
        assertTrue(rdf.get("format_version").toString().matches("0\\.5\\.\\d+"));
        assertEquals("README.md", rdf.get("documentation"));
        assertEquals(Map.of("name", "U-Net for Fiji"), first(rdf.get("authors")));
        assertEquals("10.1007/978-3-319-24574-4_28", first(rdf.get("cite")).get("doi"));
        final Map<String, Object> weights = new HashMap<>(file("weights.pt"));
        weights.put("pytorch_version", "2.7.1");
        assertEquals(weights, map(rdf.get("weights")).get("torchscript"));
        assertEquals("zellen-m-a-1", rdf.get("id"));
        assertEquals("1.0.0", rdf.get("version"));
        assertEquals("CC-BY-4.0", rdf.get("license"));
        assertEquals(List.of("cover.png"), rdf.get("covers"));
        assertFalse(rdf.containsKey("maintainers"));
    }

    @Test
    void theAxes() {
        final Map<String, Object> rdf = describe(Models.of(Architecture.of(4, 2, 3, 2), "slice"));
        final Map<?, ?> input = first(rdf.get("inputs"));
        assertEquals("image", input.get("id"));
        assertEquals(file("test_input.npy"), input.get("test_tensor"));
        assertEquals(file("sample_input.tif"), input.get("sample_tensor"));
        assertEquals(
                List.of(
                        Map.of("type", "batch"),
                        Map.of(
                                "type",
                                "channel",
                                "channel_names",
                                List.of("channel0", "channel1", "channel2")),
                        Map.of("type", "space", "id", "y", "size", Map.of("min", 208, "step", 16)),
                        Map.of("type", "space", "id", "x", "size", Map.of("min", 208, "step", 16))),
                input.get("axes"));
        final Map<?, ?> output = first(rdf.get("outputs"));
        assertEquals(
                List.of(
                        Map.of("type", "batch"),
                        Map.of("type", "channel", "channel_names", List.of("background", "class1")),
                        Map.of(
                                "type",
                                "space",
                                "id",
                                "y",
                                "size",
                                Map.of("tensor_id", "image", "axis_id", "y", "offset", 0),
                                "halo",
                                96),
                        Map.of(
                                "type",
                                "space",
                                "id",
                                "x",
                                "size",
                                Map.of("tensor_id", "image", "axis_id", "x", "offset", 0),
                                "halo",
                                96)),
                output.get("axes"));
    }

    /** Other programs multiply sizes of tiles by a scale of the axes, so it stands where only this program looks. */
    @Test
    void thePixelSize() {
        final PixelSize size = new PixelSize(4, 5, LengthUnit.NANOMETER);
        final Map<String, Object> rdf =
                describe(Models.calibrated(Models.tiny(1, 2, "stack"), size));
        assertEquals(
                Map.of("x", 4.0, "y", 5.0, "unit", "nanometer"),
                map(map(rdf.get("config")).get("unetfiji")).get("pixel_size"));
        for (final String tensor : List.of("inputs", "outputs")) {
            for (final Object axis : (List<?>) first(rdf.get(tensor)).get("axes")) {
                assertFalse(map(axis).containsKey("unit"));
                assertFalse(map(axis).containsKey("scale"));
            }
        }
    }

    /** Over all slices together, or over each: "batch" tells them apart. */
    @ParameterizedTest
    @CsvSource({"stack, '[batch, y, x]'", "slice, '[y, x]'"})
    void preprocessingByMeanAndDeviation(final String mode, final String axes) {
        final Map<?, ?> input = first(describe(Models.tiny(1, 2, mode)).get("inputs"));
        final Map<?, ?> operation = first(input.get("preprocessing"));
        assertEquals("zero_mean_unit_variance", operation.get("id"));
        assertEquals(axes, map(operation.get("kwargs")).get("axes").toString());
        assertEquals(1e-6, map(operation.get("kwargs")).get("eps"));
    }

    /** It is a part of the program. */
    @Test
    void noPreprocessingByRange() {
        final Map<?, ?> input = first(describe(Models.tiny(2, 2, "range")).get("inputs"));
        assertEquals(List.of(), input.get("preprocessing"));
    }

    @Test
    void whoseItIs() {
        final Publication publication =
                PublicationKeys.of(
                        Settings.DEFAULTS
                                .with(PublicationKeys.AUTHOR, "Ada B.; C D")
                                .with(PublicationKeys.AFFILIATION, "; Lab")
                                .with(PublicationKeys.ORCID, "0000-0002-1825-0097")
                                .with(PublicationKeys.GITHUB, "ada-b")
                                .with(PublicationKeys.LICENSE, "cc-by-nc-4.0")
                                .with(PublicationKeys.TAGS, "electron-microscopy, cells")
                                .with(PublicationKeys.DATASET, "lab/cells_1"),
                        Optional.empty());
        final Map<String, Object> rdf = describe(Models.tiny(1, 2, "stack").with(publication));
        final Map<String, String> ada =
                Map.of("name", "Ada B.", "orcid", "0000-0002-1825-0097", "github_user", "ada-b");
        assertEquals(List.of(ada, Map.of("name", "C D", "affiliation", "Lab")), rdf.get("authors"));
        assertEquals(List.of(ada), rdf.get("maintainers"));
        assertEquals("CC-BY-NC-4.0", rdf.get("license"));
        assertEquals(Map.of("id", "lab/cells_1"), rdf.get("training_data"));
        assertTrue(
                ((List<?>) rdf.get("tags"))
                        .containsAll(
                                List.of(
                                        "2d",
                                        "pytorch",
                                        "unet",
                                        "semantic-segmentation",
                                        "electron-microscopy",
                                        "cells")));
        assertEquals(
                "electron microscopy",
                map(map(rdf.get("config")).get("bioimageio")).get("modality"));
    }

    @Test
    void whereItComesFrom() {
        final UNetModel model =
                Models.tiny(1, 3, "stack")
                        .with("seconds", 7200.0)
                        .with("optimizer", "adam")
                        .with(
                                "data",
                                List.of(
                                        Map.of(
                                                "name",
                                                "a.tif",
                                                "width",
                                                9,
                                                "height",
                                                8,
                                                "slices",
                                                7,
                                                "annotated_slices",
                                                6)));
        final Map<String, Object> rdf = describe(model);
        final Map<?, ?> facts = map(map(rdf.get("config")).get("bioimageio"));
        assertEquals("U-Net", facts.get("architecture_type"));
        assertEquals(
                (int) model.architecture().parameterCount(), facts.get("model_parameter_count"));
        assertEquals(List.of("class 1", "class 2"), facts.get("target_structure"));
        assertEquals(2.0, map(facts.get("training")).get("training_duration"));
        assertEquals("adam", map(facts.get("training")).get("optimizer"));
        assertTrue(
                new ModelCard(model)
                        .text()
                        .contains("Trained on:\n\n- a.tif: 7 slices of 9 x 8 px, 6 annotated\n"));
    }

    /** What the format allows: a to z, 0 to 9 and hyphens. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"my cells (2)+|my-cells-2", "EM_UNet.v2|em-unet-v2", "細胞|u-net", "--a--|a"})
    void identifiers(final String name, final String id) {
        assertEquals(id, describe(named(name, List.of("a", "b"))).get("id"));
    }

    /** ASCII letters, digits and "_+- ()", 5 to 128 of them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "my cells (2)+|my cells (2)+",
                "Zellen µm: a/b.c|Zellen _m_ a_b_c",
                "ab|U-Net ab",
                "細胞|U-Net __",
            })
    void namesThatTheFormatAllows(final String name, final String allowed) {
        assertEquals(allowed, describe(named(name, List.of("a", "b"))).get("name"));
    }

    @Test
    void longNamesAreCut() {
        final Object name = describe(named("x".repeat(500), List.of("a", "b"))).get("name");
        assertEquals("x".repeat(128), name);
    }

    /** Each an identifier, each once. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "background,cell|[background, cell]",
                "a b,1x,a|[class0, class1, a]",
                "a,a|[a, class1]",
                "class1,a b|[class1, class1_]",
            })
    void channelNames(final String names, final String identifiers) {
        final UNetModel model = named("model", List.of(names.split(",")));
        final Map<?, ?> output = first(describe(model).get("outputs"));
        assertEquals(
                identifiers,
                map(((List<?>) output.get("axes")).get(1)).get("channel_names").toString());
    }
}
