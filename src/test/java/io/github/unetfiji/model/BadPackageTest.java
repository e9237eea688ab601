package io.github.unetfiji.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.engine.Zips;
import io.github.unetfiji.network.Architecture;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with a package is said in one sentence. */
class BadPackageTest {

    private static byte[] good;

    @TempDir private Path folder;
    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("model.zip");
        if (good == null) {
            ModelPackage.write(Models.tiny(1, 2, "range"), file);
            good = Files.readAllBytes(file);
        }
        Files.write(file, good);
    }

    @Test
    void missing() {
        final Path none = folder.resolve("none.zip");
        assertEquals(
                "The model " + none + " does not exist.",
                assertThrows(UNetException.class, () -> ModelPackage.read(none)).getMessage());
        assertEquals(
                "The model "
                        + folder
                        + " is a folder without a description (rdf.yaml, bioimageio.yaml or model.yaml), so it is no model.",
                assertThrows(UNetException.class, () -> ModelPackage.read(folder)).getMessage());
    }

    @Test
    void notAZip() throws IOException {
        Files.writeString(file, "this is no model at all");
        assertRefused("is no model package: it is no complete zip file.");
    }

    @Test
    void truncated() throws IOException {
        for (final int length : new int[] {0, 1, 30, good.length / 2}) {
            Files.write(file, Arrays.copyOf(good, length));
            assertRefused("is no model package: it is no complete zip file.");
        }
    }

    /** NB: the weights are a zip, too; where their end is the last one, that is what Java opens. */
    @Test
    void withoutItsEnd() throws IOException {
        Files.write(file, Arrays.copyOf(good, good.length - 1));
        assertRefused(
                "cannot be used: It is no complete model package: it has no description (rdf.yaml, bioimageio.yaml or model.yaml).");
    }

    /** NB: any other throwable than UNetException fails the test. */
    @Test
    void damagedBytes() throws IOException {
        final Random random = new Random(5);
        for (int i = 0; i < 400; i++) {
            final byte[] bytes = good.clone();
            for (int k = 0; k < 1 + i % 4; k++) {
                final boolean end = random.nextBoolean();
                final int at = random.nextInt(end ? 400 : bytes.length);
                bytes[end ? bytes.length - 1 - at : at] = (byte) random.nextInt(256);
            }
            Files.write(file, bytes);
            try {
                ModelPackage.read(file);
            } catch (final UNetException e) {
                assertEquals('.', e.getMessage().charAt(e.getMessage().length() - 1));
            }
        }
    }

    @Test
    void withoutADescription() throws IOException {
        Zips.change(file, "rdf.yaml", null);
        assertRefused(
                "cannot be used: It is no complete model package: it has no description (rdf.yaml, bioimageio.yaml or model.yaml).");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: [",
                "\t- x",
                "a: *b",
                "\0",
                "a: !!int x",
                "a: !!float x",
                "a: !!map [1]",
                "a: !!timestamp x",
                "a: !!binary ;",
                "a: !!java.net.URL [\"x\"]",
                "? {&a b: *a}\n: c",
                "a: 0o9_\nb: 1:99:99.x\nc: !!int 0x"
            })
    void garbageAsDescription(final String yaml) throws IOException {
        describe(yaml);
        final String message =
                assertThrows(UNetException.class, () -> ModelPackage.read(file)).getMessage();
        if (!message.contains("config.unetfiji is missing")) {
            assertRefused("cannot be used: rdf.yaml is no YAML that can be used.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!!set {? [a]: 1}", "just a text", "- a\n- b", "7"})
    void aDescriptionThatIsNoMap(final String yaml) throws IOException {
        describe(yaml);
        assertRefused("cannot be used: rdf.yaml holds no description.");
    }

    @Test
    void aDescriptionThatUnpacksToFarMore() throws IOException {
        Zips.change(file, "rdf.yaml", new byte[(16 << 20) + 1]);
        assertRefused("cannot be used: rdf.yaml is too large.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"format_version: 0.5.4", "config: {stardist: {}}", "config: 7"})
    void ofAnotherProgram(final String yaml) throws IOException {
        describe(yaml);
        assertRefused(
                "cannot be used: It is a package of another program: config.unetfiji is missing.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "version: 1|version: 2|It was written by a newer version of this program: config"
                        + " version 2, known up to 1.",
                "version: 1|version: 0|The description rdf.yaml.config.unetfiji.version is 0, but"
                        + " must be 1.",
                "version: 1|version: one|The description rdf.yaml.config.unetfiji.version is one,"
                        + " but must be a whole number.",
                "depth: 1|depth: 1.5|The description rdf.yaml.config.unetfiji.architecture.depth is"
                        + " 1.5, but must be a whole number.",
                "depth: 1|deep: 1|The description rdf.yaml.config.unetfiji.architecture.depth is"
                        + " missing, but must be a whole number.",
                "depth: 1|depth: 0|depth is 0, but must be from 1 to 8.",
                "features: 2|features: 3|The weights hold enc0.conv1.weight of shape [2, 1, 3, 3],"
                        + " but the network needs [3, 1, 3, 3].",
                "dropout: 0.0|dropout: some|The description"
                        + " rdf.yaml.config.unetfiji.architecture.dropout is some, but must be a"
                        + " number.",
                "dropout: 0.0|dropout: 1.5|dropout is 1.5, but must be from 0 to below 1.",
                "mode: range|mode: magic|Normalization is 'magic', but must be stack, slice or"
                        + " range.",
                "mode: range|mode: stack|The model holds 1 intensity ranges, but its network has 1"
                        + " channel(s).",
                "factor: 0.3333333333333333|factor: .nan|An intensity scale has offset 0.1 and"
                        + " factor NaN, but an offset is within -3.4e38 to 3.4e38 and a factor within 1e-39"
                        + " to 2e6: no image has such intensities.",
                "offset: 0.1|offset: 1.0e+300|An intensity scale has offset 1.0E300 and factor"
                        + " 0.3333333333333333, but an offset is within -3.4e38 to 3.4e38 and a factor"
                        + " within 1e-39 to 2e6: no image has such intensities.",
                "offset: 0.1|offset: far|The description scale.offset is far, but must be a"
                        + " number.",
                "provenance:|provenance: 7#|The description"
                        + " rdf.yaml.config.unetfiji.provenance is 7, but must be a map.",
                "source: weights.pt|source: w.pt|",
            })
    void wrongValues(final String text, final String other, final String sentence)
            throws IOException {
        final String yaml = description();
        if (sentence == null) {
            describe(yaml.replace(text, other));
            ModelPackage.read(file);
            return;
        }
        String changed = yaml.replace(text, other);
        if (other.endsWith("#")) {
            final int at = yaml.indexOf(text);
            changed = yaml.substring(0, at) + other.replace("#", "\n");
        }
        describe(changed);
        assertRefused("cannot be used: " + sentence);
    }

    @Test
    void classesThatAreNoList() throws IOException {
        describe(
                description()
                        .replaceFirst("(?m)^    classes:\\R(    - .*\\R)+", "    classes: 3\n"));
        assertRefused(
                "cannot be used: The description rdf.yaml.config.unetfiji.classes is 3, but must be"
                        + " a list.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../x", "/x", "C:\\x", "c:x", "a/../../x", "a\\..\\x", "..", "x/..", "\\x"})
    void aPathThatLeadsOut(final String name) throws IOException {
        Zips.change(file, name, new byte[1]);
        assertRefused("cannot be used: It holds the path '" + name + "', which leads out of it.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"..x", "x../y", "notes/a..b", "a/.hidden"})
    void aHarmlessPath(final String name) throws IOException {
        Zips.change(file, name, new byte[1]);
        assertEquals(Models.tiny(1, 2, "range"), ModelPackage.read(file));
    }

    @Test
    void withoutWeights() throws IOException {
        Zips.change(file, "weights.pt", null);
        assertRefused("cannot be used: weights.pt is missing.");
    }

    @Test
    void weightsOfAnotherChecksum() throws IOException {
        final byte[] weights = Zips.read(file).get("weights.pt");
        weights[weights.length / 2] ^= 1;
        Zips.change(file, "weights.pt", weights);
        assertRefused("cannot be used: weights.pt is damaged: its checksum differs.");
    }

    @Test
    void weightsOfAnotherShape() throws Exception {
        final Path other = folder.resolve("other.zip");
        ModelPackage.write(Models.of(Architecture.of(2, 2, 1, 2), "slice"), other);
        weigh(Zips.read(other).get("weights.pt"));
        assertRefused(
                "cannot be used: The weights hold enc2_conv1_weight, which this network does not"
                        + " have.");
    }

    @Test
    void weightsThatAreNoNumbers() throws Exception {
        final Path weights = folder.resolve("weights.pt");
        Files.write(weights, Zips.read(file).get("weights.pt"));
        final Map<String, byte[]> entries = Zips.read(weights);
        final byte[] values = entries.get("archive/data/0");
        Arrays.fill(values, 0, 4, (byte) 0xff);
        Zips.write(weights, entries);
        weigh(Files.readAllBytes(weights));
        assertRefused(
                "cannot be used: The weights hold NaN in enc0.conv1.weight, but those of a network"
                        + " that works are within -1e9 to 1e9.");
    }

    @Test
    void weightsThatAreNoArchive() throws Exception {
        weigh("no archive".getBytes(StandardCharsets.UTF_8));
        assertRefused("cannot be used: The weights are no TorchScript archive: no complete zip.");
    }

    private void weigh(final byte[] weights) throws Exception {
        final String before = checksum(Zips.read(file).get("weights.pt"));
        final String yaml = description().replace(before, checksum(weights));
        describe(yaml);
        Zips.change(file, "weights.pt", weights);
    }

    private static String checksum(final byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private String description() throws IOException {
        return new String(Zips.read(file).get("rdf.yaml"), StandardCharsets.UTF_8);
    }

    private void describe(final String yaml) throws IOException {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(yaml.getBytes(StandardCharsets.UTF_8));
        Zips.change(file, "rdf.yaml", bytes.toByteArray());
    }

    private void assertRefused(final String rest) {
        assertEquals(
                "The model " + file + " " + rest,
                assertThrows(UNetException.class, () -> ModelPackage.read(file)).getMessage());
    }
}
