package io.github.unetfiji.torchscript;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.unetfiji.engine.ComputeDevice;
import io.github.unetfiji.engine.Network;
import io.github.unetfiji.engine.Programs;
import io.github.unetfiji.engine.Zips;
import io.github.unetfiji.network.Architecture;
import io.github.unetfiji.network.Parameters;
import io.github.unetfiji.network.Precision;
import io.github.unetfiji.tiling.BlockReader;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What others get from the exported program is what this program gets with mirror padding. */
class SameSizeProgramTest {

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({"1, 10, 10, 0", "1, 12, 20, 0.5", "2, 24, 32, 0", "3, 52, 60, 0.25"})
    void equalsMirrorPaddingAndSoftmax(
            final int depth, final int height, final int width, final double dropout)
            throws Exception {
        final Architecture architecture = new Architecture(depth, 2, 2, 3, dropout);
        final Parameters parameters = Parameters.initial(architecture, 9);
        final float[] image = noise(2 * height * width);
        final Path file = folder.resolve("same.pt");
        try (OutputStream out = Files.newOutputStream(file)) {
            TorchScriptArchive.writeSameSize(out, architecture, parameters);
        }
        final float[] others = Programs.forward(file, image, 2, height, width);
        final int halo = architecture.tileGeometry().halo();
        final int paddedWidth = width + 2 * halo;
        final int paddedHeight = height + 2 * halo;
        final float[] tile =
                BlockReader.of(image, width, height)
                        .read(new long[] {-halo, -halo}, paddedWidth, paddedHeight);
        try (Network network =
                Network.forInference(
                        architecture, parameters, ComputeDevice.CPU, Precision.FLOAT32)) {
            assertArrayEquals(
                    network.probabilities(tile, paddedWidth, paddedHeight), others, 1e-6f);
        }
        assertEquals(3 * height * width, others.length);
    }

    /** Who loads it need not know that there is dropout in it: the module is in inference mode. */
    @Test
    void isStoredInInferenceMode() throws Exception {
        final Architecture architecture = new Architecture(1, 2, 1, 2, 0.5);
        final Path file = folder.resolve("same.pt");
        try (OutputStream out = Files.newOutputStream(file)) {
            TorchScriptArchive.writeSameSize(
                    out, architecture, Parameters.initial(architecture, 1));
        }
        final byte[] pickle = Zips.read(file).get("archive/data.pkl");
        final String text = new String(pickle, java.nio.charset.StandardCharsets.ISO_8859_1);
        assertEquals(0x89, text.charAt(text.indexOf("training") + "training".length()));
    }

    private static float[] noise(final int size) {
        final Random random = new Random(4);
        final float[] noise = new float[size];
        for (int i = 0; i < size; i++) {
            noise[i] = (float) random.nextGaussian();
        }
        return noise;
    }
}
