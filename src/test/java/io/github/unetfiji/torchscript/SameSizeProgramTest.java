package io.github.unetfiji.torchscript;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unetfiji.engine.ComputeDevice;
import io.github.unetfiji.engine.Network;
import io.github.unetfiji.engine.Programs;
import io.github.unetfiji.engine.Zips;
import io.github.unetfiji.network.Architecture;
import io.github.unetfiji.network.Parameters;
import io.github.unetfiji.network.Precision;
import io.github.unetfiji.stack.IntensityScale;
import io.github.unetfiji.tiling.BlockReader;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What others get from the exported program is what this program gets with mirror padding. */
class SameSizeProgramTest {

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({
        "1, 10, 10, 0",
        "1, 12, 20, 0.5",
        "2, 24, 32, 0",
        "3, 56, 64, 0.25",
        "4, 112, 128, 0",
        "5, 224, 256, 0",
        "6, 448, 512, 0",
    })
    void equalsMirrorPaddingAndSoftmax(
            final int depth, final int height, final int width, final double dropout)
            throws Exception {
        final Architecture architecture = new Architecture(depth, 2, 2, 3, dropout);
        final Parameters parameters = Parameters.initial(architecture, 9);
        final float[] image = noise(2 * height * width);
        final Path file = folder.resolve("same.pt");
        try (OutputStream out = Files.newOutputStream(file)) {
            TorchScriptArchive.writeSameSize(out, architecture, parameters, List.of());
        }
        final float[] others = Programs.forward(file, image, 2, height, width);
        final int halo = architecture.tileGeometry().halo();
        final int more = depth > 2 ? 4 : 0;
        final int paddedWidth = width + more + 2 * halo;
        final int paddedHeight = height + more + 2 * halo;
        final float[] tile =
                BlockReader.of(image, width, height)
                        .read(new long[] {-halo, -halo}, paddedWidth, paddedHeight);
        try (Network network =
                Network.forInference(
                        architecture, parameters, ComputeDevice.CPU, Precision.FLOAT32)) {
            final float[] ours = network.probabilities(tile, paddedWidth, paddedHeight);
            assertArrayEquals(cropped(ours, width, height, more), others, 1e-6f);
        }
        assertEquals(3 * height * width, others.length);
    }

    /** Without the last columns and rows. */
    private static float[] cropped(
            final float[] values, final int width, final int height, final int more) {
        final float[] kept =
                new float[values.length / (width + more) / (height + more) * width * height];
        for (int row = 0; row < kept.length / width; row++) {
            final int from = row / height * (height + more) + row % height;
            System.arraycopy(values, from * (width + more), kept, row * width, width);
        }
        return kept;
    }

    /** What is too small to be padded so far is an error of the engine; at depths 7 and 8 images are large, so only the text is looked at. */
    @ParameterizedTest
    @CsvSource({"1, 8, 8", "2, 20, 20", "3, 44, 48", "4, 92, 96", "7, 764, 768", "8, 1532, 1536"})
    void padsByTheHaloAndToTheNextPoolingWindow(final int depth, final int near, final int far) {
        final String text = UNetProgram.sameSize(Architecture.of(depth, 1, 1, 2), List.of());
        final String padding = "[" + near + ", " + far + ", " + near + ", " + far + "])";
        assertTrue(text.contains("torch.reflection_pad2d(x, " + padding), text);
        assertEquals(near != far, text.contains("2, 0, -4), 3, 0, -4)"), text);
    }

    @Test
    void scalesIntensitiesFirst() throws Exception {
        final Architecture architecture = new Architecture(2, 2, 2, 3, 0);
        final Parameters parameters = Parameters.initial(architecture, 9);
        final float[] image = noise(2 * 24 * 24);
        final float[] scaled = image.clone();
        final float[] raw = image.clone();
        for (int i = 0; i < image.length; i++) {
            final boolean first = i < image.length / 2;
            raw[i] = first ? image[i] * 4000 + 3e4f : image[i] / 8;
            scaled[i] = (float) (first ? (raw[i] - 3e4) * 2.5E-4 : (raw[i] + 0.25) * 8);
        }
        assertArrayEquals(
                run(architecture, parameters, List.of(), scaled),
                run(
                        architecture,
                        parameters,
                        List.of(new IntensityScale(3e4, 2.5E-4), new IntensityScale(-0.25, 8)),
                        raw),
                1e-6f);
    }

    /** NB: numbers that Java writes with an exponent, and large and small ones. */
    @Test
    void scalesByAnyNumber() throws Exception {
        final Architecture architecture = new Architecture(1, 2, 1, 2, 0);
        final Parameters parameters = Parameters.initial(architecture, 9);
        final float[] raw = noise(12 * 12);
        for (final double factor : new double[] {1e-39, 1e-7, 0.1, 7, 2e6}) {
            for (final double offset : new double[] {0, -1e-9, 12345678, -3e38}) {
                final float[] scaled = raw.clone();
                for (int i = 0; i < raw.length; i++) {
                    scaled[i] = (float) ((float) (raw[i] - offset) * factor);
                }
                final float[] expected = run(architecture, parameters, List.of(), scaled);
                final float[] given =
                        run(
                                architecture,
                                parameters,
                                List.of(new IntensityScale(offset, factor)),
                                raw);
                assertArrayEquals(expected, given, 1e-5f, offset + " " + factor);
            }
        }
    }

    private float[] run(
            final Architecture architecture,
            final Parameters parameters,
            final List<IntensityScale> scales,
            final float[] image)
            throws Exception {
        final Path file = folder.resolve("scaled.pt");
        try (OutputStream out = Files.newOutputStream(file)) {
            TorchScriptArchive.writeSameSize(out, architecture, parameters, scales);
        }
        final int side = (int) Math.sqrt(image.length / architecture.channels());
        return Programs.forward(file, image, architecture.channels(), side, side);
    }

    /** Who loads it need not know that there is dropout in it: the module is in inference mode. */
    @Test
    void isStoredInInferenceMode() throws Exception {
        final Architecture architecture = new Architecture(1, 2, 1, 2, 0.5);
        final Path file = folder.resolve("same.pt");
        try (OutputStream out = Files.newOutputStream(file)) {
            TorchScriptArchive.writeSameSize(
                    out, architecture, Parameters.initial(architecture, 1), List.of());
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
