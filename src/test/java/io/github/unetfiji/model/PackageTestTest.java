package io.github.unetfiji.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unetfiji.CancelledException;
import io.github.unetfiji.Progress;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.bioimageio.DescriptionReader;
import io.github.unetfiji.bioimageio.PackageDescription;
import io.github.unetfiji.bioimageio.PackageFiles;
import io.github.unetfiji.network.Tensor;
import io.github.unetfiji.torchscript.ForeignProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * NB: two_outputs.zip was made with PyTorch and the official core, and passes the test of the latter: two channels, each normalised
 * by itself and clipped; the second output is scaled to the first, then soft-max.
 */
class PackageTestTest {

    private static final Path TWO = Path.of("src/test/resources/bioimageio/two_outputs.zip");

    private static PackageProof proof(final PackageFiles files, final Progress progress)
            throws IOException {
        final PackageDescription model = DescriptionReader.read(files);
        final byte[] program = model.weights().read(files, 1 << 27);
        return PackageTest.of(model, files, ForeignProgram.read(program), progress);
    }

    private static PackageProof proof(final PackageFiles files) throws IOException {
        return proof(files, Progress.NONE);
    }

    @Test
    void aPackageOfAnotherProgramReproducesItsTest() throws IOException {
        final PackageProof proof = proof(PackageCopy.of(TWO));
        assertEquals(PackageProof.Kind.REPRODUCED, proof.kind(), proof.sentence());
        assertTrue(proof.largestDifference() < 1e-6, proof.sentence());
        assertTrue(
                proof.sentence().startsWith("The package 'two outputs' reproduces its own test"));
    }

    @Test
    void oneWrongValueOfOneOutputIsTold() throws IOException {
        final PackageProof proof = proof(PackageCopy.of(TWO).changed("test_score.npy", 17, -.25f));
        assertEquals(PackageProof.Kind.DIFFERENT, proof.kind());
        assertEquals(.25, proof.largestDifference(), 1e-3);
        assertEquals(
                "The package 'two outputs' does not reproduce its own test: 0.278 % of the values of its"
                        + " output score differ by more than 0.001 and 0.1 %, by up to 0.25.",
                proof.sentence());
    }

    @Test
    void aWrongOperationIsTold() throws IOException {
        final PackageProof proof = proof(PackageCopy.of(TWO).described("max: 2.0", "max: 0.5"));
        assertEquals(PackageProof.Kind.DIFFERENT, proof.kind(), proof.sentence());
    }

    @ParameterizedTest
    @CsvSource({
        "0.004, 0.01, 1000, 0.004, 0.01, 1000",
        "7, 7, 7000000, 0.01, 0.01, 1000",
        "-1, 0, 0, 0.001, 0, 0",
        "many, 1.0E-3, 5, 0.001, 0.001, 5"
    })
    void thePackageStatesATolerance(
            final String absolute,
            final String relative,
            final String million,
            final double usedAbsolute,
            final double usedRelative,
            final double usedMillion)
            throws IOException {
        final PackageCopy copy =
                PackageCopy.of(TWO)
                        .described(
                                "\\z",
                                String.format(
                                        Locale.ROOT,
                                        "config:%n  bioimageio:%n    reproducibility_tolerance:%n"
                                                + "    - {output_ids: [other], absolute_tolerance: 9.0}%n"
                                                + "    - {output_ids: [score], weights_formats: [onnx]}%n"
                                                + "    - {output_ids: [score], absolute_tolerance: %s,"
                                                + " relative_tolerance: %s,"
                                                + " mismatched_elements_per_million: %s}%n",
                                        absolute,
                                        relative,
                                        million));
        final PackageDescription model = DescriptionReader.read(copy);
        assertEquals(
                new TestTolerance(usedAbsolute, usedRelative, usedMillion),
                TestTolerance.of(model, "score").forValuesUpTo(1));
        assertEquals(new TestTolerance(1e-3, 1e-3, 100), TestTolerance.of(model, "feature"));
    }

