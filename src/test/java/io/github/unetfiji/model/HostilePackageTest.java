package io.github.unetfiji.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.engine.Zips;
import io.github.unetfiji.file.Sha256;
import io.github.unetfiji.network.Architecture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Packages that were made to hurt are refused before memory is taken for what they unpack to. */
class HostilePackageTest {

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
    void aliasesThatReferToThemselves() throws IOException {
        provenance("&a {x: *a}");
        assertRefused("rdf.yaml refers to itself, or is nested too deeply.");
        provenance("&a [*a, *a]");
        assertRefused("rdf.yaml refers to itself, or is nested too deeply.");
        provenance("{? &a [*a] : b}");
        assertRefused("rdf.yaml refers to itself, or is nested too deeply.");
        provenance("{a: &a {b: {c: *a}}}");
        assertRefused("rdf.yaml refers to itself, or is nested too deeply.");
    }

    /** NB: where a message would repeat the value. */
    @Test
    void aliasesThatReferToThemselvesWhereANumberShouldBe() throws IOException {
        describe(description().replace("depth: 1", "depth: &a [*a]"));
        assertRefused("rdf.yaml refers to itself, or is nested too deeply.");
        Files.write(file, good);
        describe(description().replace("depth: 1", "depth: [1, 2]"));
        assertRefused(
                "The description rdf.yaml.config.unetfiji.architecture.depth is a list, but must be a whole"
                        + " number.");
    }

    @Test
    void aliasesThatExplode() throws IOException {
        final StringBuilder laughs = new StringBuilder("{l0: &l0 [x, x, x, x, x, x, x, x]");
        for (int i = 1; i < 45; i++) {
            laughs.append(String.format(", l%d: &l%d [*l%d, *l%d]", i, i, i - 1, i - 1));
        }
        provenance(laughs.append('}').toString());
        assertRefused("rdf.yaml stands for more values than can be shown.");
    }

    @Test
    void textsThatExplode() throws IOException {
        final String text = "y".repeat(100_000);
        final StringBuilder texts = new StringBuilder("{t: &t [" + text + "], l: [*t");
        texts.append(", *t".repeat(5000));
        provenance(texts.append("]}").toString());
        assertRefused("rdf.yaml stands for more values than can be shown.");
    }

    @Test
    void nestedTooDeeply() throws IOException {
        provenance("[".repeat(5000) + "]".repeat(5000));
        assertRefused("rdf.yaml is no YAML that can be used.");
    }

    /** NB: to turn a million digits into a number takes minutes, and a pattern for 1:1:1.. a deep stack. */
    @Test
    void endlessNumbers() throws IOException {
        describe(description().replace("depth: 1", "depth: " + "9".repeat(1_000_000)));
        final String refused = refusal();
        assertTrue(refused.contains(" .. (999,910 more) .. 9999"), refused);
        assertTrue(refused.length() < 500, refused);
        Files.write(file, good);
        provenance("1" + ":1".repeat(100_000));
        assertTrue(refusal().contains("must be a map"), refusal());
        provenance("{a: !!int " + "9".repeat(1_000_000) + "}");
        assertRefused("rdf.yaml holds a number of 1000000 characters.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "depth: 1|depth: 40|depth is 40, but must be from 1 to 8.",
                "features: 2|features: 1000000000|features is 1000000000, but must be from 1 to 1024.",
                "features: 2|features: 10000000000|The description"
                        + " rdf.yaml.config.unetfiji.architecture.features is 10000000000, but must be a"
                        + " whole number.",
            })
    void hugeNetworks(final String text, final String other, final String sentence)
            throws IOException {
        describe(description().replace(text, other));
        assertRefused(sentence);
    }

    /** One whose weights would be 7 GB, were they there. */
    @Test
    void moreWeightsThanAFileHolds() throws IOException {
        describe(
                description()
                        .replace("features: 2", "features: 480")
                        .replace("depth: 1", "depth: 4"));
        assertRefused(
                "A network of depth 4 with 480 features has 1745106242 weights, but a model file holds at"
                        + " most 536608767: use fewer features or a smaller depth.");
    }

    @Test
    void weightsThatInflate() throws IOException {
        weigh(new byte[40 << 20]);
        assertRefused("weights.pt is too large.");
        describe(
                description()
                        .replace("features: 2", "features: 64")
                        .replace("depth: 1", "depth: 4")
                        .replaceAll("halo: \\d+", "halo: 92"));
        assertRefused(
                "weights.pt unpacks to more than 20 times its size, which no trained model does.");
    }

