package io.github.unetfiji.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ij.IJ;
import ij.ImagePlus;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

/** Commands that a script runs, without SciJava's preprocessors ({@code false}) and with them. */
class ScriptTest {

    private static final File MODEL = new File("sample-data/phantom-unet.zip");

    private static Context context;

    @BeforeAll
    static void start() {
        context = new Context();
    }

    @AfterAll
    static void end() {
        context.dispose();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theResultIsAnOutput(final boolean process) throws Exception {
        final ImagePlus image = IJ.createImage("plane", "8-bit ramp", 64, 64, 1);
        final ImagePlus result =
                (ImagePlus)
                        run(SegmentCommand.class, process, "image", image, "model", MODEL)
                                .getOutput("result");
        assertEquals("plane-probabilities", result.getTitle());
        assertEquals(64, result.getWidth());
        assertEquals(2, result.getNChannels());
    }

    @Test
    void theSummaryOfAnEvaluationNamesItsReport(@TempDir final Path folder) throws Exception {
        final ImagePlus cells = IJ.createImage("cells", "8-bit black", 32, 32, 1);
        cells.getProcessor().setValue(255);
        cells.getProcessor().setRoi(4, 4, 12, 12);
        cells.getProcessor().fill();
        final Path report = folder.resolve("report.html");
        final String summary =
                (String)
                        run(
                                        EvaluateCommand.class,
                                        false,
                                        "prediction",
                                        cells,
                                        "truth",
                                        cells,
                                        "report",
                                        report.toFile())
                                .getOutput("summary");
        assertEquals(
                List.of(
                        "At the threshold 0, 1 of 1 cells are found.",
                        "The report is in " + report + "."),
                summary.lines().skip(1).toList());
    }

    @Test
    void whatIsMissingIsTold() {
        assertEquals(
                "Option \"image\" (Image) is required but was not given.",
                sentence(SegmentCommand.class, false, "model", MODEL));
        assertEquals(
                "Option \"image\" is not an open image.",
                sentence(SegmentCommand.class, false, "model", MODEL, "image", new ImagePlus()));
        assertEquals(
                "Option \"model\" (Model) is required but was not given.",
                sentence(ModelInfoCommand.class, false));
        assertEquals(
                "Option \"model\": \"a\ufffd.zip\" is no path of a file, for it holds a character that paths"
                        + " cannot have.",
                sentence(ModelInfoCommand.class, false, "model", new File("a\0.zip")));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void valuesAreCheckedAsInAMacro(final boolean process) {
        assertEquals(
                "The output is 'cells', but must be probabilities, classes, instances or uncertainty.",
                refusal(process, "output", "cells"));
        assertEquals(
                "Option \"threshold\" must be at most 1.0; got 2.0.",
                refusal(process, "threshold", 2.0));
        assertEquals(
                "Option \"threshold\" must be at least 0.0; got NaN.",
                refusal(process, "threshold", Double.NaN));
        assertEquals("Option \"tile\" must be at least 0; got -5.", refusal(process, "tile", -5));
    }

    private static String refusal(final boolean process, final String key, final Object value) {
        final ImagePlus image = IJ.createImage("plane", "8-bit ramp", 64, 64, 1);
        return sentence(SegmentCommand.class, process, "image", image, "model", MODEL, key, value);
    }

    private static CommandModule run(
            final Class<? extends Command> command, final boolean process, final Object... inputs)
            throws Exception {
        return context.service(CommandService.class).run(command, process, inputs).get();
    }

    /** What the exception says that a script gets. */
    private static String sentence(
            final Class<? extends Command> command, final boolean process, final Object... inputs) {
        final ExecutionException failure =
                assertThrows(ExecutionException.class, () -> run(command, process, inputs));
        return failure.getCause().getCause().getMessage();
    }
}
