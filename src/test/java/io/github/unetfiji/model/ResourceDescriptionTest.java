package io.github.unetfiji.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unetfiji.network.Architecture;
import io.github.unetfiji.stack.LengthUnit;
import io.github.unetfiji.stack.PixelSize;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** The rules of BioImage.IO 0.5 that can be checked without its validator. */
class ResourceDescriptionTest {

    private static final Map<String, String> CHECKSUMS =
            Map.of("weights.pt", "w", "test_input.npy", "i", "test_output.npy", "o");

    private static Map<String, Object> describe(final UNetModel model) {
        return new Yaml().load(new ResourceDescription(model, CHECKSUMS).write());
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
                                        "inputs",
                                        "outputs",
                                        "weights")));
        assertEquals("model", rdf.get("type"));
        assertTrue(rdf.get("format_version").toString().matches("0\\.5\\.\\d+"));
        assertEquals("README.md", rdf.get("documentation"));
        assertEquals(Map.of("name", "U-Net for Fiji"), first(rdf.get("authors")));
        assertEquals("10.1007/978-3-319-24574-4_28", first(rdf.get("cite")).get("doi"));
        assertEquals(
                Map.of("source", "weights.pt", "sha256", "w", "pytorch_version", "2.7.1"),
                map(rdf.get("weights")).get("torchscript"));
    }

    @Test
    void theAxes() {
        final Map<String, Object> rdf = describe(Models.of(Architecture.of(4, 2, 3, 2), "slice"));
        final Map<?, ?> input = first(rdf.get("inputs"));
        assertEquals("image", input.get("id"));
        assertEquals(Map.of("source", "test_input.npy", "sha256", "i"), input.get("test_tensor"));
        assertEquals(
                List.of(
                        Map.of("type", "batch"),
                        Map.of(
                                "type",
                                "channel",
                                "channel_names",
                                List.of("channel0", "channel1", "channel2")),
                        Map.of("type", "space", "id", "y", "size", Map.of("min", 100, "step", 16)),
                        Map.of("type", "space", "id", "x", "size", Map.of("min", 100, "step", 16))),
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
                                Map.of("tensor_id", "image", "axis_id", "y")),
                        Map.of(
                                "type",
                                "space",
                                "id",
                                "x",
                                "size",
                                Map.of("tensor_id", "image", "axis_id", "x"))),
                output.get("axes"));
    }

    /** NB: the validator wants the scale and unit of a size that refers to another axis to be equal. */
    @Test
    void thePixelSize() {
        final PixelSize size = new PixelSize(4, 5, LengthUnit.NANOMETER);
        final Map<String, Object> rdf =
                describe(Models.calibrated(Models.tiny(1, 2, "stack"), size));
        for (final String tensor : List.of("inputs", "outputs")) {
            final List<?> axes = (List<?>) first(rdf.get(tensor)).get("axes");
            assertEquals("nanometer", map(axes.get(2)).get("unit"));
            assertEquals(5.0, map(axes.get(2)).get("scale"));
            assertEquals("nanometer", map(axes.get(3)).get("unit"));
            assertEquals(4.0, map(axes.get(3)).get("scale"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"stack", "slice"})
    void preprocessingByMeanAndDeviation(final String mode) {
        final Map<?, ?> input = first(describe(Models.tiny(1, 2, mode)).get("inputs"));
        assertEquals(
                List.of(
                        Map.of(
                                "id",
                                "zero_mean_unit_variance",
                                "kwargs",
                                Map.of("axes", List.of("x", "y"), "eps", 1e-6))),
                input.get("preprocessing"));
    }

    @Test
    void preprocessingByRange() {
        final Map<?, ?> input = first(describe(Models.tiny(2, 2, "range")).get("inputs"));
        assertEquals(
                List.of(
                        Map.of(
                                "id",
                                "scale_linear",
                                "kwargs",
                                Map.of(
                                        "axis",
                                        "channel",
                                        "gain",
                                        List.of(1 / 3.0, 1 / 3.0),
                                        "offset",
                                        List.of(-0.1 * (1 / 3.0), -100.1 * (1 / 3.0))))),
                input.get("preprocessing"));
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
