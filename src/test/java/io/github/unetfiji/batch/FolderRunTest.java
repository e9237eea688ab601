package io.github.unetfiji.batch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import io.github.unetfiji.CancelledException;
import io.github.unetfiji.Progress;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.command.SegmentFilesCommand;
import io.github.unetfiji.engine.ComputeDevice;
import io.github.unetfiji.evaluate.PredictionKind;
import io.github.unetfiji.ij.ImageFiles;
import io.github.unetfiji.model.ModelFile;
import io.github.unetfiji.model.ModelPackage;
import io.github.unetfiji.model.Models;
import io.github.unetfiji.network.Architecture;
import io.github.unetfiji.network.Precision;
import io.github.unetfiji.report.ScoreTable.ScoreRow;
import io.github.unetfiji.segment.OutputKind;
import io.github.unetfiji.segment.SegmentationOptions;
import java.awt.GraphicsEnvironment;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.app.StatusService;
import org.scijava.command.CommandService;

/** {@code U-Net Segment Files...} over a folder: resuming, its own results, and odd files. */
class FolderRunTest {

    private static final FileTime OLD = FileTime.fromMillis(1_000_000_000_000L);

    @TempDir private Path folder;

    private final Context context = new Context(CommandService.class, StatusService.class);
    private Path in;
    private Path into;

    @BeforeEach
    void files() throws IOException {
        ModelPackage.write(Models.tiny(1, 2, "stack"), folder.resolve("model.zip"));
        in = Files.createDirectory(folder.resolve("in"));
        into = Files.createDirectory(folder.resolve("into"));
        image("a.tif", 20, 16, 2);
        image("b.tif", 37, 9, 1);
        image("c.tif", 8, 30, 3);
    }

    @AfterEach
    void close() {
        context.dispose();
    }

    private void image(final String name, final int width, final int height, final int slices) {
        ImageFiles.writeTiff(
                IJ.createImage(name, "8-bit ramp", width, height, slices), in.resolve(name));
    }

    /** Runs the command; its sentence. */
    private String run(final Object... options) throws InterruptedException {
        final List<Object> inputs =
                new ArrayList<>(
                        List.of(
                                "input", in.toFile(),
                                "into", into.toFile(),
                                "model", folder.resolve("model.zip").toFile(),
                                "output", "classes"));
        inputs.addAll(Arrays.asList(options));
        try {
            return context.service(CommandService.class)
                    .run(SegmentFilesCommand.class, false, inputs.toArray())
                    .get()
                    .getOutput("summary")
                    .toString();
        } catch (final ExecutionException e) {
            Throwable cause = e;
            while (cause.getCause() != null
                    && !(cause instanceof io.github.unetfiji.UNetException)) {
                cause = cause.getCause();
            }
            throw new IllegalStateException(cause.getMessage(), e);
        }
    }

