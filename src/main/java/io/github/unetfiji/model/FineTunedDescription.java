package io.github.unetfiji.model;

import io.github.unetfiji.bioimageio.PackageDescription;
import io.github.unetfiji.bioimageio.PackageFile;
import io.github.unetfiji.file.Sha256;
import io.github.unetfiji.file.YamlMap;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The description of a package with other weights: that of the original but for what the training changed. It keeps its format.
 *
 * @param original as it was read
 * @param files of the original, by path, without weights and description
 */
record FineTunedDescription(YamlMap original, Map<String, byte[]> files) {

    private static final List<String> TORCHSCRIPT = List.of("torchscript", "pytorch_script");

    /** Names and numbers by which the zoo knows the original. */
    private static final List<String> OF_THE_ZOO =
            List.of("id_emoji", "version_number", "parent", "sample_outputs", "uploader");

    private static final List<String> NICKNAMES =
            List.of("nickname", "nickname_icon", "doi", "status");

    private static final String VERSION = "1.0.0";

    /** Where a description has what is known of the training. NB: config.unetfiji marks models of our own. */
    private static final String CONFIG = "unetfiji_finetuned";

    /** How a package was trained further by this program; empty if it was not. */
    static Map<String, Object> provenance(final PackageDescription description) {
        return description.config().get(CONFIG) instanceof Map<?, ?> map ? copy(map) : Map.of();
    }

    /** Paths of the files with weights. */
    static Set<String> sources(final Object weights) {
        final Set<String> sources = new TreeSet<>();
        if (weights instanceof Map<?, ?> formats) {
            for (final Object format : formats.values()) {
                if (format instanceof Map<?, ?> map && map.get("source") instanceof String source) {
                    sources.add(source.startsWith("./") ? source.substring(2) : source);
                }
            }
        }
        return sources;
    }

    private static String id(final String name) {
        return PackageNames.id(name, "model");
    }

    /** What the description of the result says. */
    static PackageDescription renamed(
            final PackageDescription before,
            final String name,
            final Map<String, Object> provenance) {
        final Map<String, Object> config = new LinkedHashMap<>(before.config());
        config.put(CONFIG, provenance);
        return new PackageDescription(
                before.formatVersion(),
                name,
                Optional.of(id(name)),
                Optional.of(VERSION),
                before.description(),
                before.authors(),
                before.citations(),
                before.license(),
                before.tags(),
                before.covers(),
                before.documentation(),
                before.input(),
                before.outputs(),
                before.weights(),
                before.pytorchVersion(),
                config);
    }

    /**
     * The files of the package.
     *
     * @param weights the program with its new weights
     * @param test what the program gives for the test input; empty if the package has no test
     */
    Map<String, byte[]> contents(
            final FineTunedPackage.Result result,
            final byte[] weights,
            final Optional<byte[]> test) {
        final PackageDescription before = result.model().description();
        final Map<String, byte[]> contents = new LinkedHashMap<>();
        contents.put(original.where(), new byte[0]);
        contents.putAll(files);
        contents.put(before.weights().path(), weights);
        final Map<String, Object> map = copy(original.map());
        OF_THE_ZOO.forEach(map::remove);
        parent().ifPresent(parent -> map.put("parent", parent));
        new AddedCredits(result.publication()).to(map);
        map.put("name", PackageNames.name(result.name(), "Model"));
        map.put("id", id(result.name()));
        map.put("version", VERSION);
        map.put("timestamp", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        map.put("weights", weights(Sha256.hex(weights)));
        map.put("config", config(result, test));
        outputs(map);
        test.ifPresent(
                bytes -> {
                    final PackageFile file = before.outputs().get(0).test().orElseThrow();
                    contents.put(file.path(), bytes);
                    checked(map, Sha256.hex(bytes));
                });
        documentation(map, contents, result, before);
        contents.put(original.where(), YamlMap.text(map).getBytes(StandardCharsets.UTF_8));
        return contents;
    }

    private Optional<Map<String, Object>> parent() {
        return original.map().get("id") instanceof String id
                ? Optional.of(Map.of("id", id))
                : Optional.empty();
    }

    private Map<String, Object> weights(final String sha256) {
        final Map<?, ?> all = (Map<?, ?>) original.map().get("weights");
        final String format =
                TORCHSCRIPT.stream().filter(all::containsKey).findFirst().orElseThrow();
        final Map<String, Object> torchscript = copy((Map<?, ?>) all.get(format));
        torchscript.remove("parent");
        torchscript.put("sha256", sha256);
        final Map<String, Object> weights = new LinkedHashMap<>();
        weights.put(format, torchscript);
        return weights;
    }

    private Map<String, Object> config(
            final FineTunedPackage.Result result, final Optional<byte[]> test) {
        final Map<String, Object> config =
                original.map().get("config") instanceof Map<?, ?> map
                        ? copy(map)
                        : new LinkedHashMap<>();
        if (config.get("bioimageio") instanceof Map<?, ?> zoo) {
            final Map<String, Object> kept = copy(zoo);
            NICKNAMES.forEach(kept::remove);
            test.ifPresent(bytes -> FineTunedTolerance.bound(kept, bytes));
            config.put("bioimageio", kept);
        }
        config.put(CONFIG, result.provenance());
        return config;
    }

    /** NB: a sample of the output is one of the original. */
    private static void outputs(final Map<String, Object> map) {
        if (map.get("outputs") instanceof List<?> outputs) {
            final List<Object> changed = new ArrayList<>();
            for (final Object output : outputs) {
                final Map<String, Object> copy = copy((Map<?, ?>) output);
                copy.remove("sample_tensor");
                changed.add(copy);
            }
            map.put("outputs", changed);
        }
    }

    /** NB: format 0.4 has no checksums of test tensors. */
    @SuppressWarnings("unchecked")
    private static void checked(final Map<String, Object> map, final String sha256) {
        final Map<String, Object> output =
                (Map<String, Object>) ((List<?>) map.get("outputs")).get(0);
        if (output.get("test_tensor") instanceof Map<?, ?> test) {
            final Map<String, Object> copy = copy(test);
            copy.put("sha256", sha256);
            output.put("test_tensor", copy);
        }
    }

    private void documentation(
            final Map<String, Object> map,
            final Map<String, byte[]> contents,
            final FineTunedPackage.Result result,
            final PackageDescription before) {
        final String path =
                before.documentation()
                        .map(PackageFile::path)
                        .filter(files::containsKey)
                        .orElse("README.md");
        final String earlier =
                new String(files.getOrDefault(path, new byte[0]), StandardCharsets.UTF_8);
        final byte[] text =
                (earlier.isBlank() ? "" : earlier.stripTrailing() + "\n\n")
                        .concat(FineTunedReadme.of(result))
                        .getBytes(StandardCharsets.UTF_8);
        contents.put(path, text);
        if (map.get("documentation") instanceof Map<?, ?> file) {
            final Map<String, Object> copy = copy(file);
            copy.put("sha256", Sha256.hex(text));
            map.put("documentation", copy);
        } else {
            map.put("documentation", path);
        }
    }

    private static Map<String, Object> copy(final Map<?, ?> map) {
        final Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> copy.put(String.valueOf(key), value));
        return copy;
    }
}
