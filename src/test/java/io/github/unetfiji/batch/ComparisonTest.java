package io.github.unetfiji.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import io.github.unetfiji.Progress;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.evaluate.Metric;
import io.github.unetfiji.evaluate.PredictionKind;
import io.github.unetfiji.ij.ImageFiles;
import io.github.unetfiji.report.ScoreTable.ScoreRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program evaluates predictions without the commands. */
class ComparisonTest {

    private static final int SIDE = 12;

    @TempDir private Path folder;

    private final List<String> messages = new ArrayList<>();

    /** Slices of one square cell of 6 x 6 px each, at this offset from the corner. */
    private Path squares(final String name, final int value, final int... offsets)
            throws IOException {
        final ImageStack stack = new ImageStack(SIDE, SIDE);
        for (final int offset : offsets) {
            final ByteProcessor slice = new ByteProcessor(SIDE, SIDE);
            for (int i = 0; i < 36; i++) {
                slice.set(offset + i % 6, offset + i / 6, value);
            }
            stack.addSlice(slice);
        }
        final Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        ImageFiles.writeTiff(new ImagePlus(name, stack), file);
        return file;
    }

    private ComparisonResult compare(final Comparison<?, ?> comparison, final Path... pair) {
        try (EvaluatedImages images = EvaluatedImages.ofFiles(pair[0], pair[1])) {
            return comparison.compare(images, Progress.NONE, messages::add);
        }
    }

    @Test
    void classesOfOneFile() throws IOException {
        final ComparisonResult result =
                compare(
                        Comparison.allOf(PredictionKind.CLASSES),
                        squares("found.tif", 1, 2, 2),
                        squares("true.tif", 1, 2, 5));
        assertEquals(
                List.of("1", "2", "stack"), result.rows().stream().map(ScoreRow::slice).toList());
        assertEquals(1.0, result.rows().get(0).numbers().get("IoU 1"));
        // NB: 3 x 3 px overlap in the second slice, of two squares of 36 px.
        assertEquals(9.0 / 63, result.rows().get(1).numbers().get("IoU 1"), 1e-12);
        assertEquals(45.0 / 99, result.rows().get(2).numbers().get("IoU 1"), 1e-12);
        assertTrue(result.summary().startsWith("Evaluation of 'found.tif', 2 slices: IoU 0 "));
        assertEquals(List.of(), messages);
    }

    @Test
    void probabilitiesOfFoldersWithAReport() throws IOException {
        squares("found/a.tif", 255, 3);
        squares("found/b.tif", 255, 3, 3);
        squares("true/a.tif", 1, 3);
        squares("true/b.tif", 1, 3, 3);
        final Path report = folder.resolve("errors.html");
        final ComparisonResult result =
                compare(
                        ProbabilityComparison.builder()
                                .optMetrics(EnumSet.of(Metric.PIXEL))
                                .optThreshold(0.5)
                                .optReport(report, false)
                                .build(),
                        folder.resolve("found"),
                        folder.resolve("true"));
        final ScoreRow all = result.rows().get(result.rows().size() - 1);
        assertEquals(new ScoreRow("all", "stack", all.numbers()), all);
        assertEquals(0.0, all.numbers().get("Pixel error"));
        assertEquals(
                List.of(
                        "Evaluation of 2 predictions, 3 slices: Pixel error 0 at 0.5.",
                        "At the threshold 0.5, 3 of 3 cells are found.",
                        "The report is in " + report + "."),
                result.summary().lines().toList());
        assertTrue(Files.readString(report).contains("3 of 3 cells are found"));
        assertEquals(
                List.of(
                        "'a.tif' is scaled to probabilities: of its 8-bit values, 255 is probability"
                                + " 1. So are 1 more."),
                messages);
    }

    @Test
    void aThresholdOutOfRange() {
        assertEquals(
                "The threshold is 1.5, but must be from 0 to 1.",
                assertThrows(
                                UNetException.class,
                                () -> ProbabilityComparison.builder().optThreshold(1.5))
                        .getMessage());
    }
}