    @Test
    void fewerValuesThanAllowedMayDiffer() {
        final float[] values = new float[20_000];
        final Tensor expected = new Tensor(new long[] {1, 20_000}, values.clone());
        values[3] = .5f;
        final TestTolerance tolerance = new TestTolerance(1e-3, 1e-3, 50);
        assertTrue(
                OutputComparison.of(
                                "a",
                                new Tensor(expected.shape(), values.clone()),
                                expected,
                                tolerance)
                        .isReproduced());
        values[19_999] = Float.NaN;
        assertFalse(
                OutputComparison.of("a", new Tensor(expected.shape(), values), expected, tolerance)
                        .isReproduced());
    }

    @Test
    void anotherShapeIsADifference() {
        final OutputComparison comparison =
                OutputComparison.of(
                        "a",
                        new Tensor(new long[] {1, 2}, new float[2]),
                        new Tensor(new long[] {2, 1}, new float[2]),
                        new TestTolerance(1, 1, 1000));
        assertFalse(comparison.isReproduced());
        assertEquals(
                "its output a has the shape [1, 2] instead of [2, 1]", comparison.difference());
    }

    @Test
    void withoutTestTensorsNobodyKnows() throws IOException {
        final PackageProof proof =
                proof(PackageCopy.of(TWO).described(" *test_tensor:\n *source: test_.*\n", ""));
        assertEquals(PackageProof.Kind.UNTESTED, proof.kind());
        assertTrue(Double.isNaN(proof.largestDifference()));
    }

    @Test
    void aProgramWithFewerOutputsIsRefused() throws IOException {
        final PackageCopy copy =
                PackageCopy.of(TWO)
                        .described(
                                "(?s)outputs:\n(.*)weights:",
                                "outputs:\n$1- id: third\n  axes: [{type: batch}, {type: channel,"
                                        + " channel_names: [a]}, {type: space, id: y, size: {tensor_id: raw, axis_id:"
                                        + " y}}, {type: space, id: x, size: {tensor_id: raw, axis_id: x}}]\n  data:"
                                        + " {type: float32}\nweights:");
        assertEquals(
                "The program of the package 'two outputs' gives 2 output(s), but its description has 3"
                        + " outputs.",
                assertThrows(UNetException.class, () -> proof(copy)).getMessage());
    }

    @Test
    void aProgramWithOtherAxesIsRefused() throws IOException {
        final PackageCopy copy =
                PackageCopy.of(TWO)
                        .described(" *test_tensor:\n *source: test_.*\n", "")
                        .described("(?s)(- id: feature\n  axes:\n) *- type: batch\n", "$1");
        assertEquals(
                "The program of the package 'two outputs' gives the output feature with 4 axes, but"
                        + " outputs.0.axes of its description has 3.",
                assertThrows(UNetException.class, () -> proof(copy)).getMessage());
    }

    @Test
    void itCanBeCancelled() throws IOException {
        final PackageCopy copy = PackageCopy.of(TWO);
        assertThrows(
                CancelledException.class,
                () -> proof(copy, Progress.NONE.orCancelledBy(() -> true)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"phantom-unet", "em-unet"})
    void ourOwnPackagesAreReproducedAsOthersReadThem(final String name) throws IOException {
        try (PackageFiles files = PackageFiles.open(Path.of("sample-data", name + ".zip"))) {
            final PackageProof proof = proof(files);
            assertEquals(PackageProof.Kind.REPRODUCED, proof.kind(), proof.sentence());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "nuclei_boundary_04, REPRODUCED",
        "fixed_percentile_04, REPRODUCED",
        "rgb_softmax_05, REPRODUCED",
        "mito3d_05, REPRODUCED",
        "superresolution_05, REPRODUCED",
        "wrong_test_output_05, DIFFERENT"
    })
    void packagesOfOthersAreTested(final String name, final PackageProof.Kind kind)
            throws IOException {
        final Path zip = Path.of("../shared/reference/bioimageio", name + ".zip");
        Assumptions.assumeTrue(
                Files.exists(zip), "the reference packages are not beside this checkout: " + zip);
        try (PackageFiles files = PackageFiles.open(zip)) {
            final PackageProof proof = proof(files);
            assertEquals(kind, proof.kind(), proof.sentence());
        }
    }
}
