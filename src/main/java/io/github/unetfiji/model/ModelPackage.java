package io.github.unetfiji.model;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.bioimageio.DescriptionReader;
import io.github.unetfiji.bioimageio.FloatTiff;
import io.github.unetfiji.bioimageio.NumpyFile;
import io.github.unetfiji.bioimageio.PackageFiles;
import io.github.unetfiji.file.AtomicFile;
import io.github.unetfiji.file.Sha256;
import io.github.unetfiji.file.TemporaryFolder;
import io.github.unetfiji.file.YamlMap;
import io.github.unetfiji.network.Architecture;
import io.github.unetfiji.network.Parameters;
import io.github.unetfiji.stack.IntensityScale;
import io.github.unetfiji.stack.Normalization;
import io.github.unetfiji.torchscript.TorchScriptArchive;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A U-Net of this program in one file: a BioImage.IO package (zip) of {@code rdf.yaml}, TorchScript weights, test tensors, a
 * picture and a text for people. Packages of other programs are opened by {@link ModelFile}.
 */
public final class ModelPackage {

    static final String DESCRIPTION = "rdf.yaml";
    static final String WEIGHTS = "weights.pt";
    static final String TEST_INPUT = "test_input.npy";
    static final String TEST_OUTPUT = "test_output.npy";
    static final String SAMPLE_INPUT = "sample_input.tif";
    static final String SAMPLE_OUTPUT = "sample_output.tif";
    static final String COVER = "cover.png";
    static final String README = "README.md";

    /** NB: the format wants less. */
    private static final long LARGEST_COVER = 1L << 20;

    /** What else there is in the file of the weights. */
    private static final long LARGEST_PROGRAM = 1L << 20;

    private ModelPackage() {}

    /**
     * Writes a model; an existing file is replaced when the new one is complete.
     *
     * @throws UNetException if the file cannot be written
     */
    public static void write(final UNetModel model, final Path file) {
        AtomicFile.write(file, temporary -> writeZip(model, temporary));
    }

