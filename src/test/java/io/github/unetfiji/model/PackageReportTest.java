package io.github.unetfiji.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unetfiji.bioimageio.Operation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people read of a package of another program. */
class PackageReportTest {

    @TempDir private Path folder;

    private PackageFacts facts(final String description) throws IOException {
        return PackageFacts.read(DescribedPackage.zip(folder.resolve("m.zip"), description));
    }

    private String report(final String description) throws IOException {
        return PackageReport.of(facts(description), Optional.empty(), Optional.of("No program."));
    }

    @Test
    void describesAPackageThatCannotBeUsed() throws IOException {
        assertEquals(
                """
                model: Nuclei
                cannot be used: No program.
                input: raw (batch, channel, y, x); channels dna; x 64, 80, 96, .. px; y 64, 80, 96, .. px; test tensor of float32
                pixel size: 0.5x0.5 \u00b5m
                  before the program: (value - mean) / standard deviation of each slice and channel
                output: mask (batch, channel, y, x); channels foreground, boundary; x as raw; y as raw; test tensor of float32
                  halo that tiles leave out: x 16 px, y 16 px
                  after the program: logistic function
                program: TorchScript, weights.pt, written by PyTorch 2.1.0
                runs here: no
                """,
                lines(report(DescribedPackage.NUCLEI), 0, 10));
    }

    @Test
    void tellsWhatThePackageSaysOfItselfWithoutItsControlCharacters() throws IOException {
        final String report = report(DescribedPackage.NUCLEI);
        assertEquals(
                """
                what the package says of itself:
                  format: BioImage.IO 0.5.4
                  id: nuclei-unet
                  version: 1.2.0
                  authors: Ada Lovelace, Alan Turing
                  licence: MIT
                """,
                lines(report, 13, 6));
        assertTrue(report.contains("10.1000/182"), report);
        assertTrue(report.contains("  description: Finds nuclei.\n"), report);
        assertTrue(report.contains("    # Nuclei\n    Trained on \ufffd[31mplates"), report);
    }

    private static String lines(final String text, final int first, final int count) {
        return String.join("\n", text.lines().skip(first).limit(count).toList()) + "\n";
    }

    @Test
    void aMissingLicenceIsSaid() throws IOException {
        assertTrue(
                report(DescribedPackage.NUCLEI.replace("license: MIT\n", ""))
                        .contains("licence: none is stated"));
    }

    @Test
    void saysWhichOtherProgramsReadIt() throws IOException {
        final List<String> fine =
                elsewhere(DescribedPackage.NUCLEI.replace(", scale: 0.5, unit: micrometer", ""));
        assertTrue(
                fine.get(0).startsWith("deepImageJ (JDLL): it knows the operations"),
                fine::toString);
        assertTrue(
                fine.get(1).startsWith("QuPath: perhaps not: it knows the halo"), fine::toString);
        assertTrue(fine.get(2).startsWith("bioimageio.core"), fine::toString);
        assertTrue(
                elsewhere(DescribedPackage.NUCLEI.replace(", halo: 16", ""))
                        .get(1)
                        .startsWith("QuPath: it knows the operations"));
    }

    @Test
    void saysWhyOthersMayNotReadIt() throws IOException {
        final List<String> odd =
                elsewhere(
                        DescribedPackage.NUCLEI
                                .replace("id: nuclei-unet\n", "")
                                .replace("license: MIT\n", "")
                                .replace("min: 64", "min: 100")
                                .replace(
                                        "{id: sigmoid}", "{id: softmax, kwargs: {axis: channel}}"));
        for (final String reason :
                List.of(
                        "needs an id",
                        "softmax along channel",
                        "multiples of the step",
                        "pixel size")) {
            assertTrue(odd.get(0).contains(reason), odd::toString);
        }
        assertTrue(odd.get(1).contains("needs a license"), odd::toString);
        assertTrue(odd.get(1).contains("softmax along channel"), odd::toString);
        assertFalse(odd.get(1).contains("pixel size"), odd::toString);
    }

    private List<String> elsewhere(final String description) throws IOException {
        final PackageFacts facts = facts(description);
        return new OtherPrograms(facts.description(), facts.files()).sentences();
    }

    @Test
    void operationsInPlainWords() {
        final Optional<List<String>> plane = Optional.of(List.of("channel", "y", "x"));
        final Optional<List<String>> all = Optional.empty();
        final Optional<String> none = Optional.empty();
        final OptionalDouble nothing = OptionalDouble.empty();
        assertEquals(
                List.of(
                        "values become uint8",
                        "(value - mean) / standard deviation of all slices",
                        "(value - 0.5) / 0.25",
                        "(value - (1, 2)) / (3, 4) along channel",
                        "percentiles 1 and 99.8 of each slice in raw become 0 and 1",
                        "value * 2 + -1",
                        "mean and standard deviation of each slice become those of raw",
                        "values below 0 and above 1 become these",
                        "values below percentile 5 and above (no bound) become these",
                        "1 above 0.5, else 0",
                        "logistic function",
                        "softmax along channel"),
                Stream.of(
                                new Operation.EnsureDtype("uint8"),
                                new Operation.ZeroMeanUnitVariance(all, 1e-6),
                                new Operation.FixedZeroMeanUnitVariance(
                                        List.of(0.5), List.of(0.25), none),
                                new Operation.FixedZeroMeanUnitVariance(
                                        List.of(1.0, 2.0),
                                        List.of(3.0, 4.0),
                                        Optional.of("channel")),
                                new Operation.ScaleRange(plane, 1, 99.8, 1e-6, Optional.of("raw")),
                                new Operation.ScaleLinear(List.of(2.0), List.of(-1.0), none),
                                new Operation.ScaleMeanVariance("raw", plane, 1e-6),
                                new Operation.Clip(
                                        OptionalDouble.of(0),
                                        OptionalDouble.of(1),
                                        nothing,
                                        nothing,
                                        all),
                                new Operation.Clip(
                                        nothing, nothing, OptionalDouble.of(5), nothing, all),
                                new Operation.Binarize(List.of(0.5), none),
                                new Operation.Sigmoid(),
                                new Operation.Softmax("channel"))
                        .map(operation -> OperationWords.of(operation, "slice"))
                        .toList());
    }
}
