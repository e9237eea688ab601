package io.github.unetfiji.torchscript;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDArray;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.engine.Programs;
import io.github.unetfiji.engine.Zips;
import io.github.unetfiji.network.Architecture;
import io.github.unetfiji.network.Parameters;
import io.github.unetfiji.network.Precision;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TorchScriptArchiveTest {

    private static final Architecture ARCHITECTURE = Architecture.of(1, 2, 3, 4);
    private static final Parameters PARAMETERS = Parameters.initial(ARCHITECTURE, 3);

    @TempDir private Path folder;
    private Path archive;

    @BeforeEach
    void write() throws IOException {
        archive = folder.resolve("net.pt");
        TorchScriptArchive.write(
                archive,
                UNetProgram.source(ARCHITECTURE, Precision.FLOAT32, UNetProgram.Form.UNPADDED),
                PARAMETERS);
    }

    @Test
    void readsWhatItWrote() {
        assertEquals(PARAMETERS, TorchScriptArchive.readParameters(archive, ARCHITECTURE));
    }

    @Test
    void readsWhatLibtorchWroteBack() throws Exception {
        final Path rewritten = folder.resolve("rewritten.pt");
        Programs.rewrite(archive, array -> {}, rewritten);
        assertEquals(PARAMETERS, TorchScriptArchive.readParameters(rewritten, ARCHITECTURE));
        assertArrayEquals(
                new long[] {18, 1, 6, 2},
                stored(rewritten).get("enc0_conv2_weight").layout().strides(),
                "libtorch keeps channels last");
    }

    @Test
    void readsWhatLibtorchWroteAfterAChange() throws Exception {
        final Path rewritten = folder.resolve("rewritten.pt");
        Programs.rewrite(archive, TorchScriptArchiveTest::twice, rewritten);
        final Parameters read = TorchScriptArchive.readParameters(rewritten, ARCHITECTURE);
        for (final String name : PARAMETERS.names()) {
            final float[] expected = PARAMETERS.get(name).values().clone();
            for (int i = 0; i < expected.length; i++) {
                expected[i] *= 2;
            }
            assertArrayEquals(expected, read.get(name).values(), name);
        }
    }

    private static void twice(final NDArray array) {
        array.setRequiresGradient(false);
        array.muli(2);
    }

    private static Map<String, StoredTensor> stored(final Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            final ZipEntry entry =
                    zip.stream()
                            .filter(e -> e.getName().endsWith("/data.pkl"))
                            .findFirst()
                            .orElseThrow();
            return new Unpickler(zip.getInputStream(entry).readAllBytes()).readModule();
        }
    }

    @Test
    void equalWeightsGiveEqualBytes() throws IOException {
        final Parameters again = Parameters.initial(ARCHITECTURE, 3);
        assertArrayEquals(sameSize(PARAMETERS), sameSize(again));
    }

    private static byte[] sameSize(final Parameters parameters) throws IOException {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TorchScriptArchive.writeSameSize(bytes, ARCHITECTURE, parameters, List.of());
        return bytes.toByteArray();
    }

    @Test
    void aMissingFile() {
        assertRefused("The weights cannot be read.", folder.resolve("none.pt"), ARCHITECTURE);
    }

    @Test
    void notAZip() throws IOException {
        final Path text = Files.writeString(folder.resolve("text.pt"), "no weights here");
        assertRefused(
                "The weights are no TorchScript archive: no complete zip.", text, ARCHITECTURE);
    }

    @Test
    void aTruncatedArchive() throws IOException {
        final byte[] bytes = Files.readAllBytes(archive);
        for (final int length : List.of(0, 1, 100, bytes.length / 2, bytes.length - 1)) {
            final Path part = folder.resolve("part.pt");
            Files.write(part, java.util.Arrays.copyOf(bytes, length));
            assertRefused(
                    "The weights are no TorchScript archive: no complete zip.", part, ARCHITECTURE);
        }
    }

    @Test
    void anotherArchitecture() {
        assertRefused(
                "The weights hold enc0.conv1.weight of shape [2, 3, 3, 3], but the network needs"
                        + " [4, 3, 3, 3].",
                archive,
                Architecture.of(1, 4, 3, 4));
    }

    @Test
    void withoutAPickle() throws IOException {
        Zips.change(archive, "archive/data.pkl", null);
        assertRefused(
                "The weights are no TorchScript archive: data.pkl is missing.",
                archive,
                ARCHITECTURE);
    }

    @Test
    void withoutAStorage() throws IOException {
        Zips.change(archive, "archive/data/2", null);
        assertRefused(
                "The weights are incomplete: archive/data/2 is missing.", archive, ARCHITECTURE);
    }

    @Test
    void aStorageThatIsTooShort() throws IOException {
        Zips.change(archive, "archive/data/2", new byte[4 * 35]);
        assertRefused(
                "The weights are damaged: storage 2 holds 35 values, too few for a tensor of shape"
                        + " [2, 2, 3, 3].",
                archive,
                ARCHITECTURE);
    }

    @Test
    void aStorageThatUnpacksToFarMore() throws IOException {
        Zips.change(archive, "archive/data/2", new byte[64 << 20]);
        assertRefused("archive/data/2 is too large.", archive, ARCHITECTURE);
    }

    private static void assertRefused(
            final String sentence, final Path file, final Architecture architecture) {
        assertEquals(
                sentence,
                assertThrows(
                                UNetException.class,
                                () -> TorchScriptArchive.readParameters(file, architecture))
                        .getMessage());
    }
}