    private static void writeZip(final UNetModel model, final Path file) throws IOException {
        final PackagedFiles files = files(model);
        final String description = new ResourceDescription(model, files).write();
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            // NB: weights shrink by a few percent, and every reader would wait for that.
            zip.setLevel(Deflater.NO_COMPRESSION);
            put(zip, DESCRIPTION, description.getBytes(StandardCharsets.UTF_8));
            for (final Map.Entry<String, byte[]> entry : files.all().entrySet()) {
                put(zip, entry.getKey(), entry.getValue());
            }
        }
    }

    private static PackagedFiles files(final UNetModel model) throws IOException {
        final TestTensors test = TestTensors.of(model);
        final Architecture a = model.architecture();
        final int side = test.side();
        final PackagedFiles files = new PackagedFiles();
        files.put(TEST_INPUT, NumpyFile.bytes(test.input(), 1, a.channels(), side, side));
        files.put(TEST_OUTPUT, NumpyFile.bytes(test.output(), 1, a.classes(), side, side));
        files.put(SAMPLE_INPUT, sample(test, test.input()));
        files.put(SAMPLE_OUTPUT, sample(test, test.output()));
        final Cover cover =
                model.publication()
                        .cover()
                        .orElseGet(() -> Cover.of(test.input(), test.output(), side));
        files.put(COVER, cover.png());
        files.put(README, new ModelCard(model).text().getBytes(StandardCharsets.UTF_8));
        // NB: they are a zip, too; where they stand last, few of the ways to lose the end of the
        // file make them look like it.
        files.put(WEIGHTS, weights(model));
        return files;
    }

    private static byte[] sample(final TestTensors test, final float[] tensor) {
        return FloatTiff.bytes(test.shown(tensor), test.shownSide(), test.shownSide());
    }

    private static byte[] weights(final UNetModel model) throws IOException {
        // NB: sized for the weights, or it would be copied again and again while it grows.
        final long size = Float.BYTES * model.architecture().parameterCount() + (1 << 20);
        final ByteArrayOutputStream bytes =
                new ByteArrayOutputStream((int) Math.min(size, Integer.MAX_VALUE - 8));
        TorchScriptArchive.writeSameSize(
                bytes, model.architecture(), model.parameters(), model.normalization().fixed());
        return bytes.toByteArray();
    }

    private static void put(final ZipOutputStream zip, final String name, final byte[] bytes)
            throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }

    /**
     * Reads a model and checks everything that is used.
     *
     * @throws UNetException if the file is missing, no package, not of this program, or damaged
     */
    public static UNetModel read(final Path file) {
        return OpenedPackage.read(file, ModelPackage::read);
    }

    /** Whether a description is that of a model of this program. */
    static boolean isOurs(final YamlMap rdf) {
        return rdf.map().get("config") instanceof Map<?, ?> config
                && config.containsKey("unetfiji");
    }

    /** Reads a model from the files of its package. */
    static UNetModel read(final PackageFiles files) throws IOException {
        final YamlMap rdf = DescriptionReader.plain(files);
        if (!isOurs(rdf)) {
            throw new UNetException(
                    "It is a package of another program: config.unetfiji is missing.");
        }
        final YamlMap ours = rdf.at("config").at("unetfiji");
        final int version = ours.integer("version");
        if (version > ResourceDescription.CONFIG_VERSION) {
            throw new UNetException(
                    "It was written by a newer version of this program: config version "
                            + version
                            + ", known up to "
                            + ResourceDescription.CONFIG_VERSION
                            + ".");
        }
        if (version < 1) {
            throw ours.wrong("version", "1");
        }
        final Architecture architecture = architecture(ours.at("architecture"));
        final String checksum = rdf.at("weights").at("torchscript").text("sha256");
        return new UNetModel(
                ours.text("name"),
                architecture,
                parameters(files, checksum, architecture),
                normalization(ours.at("normalization")),
                ours.list("classes").stream().map(String::valueOf).toList(),
                provenance(ours.at("provenance").map()),
                PixelSizeReader.read(rdf),
                ours.map().containsKey("postprocessing")
                        ? Optional.of(Postprocessing.of(ours.at("postprocessing")))
                        : Optional.empty(),
                new PublicationReader(rdf).read(cover(files, ours)));
    }

    private static Optional<Cover> cover(final PackageFiles files, final YamlMap ours)
            throws IOException {
        return Boolean.TRUE.equals(ours.map().get(ResourceDescription.COVERED))
                ? files.read(COVER, LARGEST_COVER).map(Cover::ofFile)
                : Optional.empty();
    }

    private static Architecture architecture(final YamlMap reader) {
        return new Architecture(
                reader.integer("depth"),
                reader.integer("features"),
                reader.integer("channels"),
                reader.integer("classes"),
                reader.number("dropout"));
    }

    private static Normalization normalization(final YamlMap reader) {
        final List<IntensityScale> scales = new ArrayList<>();
        for (final Object item : reader.list("scales")) {
            if (!(item instanceof Map<?, ?> map)) {
                throw new UNetException("An intensity scale of the description is no map.");
            }
            final YamlMap scale = new YamlMap(map, "scale");
            scales.add(new IntensityScale(scale.number("offset"), scale.number("factor")));
        }
        return new Normalization(Normalization.of(reader.text("mode")).mode(), scales);
    }

    private static Map<String, Object> provenance(final Map<?, ?> map) {
        final Map<String, Object> provenance = new LinkedHashMap<>();
        map.forEach((key, value) -> provenance.put(String.valueOf(key), value));
        return provenance;
    }

    private static Parameters parameters(
            final PackageFiles files, final String checksum, final Architecture architecture)
            throws IOException {
        Parameters.checkCount(architecture);
        final long largest = LARGEST_PROGRAM + Float.BYTES * architecture.parameterCount();
        final byte[] bytes =
                files.read(WEIGHTS, largest)
                        .orElseThrow(() -> new UNetException(WEIGHTS + " is missing."));
        if (!Sha256.hex(bytes).equals(checksum)) {
            throw new UNetException(WEIGHTS + " is damaged: its checksum differs.");
        }
        try (TemporaryFolder folder = TemporaryFolder.make("unet")) {
            final Path file = folder.write(WEIGHTS, path -> Files.write(path, bytes));
            return TorchScriptArchive.readParameters(file, architecture);
        }
    }
}
