package io.github.unetfiji.bioimageio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Zips and folders that are damaged, or try to do harm. */
class OddFilesTest {

    @TempDir private Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("model.zip");
    }

    private static byte[] zip(final Map<String, byte[]> files) throws IOException {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (final Map.Entry<String, byte[]> entry : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private String sentence() {
        return OneSentence.of(OddFilesTest.this::read).orElse("read");
    }

    private void read() throws IOException {
        try (PackageFiles files = PackageFiles.open(file)) {
            SmallPackages.read(files);
        } catch (final ZipException e) {
            // NB: whoever opens a file tells its name.
            throw new io.github.unetfiji.UNetException("It is no complete zip file.", e);
        }
    }

    private void write(final MemoryFiles files) throws IOException {
        Files.write(file, zip(files.files()));
    }

    private void unpack(final MemoryFiles files) throws IOException {
        file = folder.resolve("unpacked");
        Files.createDirectories(file);
        for (final Map.Entry<String, byte[]> entry : files.files().entrySet()) {
            Files.write(file.resolve(entry.getKey()), entry.getValue());
        }
    }

    @Test
    void aZipAndAFolderAreReadAlike() throws IOException {
        write(SmallPackages.format05());
        final PackageDescription fromZip = description();
        unpack(SmallPackages.format05());
        assertEquals(fromZip, description());
    }

    private PackageDescription description() throws IOException {
        try (PackageFiles files = PackageFiles.open(file)) {
            return SmallPackages.read(files);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"bioimageio.yaml", "model.yaml", "my.rdf.yaml", "other.bioimageio.yaml"})
    void otherNamesOfTheDescriptionAreRead(final String name) throws IOException {
        final MemoryFiles right = SmallPackages.format05();
        write(right.with(name, right.files().get("rdf.yaml")).without("rdf.yaml"));
        assertEquals("read", sentence());
    }

    @Test
    void rdfYamlComesFirst() throws IOException {
        write(SmallPackages.format04().with("bioimageio.yaml", SmallPackages.text("odd")));
        assertEquals("read", sentence());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../escaped.pt",
                "/tmp/escaped.pt",
                "a/../../escaped.pt",
                "C:\\escaped.pt",
                "..\\escaped.pt",
                "~/escaped.pt",
                "a/.."
            })
    void aPathThatLeadsOutIsRefused(final String path) throws IOException {
        write(SmallPackages.format05().with(path, new byte[3]));
        assertEquals("It holds the path '" + path + "', which leads out of it.", sentence());
    }

    @Test
    void aFileThatIsThereTwiceIsRefused() throws IOException {
        write(SmallPackages.format05().with("weighty.pt", new byte[3]));
        final byte[] bytes = Files.readAllBytes(file);
        final byte[] from = "weighty.pt".getBytes(StandardCharsets.US_ASCII);
        final byte[] to = "weights.pt".getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i + from.length <= bytes.length; i++) {
            if (Arrays.equals(Arrays.copyOfRange(bytes, i, i + from.length), from)) {
                System.arraycopy(to, 0, bytes, i, to.length);
            }
        }
        Files.write(file, bytes);
        assertEquals("It holds 'weights.pt' twice.", sentence());
    }

    @Test
    void tooManyFilesAreRefused() throws IOException {
        MemoryFiles many = SmallPackages.format05();
        final Map<String, byte[]> files = new java.util.LinkedHashMap<>(many.files());
        for (int i = 0; i < 1000; i++) {
            files.put("f" + i, new byte[0]);
        }
        many = new MemoryFiles(files);
        write(many);
        assertEquals(
                "It is a zip file of more than 1000 entries, or with names of more than 1 MB.",
                sentence());
    }

    @Test
    void aFileThatUnpacksToFarMoreIsRefused() throws IOException {
        write(SmallPackages.format05().with("rdf.yaml", new byte[40 << 20]));
        assertEquals("rdf.yaml is too large.", sentence());
        write(SmallPackages.format05().with("test_input.npy", new byte[40 << 20]));
        assertTrue(sentence().startsWith("test_input.npy unpacks to more than "), sentence());
    }

    @Test
    void aDamagedZipIsRefused() throws IOException {
        final byte[] right = zip(SmallPackages.format05().files());
        final Random random = new Random(7);
        int read = 0;
        for (int i = 0; i < 120; i++) {
            final byte[] damaged =
                    Arrays.copyOf(right, i % 2 == 0 ? random.nextInt(right.length) : right.length);
            for (int k = 0; k < 8 && damaged.length > 0; k++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            Files.write(file, damaged);
            read += sentence().equals("read") ? 1 : 0;
        }
        // NB: a date or a comment may change without harm.
        assertTrue(read < 20, read + " damaged packages were read");
        Files.write(file, new byte[0]);
        assertEquals("It is no complete zip file.", sentence());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "!!python/object/apply:os.system ['true']",
                "!!javax.script.ScriptEngineManager []",
                "a: !!java.net.URL ['https://example.org']",
                "a: [1, 2",
                "- a list",
                "only text",
                "a: &a [*a]",
                "\t",
                "a: *unknown",
                "{a: 1, a: 2",
                "--- 1\n--- 2",
                "a: !!binary x"
            })
    void whatIsNoDescriptionIsRefused(final String text) throws IOException {
        write(SmallPackages.format05().with("rdf.yaml", SmallPackages.text(text)));
        assertTrue(sentence().contains("rdf.yaml"), sentence());
    }

    @Test
    void deepAndHugeDescriptionsAreRefused() throws IOException {
        write(SmallPackages.format05().with("rdf.yaml", SmallPackages.text("[".repeat(5000))));
        assertTrue(sentence().contains("rdf.yaml"), sentence());
        final StringBuilder bomb = new StringBuilder("a: &a [x, x]\n");
        for (char c = 'b'; c < 'z'; c++) {
            final char before = (char) (c - 1);
            bomb.append(c).append(": &").append(c);
            bomb.append(" [*").append(before).append(", *").append(before).append("]\n");
        }
        write(SmallPackages.format05().with("rdf.yaml", SmallPackages.text(bomb.toString())));
        assertTrue(sentence().contains("rdf.yaml"), sentence());
        write(
                SmallPackages.format05()
                        .with("rdf.yaml", SmallPackages.text("type: " + "9".repeat(1_000_000))));
        assertTrue(sentence().contains("rdf.yaml"), sentence());
    }

    @Test
    void aLinkThatLeadsOutOfAFolderIsNotFollowed() throws IOException {
        unpack(SmallPackages.format05().without("weights.pt"));
        final Path outside =
                Files.write(folder.resolve("outside.pt"), SmallPackages.text("a program"));
        Files.createSymbolicLink(file.resolve("weights.pt"), outside);
        assertEquals("The file 'weights.pt' is a link that leads out of the folder.", sentence());
    }

    @Test
    void aLinkWithinAFolderIsFollowed() throws IOException {
        unpack(SmallPackages.format05().without("weights.pt"));
        Files.write(file.resolve("real.pt"), SmallPackages.text("a program"));
        Files.createSymbolicLink(file.resolve("weights.pt"), Path.of("real.pt"));
        assertEquals("read", sentence());
    }

    @Test
    void aDescriptionThatIsALinkOutIsNotFollowed() throws IOException {
        unpack(SmallPackages.format05());
        Files.move(file.resolve("rdf.yaml"), folder.resolve("rdf.yaml"));
        Files.createSymbolicLink(file.resolve("rdf.yaml"), folder.resolve("rdf.yaml"));
        assertEquals("The file 'rdf.yaml' is a link that leads out of the folder.", sentence());
    }

    @Test
    void aFolderInPlaceOfAFileIsNamed() throws IOException {
        unpack(SmallPackages.format05().without("weights.pt"));
        Files.createDirectories(file.resolve("weights.pt").resolve("archive"));
        Files.write(file.resolve("weights.pt/archive/version"), new byte[1]);
        assertEquals(
                "The field weights.torchscript.source of rdf.yaml names the file weights.pt, which the package"
                        + " does not have.",
                sentence());
    }

    @Test
    void aFileInAFolderOfThePackageIsRead() throws IOException {
        final MemoryFiles right = SmallPackages.format05();
        final String description =
                new String(right.files().get("rdf.yaml"), StandardCharsets.UTF_8)
                        .replace("source: weights.pt", "source: w/../w/./weights.pt");
        write(
                right.without("weights.pt")
                        .with("w/weights.pt", SmallPackages.text("a program"))
                        .with("rdf.yaml", SmallPackages.text(description)));
        assertEquals("read", sentence());
        try (PackageFiles files = PackageFiles.open(file)) {
            assertArrayEquals(
                    SmallPackages.text("a program"),
                    DescriptionReader.read(files).weights().read(files, 100));
        }
    }
}