    private Map<String, byte[]> results() throws IOException {
        final Map<String, byte[]> results = new TreeMap<>();
        try (Stream<Path> files = Files.list(into)) {
            for (final Path file : files.toList()) {
                results.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        return results;
    }

    @Test
    void resultsInTheFolderOfTheImagesAreNotSegmented() throws IOException {
        final FileResult classes = new FileResult(OutputKind.CLASSES, false, false);
        for (int time = 0; time < 2; time++) {
            final FolderRun run =
                    FolderRun.of(
                            in,
                            in,
                            folder.resolve("model.zip"),
                            SegmentationOptions.builder().optDevice(ComputeDevice.CPU).build(),
                            classes);
            final List<Path> files = run.unfinished();
            assertEquals(time == 0 ? 3 : 0, files.size());
            run.run(
                    files,
                    () ->
                            ImageSegmenter.open(
                                    folder.resolve("model.zip"),
                                    SegmentationOptions.builder()
                                            .optDevice(ComputeDevice.CPU)
                                            .build()),
                    Progress.NONE,
                    FolderRun.SILENT);
        }
        try (Stream<Path> files = Files.list(in)) {
            assertEquals(6, files.count());
        }
    }

    /** Gives all results an old date, by which one that is written anew is known. */
    private void age() throws IOException {
        for (final String name : results().keySet()) {
            Files.setLastModifiedTime(into.resolve(name), OLD);
        }
    }

    private List<String> writtenAnew() throws IOException {
        final List<String> names = new ArrayList<>();
        for (final String name : results().keySet()) {
            if (!Files.getLastModifiedTime(into.resolve(name)).equals(OLD)) {
                names.add(name);
            }
        }
        return names;
    }

    @Test
    void imagesOfSeveralSizes() throws Exception {
        assertEquals("Segmented 3 files into " + into + ".", run());
        assertEquals(
                List.of("a-classes.tif", "b-classes.tif", "c-classes.tif"),
                List.copyOf(results().keySet()));
        final ImagePlus c = ImageFiles.open(into.resolve("c-classes.tif"));
        assertEquals("8x30x3", c.getWidth() + "x" + c.getHeight() + "x" + c.getStackSize());
    }

    @Test
    void resumingLeavesOutWhatIsFinished() throws Exception {
        run();
        final Map<String, byte[]> before = results();
        age();
        Files.delete(into.resolve("b-classes.tif"));
        final Path half = into.resolve(".01234567-89ab-cdef-0123-456789abcdef.b-classes.tif");
        Files.setLastModifiedTime(Files.write(half, new byte[99]), OLD);
        Files.write(into.resolve(".01234567-89ab-cdef-0123-456789abcdef.mine.tif"), new byte[99]);
        assertEquals(
                "Segmented 1 file into " + into + "; 2 were finished already.",
                run("resume", true));
        assertEquals(
                List.of("b-classes.tif"),
                writtenAnew().stream().filter(n -> !n.startsWith(".")).toList());
        final Map<String, byte[]> after = results();
        assertTrue(
                after.remove(".01234567-89ab-cdef-0123-456789abcdef.mine.tif") != null,
                "a file that is not ours was removed");
        assertEquals(before.keySet(), after.keySet());
        before.forEach((name, bytes) -> assertArrayEquals(bytes, after.get(name), name));
    }

    @Test
    void withoutResumeAllIsDoneAgain() throws Exception {
        run();
        age();
        run();
        assertEquals(3, writtenAnew().size());
    }

    @Test
    void resumingWhenAllIsFinishedLoadsNoModel() throws Exception {
        run();
        assertEquals(
                "Segmented 0 files into " + into + "; 3 were finished already.",
                run("resume", true));
    }

    @Test
    void anotherSettingModelOrInputIsDoneAgain() throws Exception {
        run();
        age();
        run("resume", true, "tile", 20);
        assertEquals(3, writtenAnew().size(), "another tile size");
        age();
        run("resume", true, "tile", 20, "device", "cpu");
        assertEquals(0, writtenAnew().size(), "the same device");
        image("a.tif", 21, 16, 2);
        run("resume", true, "tile", 20);
        assertEquals(List.of("a-classes.tif"), writtenAnew(), "another image");
        age();
        ModelPackage.write(
                Models.of(Architecture.of(1, 3, 1, 2), "stack"), folder.resolve("model.zip"));
        run("resume", true, "tile", 20);
        assertEquals(3, writtenAnew().size(), "another model");
    }

    @Test
    void anotherFileWithTheNameOfAResultIsReplaced() throws Exception {
        run();
        age();
        Files.writeString(into.resolve("a-classes.tif"), "no TIFF");
        ImageFiles.writeTiff(
                IJ.createImage("b", "8-bit ramp", 4, 4, 1), into.resolve("b-classes.tif"));
        run("resume", true);
        assertEquals(List.of("a-classes.tif", "b-classes.tif"), writtenAnew());
        assertEquals(37, ImageFiles.open(into.resolve("b-classes.tif")).getWidth());
    }

    @Test
    void itsOwnResultsAreNoInputs() throws Exception {
        final File same = in.toFile();
        run("into", same);
        run("into", same, "output", "probabilities");
        assertEquals("Segmented 3 files into " + in + ".", run("into", same));
        image("d-classes.tif", 5, 5, 1);
        assertEquals("Segmented 4 files into " + in + ".", run("into", same));
        assertTrue(Files.exists(in.resolve("d-classes-classes.tif")));
        assertFalse(Files.exists(in.resolve("a-classes-classes.tif")));
    }

    @Test
    void aBadFileAmongGoodOnes() throws Exception {
        final byte[] whole = Files.readAllBytes(in.resolve("b.tif"));
        Files.write(in.resolve("b.tif"), Arrays.copyOf(whole, whole.length - 100));
        final Path bad = in.resolve("b.tif");
        final String sentence = assertThrows(IllegalStateException.class, this::run).getMessage();
        assertTrue(
                sentence.startsWith(
                        "1 of 3 files failed (the log has all of them); the first: The file "
                                + bad
                                + " is truncated:"),
                sentence);
        assertEquals(List.of("a-classes.tif", "c-classes.tif"), List.copyOf(results().keySet()));
    }

    @Test
    void manyFilesAreNotHeldOpen() throws Exception {
        for (int i = 0; i < 120; i++) {
            image("tiny" + i + ".tif", 6, 5, 2);
        }
        final int before = openFiles();
        assertEquals("Segmented 123 files into " + into + ".", run());
        assertEquals(123, results().size());
        assertTrue(openFiles() < before + 20, () -> before + " open files became " + openFiles());
        assertEquals(
                0,
                Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> thread.getName().startsWith("unet-"))
                        .count());
    }

    /** On Linux; elsewhere 0. */
    private static int openFiles() {
        final String[] open = new File("/proc/self/fd").list();
        return open == null ? 0 : open.length;
    }

    @Test
    void aCancelledRunSaysWhatStaysAndHowToGoOn() {
        final Path model = folder.resolve("model.zip");
        final SegmentationOptions options =
                SegmentationOptions.builder().optDevice(ComputeDevice.CPU).build();
        final FolderRun run =
                FolderRun.of(
                        in, into, model, options, new FileResult(OutputKind.CLASSES, false, false));
        final AtomicBoolean second = new AtomicBoolean();
        final Progress progress =
                new Progress() {
                    @Override
                    public void report(final long done, final long total, final String message) {
                        second.compareAndSet(false, message.contains("(2 of 3)"));
                    }

                    @Override
                    public boolean isCancelled() {
                        return second.get();
                    }
                };
        final List<Path> files = ImageFiles.list(in);
        assertThrows(
                CancelledException.class,
                () ->
                        run.run(
                                files,
                                () -> ImageSegmenter.open(model, options),
                                progress,
                                FolderRun.SILENT));
        assertEquals(
                "Cancelled: 1 of 3 files are finished and stay in "
                        + into
                        + "; the same run with \"resume\" goes on with the rest.",
                run.stoppedSentence(files));
        assertEquals(2, run.unfinished().size());
    }

    private void runByProgram(final Path results) {
        final SegmentationOptions options =
                SegmentationOptions.builder().optDevice(ComputeDevice.CPU).build();
        final FolderRun run = program(results, options);
        assertEquals(
                "Segmented 3 files into " + results + ".",
                run.run(
                        run.unfinished(),
                        () -> ImageSegmenter.open(folder.resolve("model.zip"), options),
                        Progress.NONE,
                        FolderRun.SILENT));
    }

    private FolderRun program(final Path results, final SegmentationOptions options) {
        return FolderRun.of(
                in,
                results,
                folder.resolve("model.zip"),
                options,
                new FileResult(OutputKind.CLASSES, false, false));
    }

    /** NB: without a display; in the folder of the images the results are no inputs. */
    @Test
    void aProgramGoesOnWithTheSameOptionsOnAnyDevice() {
        assertTrue(GraphicsEnvironment.isHeadless());
        runByProgram(in);
        final SegmentationOptions.Builder options =
                SegmentationOptions.builder().optPrecision(Precision.FLOAT32);
        assertEquals(List.of(), program(in, options.build()).unfinished());
        assertEquals(3, program(in, options.optThreshold(0.3).build()).unfinished().size());
    }

    @Test
    void aProgramComparesItsResults() throws IOException {
        runByProgram(into);
        final Path truths = Files.createDirectory(folder.resolve("truths"));
        for (final String name : List.of("a.tif", "b.tif", "c.tif")) {
            final ImagePlus truth = ImageFiles.open(in.resolve(name)).duplicate();
            for (int z = 1; z <= truth.getStackSize(); z++) {
                Arrays.fill((byte[]) truth.getStack().getPixels(z), (byte) 1);
            }
            ImageFiles.writeTiff(truth, truths.resolve(name));
        }
        try (EvaluatedImages results = truths(truths)) {
            assertEquals(
                    List.of("1", "2", "stack", "1", "stack", "1", "2", "3", "stack", "stack"),
                    Comparison.allOf(PredictionKind.CLASSES)
                            .compare(results, Progress.NONE, message -> {})
                            .rows()
                            .stream()
                            .map(ScoreRow::slice)
                            .toList());
        }
        assertEquals(
                "The truth "
                        + into.resolve("a-classes.tif")
                        + " would be replaced by a result: choose another output folder.",
                assertThrows(UNetException.class, () -> truths(into)).getMessage());
    }

    private EvaluatedImages truths(final Path truths) {
        return ResultTruths.of(
                in,
                truths,
                into,
                ImageFiles.targets(
                        FolderRun.inputs(in, into), into, FileResult.ending(OutputKind.CLASSES)),
                OutputKind.CLASSES,
                ModelFile.of(folder.resolve("model.zip"))::read);
    }
}
