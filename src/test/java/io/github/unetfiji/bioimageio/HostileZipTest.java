package io.github.unetfiji.bioimageio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.unetfiji.UNetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Zips that another program would unpack to other files than this program reads. */
class HostileZipTest {

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {"RDF.yaml", "./rdf.yaml", ".\\rdf.yaml", "a//../rdf.yaml", "./RDF.YAML"})
    void refusesASecondFileThatSomeSystemsTakeForTheFirst(final String second) throws IOException {
        final String sentence = refusal("rdf.yaml", second);
        assertEquals(
                second.contains("..")
                        ? "It holds the path '" + second + "', which leads out of it."
                        : "It holds '" + second + "' twice.",
                sentence);
    }

    @Test
    void refusesAnAccentThatIsWrittenInTwoWays() throws IOException {
        assertEquals("It holds 'e\u0301.npy' twice.", refusal("\u00e9.npy", "e\u0301.npy"));
    }

    @Test
    void refusesADescriptionOfManyMegabytes() throws IOException {
        final Path file = folder.resolve("large.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("rdf.yaml"));
            zip.write("a".repeat(3 << 20).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        }
        try (PackageFiles files = PackageFiles.open(file)) {
            assertEquals(
                    "rdf.yaml is too large.",
                    assertThrows(UNetException.class, () -> DescriptionReader.read(files))
                            .getMessage());
        }
    }

    private String refusal(final String first, final String second) throws IOException {
        final Path file = folder.resolve("two.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(first));
            zip.putNextEntry(new ZipEntry(second));
        }
        return assertThrows(UNetException.class, () -> PackageFiles.open(file)).getMessage();
    }
}
