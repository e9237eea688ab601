package io.github.unetfiji.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ij.IJ;
import ij.ImagePlus;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.setting.Setting;
import io.github.unetfiji.training.TrainingKeys;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
                "The output is 'cells', but must be instances, classes, probabilities or uncertainty.",
                refusal(process, "output", "cells"));
        assertEquals(
                "Option \"threshold\" must be from 0 to 1; got 2.0.",
                refusal(process, "threshold", 2.0));
        assertEquals(
                "Option \"threshold\" must be from 0 to 1; got NaN.",
                refusal(process, "threshold", Double.NaN));
        assertEquals("Option \"tile\" must be 0 or more; got -5.", refusal(process, "tile", -5));
    }

    /** NB: for macros and dialogs see CommandInputsTest. */
    @ParameterizedTest
    @CsvSource({
        "patience, -1, 0 or more",
        "dropout, 1.0, from 0 to below 1",
        "sigma, 0.0, above 0",
        "spacing, 3.0, '0, or from 4 to 16384'",
        "features, 2000, from 1 to 1024"
    })
    void aSettingIsRefusedAsInAProgram(final String key, final String text, final String allowed) {
        final Setting<?> setting =
                TrainingKeys.ALL.stream().filter(of -> of.key().equals(key)).findFirst().get();
        final Object value =
                setting.initial() instanceof Integer
                        ? Integer.valueOf(text)
                        : (Object) Double.valueOf(text);
        assertEquals(
                key + " is " + text + ", but must be " + setting.allowedNumbers() + ".",
                assertThrows(UNetException.class, () -> setting.read(value)).getMessage());
        assertEquals(allowed, setting.range().toString());
        final ImagePlus image = IJ.createImage("plane", "8-bit ramp", 64, 64, 1);
        assertEquals(
                "Option \"" + key + "\" must be " + allowed + "; got " + text + ".",
                sentence(
                        TrainCommand.class,
                        false,
                        "image",
                        image,
                        "labels",
                        image,
                        "model",
                        new File("no.zip"),
                        key,
                        value));
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
