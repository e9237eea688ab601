package io.github.unetfiji.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unetfiji.model.ModelPackage;
import io.github.unetfiji.model.Models;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A model that computes NaN fails every command, and leaves nothing half-written. */
class DivergedModelMacrosTest {

    private static final String SENTENCE =
            "The model gives NaN instead of a probability, of normalized";

    @TempDir private static Path folder;

    private static Map<String, Macros.Outcome> outcomes;

    @BeforeAll
    static void run() throws IOException, InterruptedException {
        ModelPackage.write(Models.huge("slice"), folder.resolve("huge.zip"));
        outcomes =
                new Macros(folder)
                        .add(
                                "images",
                                """
                                File.makeDirectory("$/in"); File.makeDirectory("$/into");
                                newImage("flat", "8-bit black", 40, 36, 2);
                                saveAs("tiff", "$/in/flat.tif");
                                newImage("noise", "8-bit noise", 40, 36, 2);
                                saveAs("tiff", "$/in/noise.tif");
                                newImage("labels", "8-bit black", 40, 36, 2);
                                makeRectangle(5, 5, 10, 10); run("Set...", "value=1 stack");
                                saveAs("tiff", "$/labels.tif");
                                """)
                        .add("probabilities", segment("probabilities"))
                        .add("classes", segment("classes"))
                        .add("instances", segment("instances"))
                        .add("uncertainty", segment("uncertainty averaging=rotations"))
                        .add(
                                "files",
                                "run('U-Net Segment Files...', 'input=$/in into=$/into model=$/huge.zip"
                                        + " output=instances');")
                        .add(
                                "evaluate",
                                "run('U-Net Evaluate Model...', 'model=$/huge.zip images=$/in/noise.tif"
                                        + " labels=$/labels.tif report=$/report.html');")
                        .run();
    }

    private static String segment(final String output) {
        return "open('$/in/noise.tif'); run('U-Net Segment...', 'model=$/huge.zip output="
                + output
                + "');";
    }

    @ParameterizedTest
    @ValueSource(strings = {"probabilities", "classes", "instances", "uncertainty", "evaluate"})
    void theMacroStops(final String name) {
        assertEquals("", outcomes.get("images").failure());
        final String failure = outcomes.get(name).failure();
        assertTrue(failure.contains(SENTENCE), failure);
    }

    @Test
    void theOtherFilesAreSegmented() throws IOException {
        final String failure = outcomes.get("files").failure();
        assertTrue(failure.contains("1 of 2 files failed"), failure);
        assertTrue(failure.contains(SENTENCE), failure);
        try (Stream<Path> files = Files.list(folder.resolve("into"))) {
            assertEquals("[flat-instances.tif]", files.map(Path::getFileName).toList().toString());
        }
    }

    @Test
    void noReportIsWritten() {
        assertTrue(Files.notExists(folder.resolve("report.html")));
    }
}
