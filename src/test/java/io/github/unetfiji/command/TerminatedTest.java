package io.github.unetfiji.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unetfiji.bridge.ForkedJvm;
import io.github.unetfiji.bridge.headless.MacroRunner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A signal ends the program when its work has stopped, and nothing half-written stays. */
class TerminatedTest {

    private static final String SAMPLE =
            "run('U-Net Sample Stack...', 'width=700 height=700 slices=3');";

    @TempDir Path folder;

    @BeforeEach
    void signals() {
        Assumptions.assumeTrue(
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    }

    @Test
    void aSegmentationIsTerminated() throws Exception {
        final Path model = Path.of("sample-data", "phantom-unet.zip").toAbsolutePath();
        final String segment =
                SAMPLE
                        + " selectImage('sample-1'); saveAs('Tiff', '$/slices.tif');"
                        + " for (i = 0; i < 100; i++) run('U-Net Segment Files...',"
                        + " 'input=$/slices.tif into=$/out output=instances model=["
                        + model
                        + "]');";
        Files.createDirectory(folder.resolve("out"));
        assertEquals(143, terminated(segment, "TERM", this::isSegmented).code());
        assertEquals(List.of(), files("tmp"));
        assertEquals(List.of(), hidden("out"));
    }

    @Test
    void aTrainingIsInterrupted() throws Exception {
        final String train =
                SAMPLE
                        + " run('U-Net Train...', 'image=sample-1 labels=sample-1-labels"
                        + " model=$/out/cells.zip depth=2 features=4 patch=92 every=2"
                        + " iterations=100000 validation=3');";
        Files.createDirectory(folder.resolve("out"));
        assertEquals(130, terminated(train, "INT", this::isTraining).code());
        assertEquals(List.of(), files("tmp"));
        assertEquals(
                List.of("cells-history.csv", "cells.state", "cells.zip"),
                files("out"),
                "what was reached is kept, as after Cancel");
    }

    /** NB: one of many runs is done, so the next one works. */
    private boolean isSegmented() {
        return Files.exists(folder.resolve("out").resolve("slices-instances.tif"));
    }

    private boolean isTraining() {
        try {
            return Files.readString(folder.resolve("out.txt")).contains("Iteration 2/");
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a macro, and ends it when it is far enough. */
    private ForkedJvm terminated(
            final String macro, final String signal, final BooleanSupplier enough)
            throws IOException, InterruptedException {
        Files.writeString(
                folder.resolve("macro.ijm"),
                macro.replace("$", folder.toString().replace('\\', '/')));
        final Process process = ForkedJvm.start(folder, MacroRunner.class, "macro.ijm");
        for (int i = 0; i < 6000 && !enough.getAsBoolean(); i++) {
            Thread.sleep(10);
        }
        assertTrue(process.isAlive(), "it ended too soon");
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
        return ForkedJvm.ended(process, folder);
    }

    private List<String> hidden(final String name) throws IOException {
        return files(name).stream().filter(file -> file.startsWith(".")).toList();
    }

    private List<String> files(final String name) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(name))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
