package io.github.unetfiji.model;

import io.github.unetfiji.file.YamlMap;
import io.github.unetfiji.network.Architecture;
import io.github.unetfiji.stack.IntensityScale;
import io.github.unetfiji.stack.Normalization;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the description of a model, {@code rdf.yaml}, in version 0.5 of the BioImage.IO format, with
 * what this program needs under {@code config.unetfiji}.
 *
 * @see <a href="https://github.com/bioimage-io/spec-bioimage-io">the specification</a>
 */
final class ResourceDescription {

    static final String FORMAT_VERSION = "0.5.4";

    /** Version of our own part; a reader refuses newer ones. */
    static final int CONFIG_VERSION = 1;

    private static final int LONGEST_NAME = 128;

    private static final String PAPER =
            "Ronneberger, Fischer, Brox: U-Net: Convolutional Networks for Biomedical Image"
                    + " Segmentation, MICCAI 2015";

    private final UNetModel model;
    private final Map<String, String> checksums;

    /**
     * @param checksums SHA-256 of the package's other files by name
     */
    ResourceDescription(final UNetModel model, final Map<String, String> checksums) {
        this.model = model;
        this.checksums = checksums;
    }

    /** The text of the file. */
    String write() {
        return YamlMap.text(description());
    }

    private Map<String, Object> description() {
        final Map<String, Object> rdf = new LinkedHashMap<>();
        rdf.put("format_version", FORMAT_VERSION);
        rdf.put("type", "model");
        rdf.put("name", printable(model.name()));
        rdf.put(
                "description",
                "U-Net of depth "
                        + model.architecture().depth()
                        + " that tells apart "
                        + String.join(", ", model.classes())
                        + ".");
        rdf.put("authors", List.of(Map.of("name", "U-Net for Fiji")));
        rdf.put("cite", List.of(map("text", PAPER, "doi", "10.1007/978-3-319-24574-4_28")));
        rdf.put("documentation", ModelPackage.README);
        rdf.put("tags", List.of("unet", "segmentation", "fiji"));
        rdf.put("timestamp", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        rdf.put("inputs", List.of(input()));
        rdf.put("outputs", List.of(output()));
        rdf.put("weights", Map.of("torchscript", weights()));
        rdf.put("config", Map.of("unetfiji", config()));
        return rdf;
    }

    /** ASCII letters, digits and _+- (), 5 to 128 of them: what the format allows in a name. */
    private static String printable(final String name) {
        final String kept = name.replaceAll("[^A-Za-z0-9_+() -]", "_").strip();
        final String enough = kept.length() < 5 ? "U-Net " + kept : kept;
        return enough.substring(0, Math.min(LONGEST_NAME, enough.length()));
    }

    private Map<String, Object> input() {
        final int step = model.architecture().tileGeometry().alignment();
        final int min = TestTensors.smallestSide(model.architecture());
        final List<Object> axes = new ArrayList<>();
        axes.add(Map.of("type", "batch"));
        axes.add(channelAxis("channel", model.architecture().channels(), List.of()));
        for (final String id : List.of("y", "x")) {
            axes.add(space(id, map("min", min, "step", step)));
        }
        return map(
                "id", "image",
                "axes", axes,
                "data", map("type", "float32"),
                "test_tensor", file(ModelPackage.TEST_INPUT),
                "preprocessing", preprocessing());
    }

    private Map<String, Object> output() {
        final List<Object> axes = new ArrayList<>();
        axes.add(Map.of("type", "batch"));
        axes.add(channelAxis("class", model.classes().size(), model.classes()));
        for (final String id : List.of("y", "x")) {
            final Map<String, Object> size = map("tensor_id", "image", "axis_id", id);
            axes.add(space(id, size));
        }
        return map(
                "id",
                "probabilities",
                "description",
                "class probabilities",
                "axes",
                axes,
                "data",
                map("type", "float32", "range", List.of(0.0, 1.0)),
                "test_tensor",
                file(ModelPackage.TEST_OUTPUT));
    }

    /** NB: an axis whose size refers to another one must have its scale and unit. */
    private Map<String, Object> space(final String id, final Map<String, Object> size) {
        final Map<String, Object> axis = map("type", "space", "id", id, "size", size);
        model.pixelSize()
                .ifPresent(
                        pixel -> {
                            axis.put("unit", pixel.unit().key());
                            axis.put("scale", id.equals("x") ? pixel.x() : pixel.y());
                        });
        return axis;
    }

    private static Map<String, Object> channelAxis(
            final String prefix, final int count, final List<String> names) {
        final List<String> identifiers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            final String name = i < names.size() ? names.get(i) : "";
            final boolean identifier = name.matches("[A-Za-z_][A-Za-z0-9_]*");
            String id = identifier && !identifiers.contains(name) ? name : prefix + i;
            while (identifiers.contains(id)) {
                id += "_";
            }
            identifiers.add(id);
        }
        return map("type", "channel", "channel_names", identifiers);
    }

    private List<Object> preprocessing() {
        final Normalization normalization = model.normalization();
        if (normalization.mode() != Normalization.Mode.RANGE) {
            final Map<String, Object> kwargs = map("axes", List.of("x", "y"), "eps", 1e-6);
            return List.of(map("id", "zero_mean_unit_variance", "kwargs", kwargs));
        }
        final List<Double> gains = new ArrayList<>();
        final List<Double> offsets = new ArrayList<>();
        for (final IntensityScale scale : normalization.fixed()) {
            gains.add(scale.factor());
            offsets.add(-scale.offset() * scale.factor());
        }
        final Map<String, Object> kwargs = map("axis", "channel", "gain", gains, "offset", offsets);
        return List.of(map("id", "scale_linear", "kwargs", kwargs));
    }

    private Map<String, Object> weights() {
        final Map<String, Object> weights = file(ModelPackage.WEIGHTS);
        weights.put("pytorch_version", "2.7.1");
        return weights;
    }

    private Map<String, Object> file(final String name) {
        return map("source", name, "sha256", checksums.get(name));
    }

    private Map<String, Object> config() {
        final Architecture a = model.architecture();
        final List<Object> ranges = new ArrayList<>();
        for (final IntensityScale scale : model.normalization().fixed()) {
            ranges.add(map("offset", scale.offset(), "factor", scale.factor()));
        }
        final Map<String, Object> config =
                map(
                        "version", CONFIG_VERSION,
                        "name", model.name(),
                        "architecture",
                                map(
                                        "depth", a.depth(),
                                        "features", a.features(),
                                        "channels", a.channels(),
                                        "classes", a.classes(),
                                        "dropout", a.dropout()),
                        "normalization",
                                map("mode", model.normalization().mode().key(), "scales", ranges),
                        "classes", model.classes());
        model.postprocessing().ifPresent(tuned -> config.put("postprocessing", tuned.toMap()));
        config.put("provenance", model.provenance());
        return config;
    }

    private static Map<String, Object> map(final Object... keysAndValues) {
        final Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
