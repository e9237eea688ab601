package io.github.unetfiji.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unetfiji.engine.ComputeDevice;
import io.github.unetfiji.engine.Network;
import io.github.unetfiji.model.ModelPackage;
import io.github.unetfiji.model.Models;
import io.github.unetfiji.network.Precision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class TemporaryFolderTest {

    private static final String KEY = "java.io.tmpdir";
    private static final String ADVICE =
            ". Mend that, or start Java with -Djava.io.tmpdir and another folder.";

    private final String before = System.getProperty(KEY);

    @TempDir private Path folder;

    @AfterEach
    void restore() {
        System.setProperty(KEY, before);
    }

    @Test
    void itIsRemovedWithItsFiles() throws IOException {
        System.setProperty(KEY, folder.toString());
        final Path path;
        try (TemporaryFolder made = TemporaryFolder.make("unet")) {
            path = made.path();
            assertEquals(folder, path.getParent());
            final Path file = made.write("a.txt", target -> Files.writeString(target, "a"));
            assertEquals("a", Files.readString(file));
        }
        assertTrue(Files.notExists(path));
    }

    private static void assertFails(final String sentence, final Runnable work) {
        assertEquals(
                sentence, assertThrows(NoTemporaryFilesException.class, work::run).getMessage());
    }

    @Test
    void theFolderIsMissing() {
        final Path missing = folder.resolve("missing");
        System.setProperty(KEY, missing.toString());
        assertFails(
                "Temporary files cannot be written to the folder "
                        + missing
                        + ": it does not exist"
                        + ADVICE,
                () -> TemporaryFolder.make("unet"));
    }

    @Test
    void theFolderIsAFile() throws IOException {
        final Path file = Files.createFile(folder.resolve("file"));
        System.setProperty(KEY, file.toString());
        assertFails(
                "Temporary files cannot be written to the folder "
                        + file
                        + ": it is a file"
                        + ADVICE,
                () -> TemporaryFolder.make("unet"));
    }

    @Test
    void theDiskIsFull() {
        System.setProperty(KEY, folder.toString());
        try (TemporaryFolder made = TemporaryFolder.make("unet")) {
            assertFails(
                    "Temporary files cannot be written to the folder "
                            + folder
                            + ": No space left on device"
                            + ADVICE,
                    () ->
                            made.write(
                                    "a.txt",
                                    target -> {
                                        throw new IOException("No space left on device");
                                    }));
        }
    }

    /** The model is not to blame. */
    @Test
    void readingAndLoadingAModelSaySo() {
        final Path file = folder.resolve("model.zip");
        ModelPackage.write(Models.tiny(1, 2, "slice"), file);
        final Path missing = folder.resolve("missing");
        System.setProperty(KEY, missing.toString());
        final String sentence =
                "Temporary files cannot be written to the folder "
                        + missing
                        + ": it does not exist"
                        + ADVICE;
        assertFails(sentence, () -> ModelPackage.read(file));
        assertFails(
                sentence,
                () ->
                        Network.forInference(
                                Models.tiny(1, 2, "slice").architecture(),
                                Models.tiny(1, 2, "slice").parameters(),
                                ComputeDevice.CPU,
                                Precision.FLOAT32));
    }
}
