package io.github.unetfiji.model;

import io.github.unetfiji.Legible;
import io.github.unetfiji.file.YamlMap;
import io.github.unetfiji.network.Architecture;
import io.github.unetfiji.stack.IntensityScale;
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

    /** Whether the cover shows a slice; otherwise it shows the test image, and is made anew with it. */
    static final String COVERED = "cover_of_slice";

    /** What stands where an author would, if nobody said who made the model. */
    static final String PROGRAM = "U-Net for Fiji";

    /** Those of the zoo's categories that hold for every model, and one for older readers. */
    static final List<String> TAGS =
            List.of(
                    "2d",
                    "pytorch",
                    "fiji",
                    "imagej",
                    "unet",
                    "semantic-segmentation",
                    "segmentation");

    /** That of the package. NB: a model that is trained further gets another file. */
    private static final String VERSION = "1.0.0";

    /** The oldest that was tried; the operators of the program are older. */
    private static final String PYTORCH = "2.7.1";

    private static final int LONGEST_CLASSES = 400;

    private static final String PAPER =
            "Ronneberger, Fischer, Brox: U-Net: Convolutional Networks for Biomedical Image"
                    + " Segmentation, MICCAI 2015";

    private final UNetModel model;
    private final PackagedFiles files;

    ResourceDescription(final UNetModel model, final PackagedFiles files) {
        this.model = model;
        this.files = files;
    }

    /** The text of the file. */
    String write() {
        return YamlMap.text(description());
    }

    private Map<String, Object> description() {
        final TensorFields tensors = new TensorFields(model, files);
        final Map<String, Object> rdf = new LinkedHashMap<>();
        rdf.put("format_version", FORMAT_VERSION);
        rdf.put("type", "model");
        rdf.put("id", PackageNames.id(model.name(), "u-net"));
        rdf.put("name", PackageNames.name(model.name(), "U-Net"));
        rdf.put("version", VERSION);
        rdf.put("description", summary());
        putPublication(rdf);
        rdf.put("cite", List.of(map("text", PAPER, "doi", "10.1007/978-3-319-24574-4_28")));
        rdf.put("documentation", ModelPackage.README);
        rdf.put("covers", List.of(ModelPackage.COVER));
        rdf.put("timestamp", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        model.publication().dataset().ifPresent(id -> rdf.put("training_data", Map.of("id", id)));
        rdf.put("inputs", List.of(tensors.input()));
        rdf.put("outputs", List.of(tensors.output()));
        rdf.put("weights", Map.of("torchscript", weights()));
        rdf.put("config", map("bioimageio", new ZooConfig(model).map(), "unetfiji", config()));
        return rdf;
    }

    private String summary() {
        return "U-Net of depth "
                + model.architecture().depth()
                + " that tells apart "
                + Legible.shortened(String.join(", ", model.classes()), LONGEST_CLASSES)
                + ".";
    }

    private void putPublication(final Map<String, Object> rdf) {
        final Publication publication = model.publication();
        rdf.put("license", publication.license());
        rdf.put(
                "authors",
                publication.authors().isEmpty()
                        ? List.of(Map.of("name", PROGRAM))
                        : publication.authors().stream().map(Author::toMap).toList());
        final List<Object> maintainers =
                publication.authors().stream()
                        .filter(author -> author.github().isPresent())
                        .<Object>map(Author::toMap)
                        .toList();
        if (!maintainers.isEmpty()) {
            rdf.put("maintainers", maintainers);
        }
        final List<String> tags = new ArrayList<>(TAGS);
        tags.addAll(publication.tags());
        rdf.put("tags", tags);
    }

    private Map<String, Object> weights() {
        final Map<String, Object> weights = files.reference(ModelPackage.WEIGHTS);
        weights.put("pytorch_version", PYTORCH);
        return weights;
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
        model.pixelSize().ifPresent(size -> PixelSizeReader.write(size, config));
        config.put(COVERED, model.publication().cover().isPresent());
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