    @Test
    void aStorageThatInflates() throws IOException {
        final Map<String, byte[]> archive = archive();
        archive.put("archive/data/0", new byte[64 << 20]);
        weigh(zip(archive));
        assertRefused("archive/data/0 is too large.");
    }

    @Test
    void aPickleOfNothingButMaps() throws IOException {
        final Map<String, byte[]> archive = archive();
        final byte[] maps = new byte[15 << 20];
        java.util.Arrays.fill(maps, (byte) '}');
        archive.put("archive/data.pkl", maps);
        weigh(zip(archive));
        assertRefused("archive/data.pkl is too large.");
    }

    @Test
    void manyEntries() throws IOException {
        final Map<String, byte[]> entries = Zips.read(file);
        for (int i = 0; i < 2000; i++) {
            entries.put("e" + i, new byte[0]);
        }
        Zips.write(file, entries);
        assertRefused(
                "It is a zip file of more than 1000 entries, or with names of more than 1 MB.");
    }

    @Test
    void longNames() throws IOException {
        final Map<String, byte[]> entries = Zips.read(file);
        for (int i = 0; i < 20; i++) {
            entries.put(i + "x".repeat(60_000), new byte[0]);
        }
        Zips.write(file, entries);
        assertRefused(
                "It is a zip file of more than 1000 entries, or with names of more than 1 MB.");
    }

    @Test
    void whatSteersATerminalStaysOutside() throws IOException {
        final Architecture a = Architecture.of(1, 2, 1, 2);
        final UNetModel plain = Models.of(a, "stack");
        final Map<String, Object> provenance = new LinkedHashMap<>();
        provenance.put("note\u001b[2J", List.of("\u001b]0;gone\u0007"));
        provenance.put("macro", "run(\u001b[31m);");
        ModelPackage.write(
                new UNetModel(
                        "na\u001b[2Jme",
                        a,
                        plain.parameters(),
                        plain.normalization(),
                        List.of("background", "=cmd\u0007\nx"),
                        provenance),
                file);
        final UNetModel read = ModelPackage.read(file);
        assertEquals("na\ufffd[2Jme", read.name());
        assertEquals(List.of("background", "=cmd\ufffd x"), read.classes());
        final String report = ModelReport.of(read);
        assertTrue(
                report.endsWith(
                        """
                        what the model says of itself:
                          note\ufffd[2J: \ufffd]0;gone\ufffd
                        The model says that it was trained with: run(\ufffd[31m);
                        """),
                report);
    }

    @Test
    void aReportOfManyFactsIsShortened() {
        final Map<String, Object> provenance = new LinkedHashMap<>();
        for (int i = 0; i < 5000; i++) {
            provenance.put("fact" + i, "x".repeat(i == 0 ? 100_000 : 1));
        }
        final UNetModel tiny = Models.tiny(1, 2, "stack");
        final String report =
                ModelReport.of(
                        new UNetModel(
                                "m",
                                tiny.architecture(),
                                tiny.parameters(),
                                tiny.normalization(),
                                tiny.classes(),
                                provenance));
        assertTrue(report.endsWith("\n  .. and 3,000 more lines\n"), report);
        assertTrue(report.length() < 60_000, () -> "length " + report.length());
    }

    private Map<String, byte[]> archive() throws IOException {
        final Path weights = folder.resolve("weights.pt");
        Files.write(weights, Zips.read(file).get("weights.pt"));
        return Zips.read(weights);
    }

    private byte[] zip(final Map<String, byte[]> entries) throws IOException {
        final Path zip = folder.resolve("entries.zip");
        Zips.write(zip, entries);
        return Files.readAllBytes(zip);
    }

    private void weigh(final byte[] weights) throws IOException {
        final String before = Sha256.hex(Zips.read(file).get("weights.pt"));
        describe(description().replace(before, Sha256.hex(weights)));
        Zips.change(file, "weights.pt", weights);
    }

    /** Another provenance, which stands last. */
    private void provenance(final String yaml) throws IOException {
        final String before = description();
        describe(before.substring(0, before.indexOf("provenance:")) + "provenance: " + yaml + "\n");
    }

    private String description() throws IOException {
        return new String(Zips.read(file).get("rdf.yaml"), StandardCharsets.UTF_8);
    }

    private void describe(final String yaml) throws IOException {
        Zips.change(file, "rdf.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    }

    private String refusal() {
        return assertThrows(UNetException.class, () -> ModelPackage.read(file)).getMessage();
    }

    private void assertRefused(final String rest) {
        assertEquals("The model " + file + " cannot be used: " + rest, refusal());
    }
}
