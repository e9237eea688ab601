package io.github.unetfiji.bioimageio;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.file.YamlMap;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipException;

/**
 * Reads the description of a package: {@code rdf.yaml}, {@code bioimageio.yaml} or {@code model.yaml}, formats 0.4 and 0.5.
 *
 * <p>What a description says of people, licences and pictures may be missing. What the computation needs must be there and
 * make sense: a model that cannot be run rightly is not read.
 */
public final class DescriptionReader {

    /** In the order in which the official library looks for them. */
    private static final List<String> NAMES = List.of("rdf.yaml", "bioimageio.yaml", "model.yaml");

    /** NB: descriptions have a few KB; a text of 16 MB would take a minute to be read. */
    private static final long LARGEST = 2L << 20;

    private static final Pattern VERSION = Pattern.compile("0\\.(\\d{1,3})(\\.\\d{1,3}.*)?");

    private DescriptionReader() {}

    /**
     * The text of the description as plain values.
     *
     * @throws UNetException if there is none, or it is no YAML that can be used
     */
    public static YamlMap plain(final PackageFiles files) throws IOException {
        final String name = name(files);
        try {
            return YamlMap.parse(files.read(name, LARGEST).orElse(new byte[0]), name);
        } catch (final ZipException e) {
            throw new UNetException("The file " + name + " of the package is damaged.", e);
        }
    }

    /** Whether a file, by its path within a package, is a description: rdf.yaml, nuclei.rdf.yaml, .. */
    public static boolean isDescription(final String path) {
        return NAMES.stream().anyMatch(name -> isNamed(path, name));
    }

    /** Whether there is a description among the files. */
    public static boolean isIn(final PackageFiles files) {
        return found(files).isPresent();
    }

    private static Optional<String> found(final PackageFiles files) {
        return NAMES.stream()
                .flatMap(
                        name -> files.names().stream().sorted().filter(file -> isNamed(file, name)))
                .findFirst();
    }

    private static String name(final PackageFiles files) {
        return found(files)
                .orElseThrow(
                        () ->
                                new UNetException(
                                        "It is no complete model package: it has no description (rdf.yaml,"
                                                + " bioimageio.yaml or model.yaml)."));
    }

    private static boolean isNamed(final String file, final String name) {
        return file.indexOf('/') < 0 && (file.equals(name) || file.endsWith("." + name));
    }

    /**
     * Reads and checks the description.
     *
     * @throws IOException if it cannot be read
     * @throws UNetException names the field, what it is, and what it may be
     */
    public static PackageDescription read(final PackageFiles files) throws IOException {
        final YamlMap plain = plain(files);
        final Field root = Field.root(plain.where(), plain.map());
        checkType(root);
        final Field version = root.at("format_version");
        final Field torchscript = WeightsField.torchscript(root);
        final List<TensorDescription> tensors =
                UsableTensors.checked(
                        minor(version) == 5
                                ? new TensorFields05(files).read(root)
                                : new TensorFields04(root, files).read());
        final PeopleFields people = new PeopleFields(root, files);
        people.checkTimestamp();
        return new PackageDescription(
                version.version(),
                root.at("name").line(),
                people.id(),
                root.given("version").map(Field::version),
                people.description(),
                people.authors(),
                people.citations(),
                root.given("license").map(Field::line),
                people.tags(),
                people.covers(),
                people.documentation(),
                tensors.get(0),
                tensors.subList(1, tensors.size()),
                WeightsField.file(torchscript, files),
                WeightsField.pytorchVersion(torchscript),
                config(root));
    }

    private static void checkType(final Field root) {
        final Field type = root.at("type");
        if (!type.isPresent() || !type.text().equals("model")) {
            throw type.wrong("model");
        }
    }

    /** NB: before 0.4 packages had the fields of 0.4, with a few older names. */
    private static int minor(final Field version) {
        final Matcher matcher = VERSION.matcher(version.isPresent() ? version.version() : "");
        if (!matcher.matches() || !List.of("3", "4", "5").contains(matcher.group(1))) {
            throw version.wrong("0.4 or 0.5, with a patch version");
        }
        return Integer.parseInt(matcher.group(1));
    }

    private static Map<String, Object> config(final Field root) {
        return root.given("config").map(LegibleValues::map).orElse(Map.of());
    }
}
