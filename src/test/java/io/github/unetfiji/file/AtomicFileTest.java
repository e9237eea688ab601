package io.github.unetfiji.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unetfiji.CancelledException;
import io.github.unetfiji.UNetException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

    @TempDir private Path folder;

    @Test
    void writesThroughATemporaryFileOfTheSameEnding() throws IOException {
        final Path target = folder.resolve("a.tif");
        AtomicFile.write(
                target,
                file -> {
                    assertTrue(file.toString().endsWith(".a.tif"), file.toString());
                    assertEquals(folder, file.getParent());
                    Files.writeString(file, "new");
                });
        assertEquals("new", Files.readString(target));
        assertEquals(List.of("a.tif"), names());
    }

    @Test
    void whenTheContentFailsTheOldFileStays() throws IOException {
        final Path target = Files.writeString(folder.resolve("a.txt"), "old");
        final UNetException e =
                assertThrows(
                        UNetException.class,
                        () ->
                                AtomicFile.write(
                                        target,
                                        file -> {
                                            Files.writeString(file, "half");
                                            throw new IOException("disk full");
                                        }));
        assertEquals("Cannot write " + target + ": disk full.", e.getMessage());
        assertThrows(
                CancelledException.class,
                () ->
                        AtomicFile.write(
                                target,
                                file -> {
                                    Files.writeString(file, "half");
                                    throw new CancelledException();
                                }));
        assertEquals("old", Files.readString(target));
        assertEquals(List.of("a.txt"), names());
    }

    /** Others may read the file just as if it had been written in place. */
    @Test
    void theFileHasTheUsualPermissions() throws IOException {
        Assumptions.assumeTrue(
                Files.getFileStore(folder).supportsFileAttributeView("posix"),
                "no POSIX file system");
        final Path usual = Files.createFile(folder.resolve("usual"));
        final Path target = folder.resolve("target");
        AtomicFile.write(target, file -> Files.writeString(file, "text"));
        assertEquals(Files.getPosixFilePermissions(usual), Files.getPosixFilePermissions(target));
    }

    @Test
    void aRelativePathIsBesideTheWorkingDirectory() {
        final Path target = Path.of("no-such-folder/a.txt");
        assertEquals(
                "Cannot write "
                        + target
                        + ": the folder "
                        + target.toAbsolutePath().getParent()
                        + " does not exist.",
                assertThrows(UNetException.class, () -> AtomicFile.checkWritable(target))
                        .getMessage());
    }

    @Test
    void aFolderThatIsAFile() throws IOException {
        final Path file = Files.createFile(folder.resolve("file"));
        assertEquals(
                "Cannot write " + file.resolve("a") + ": " + file + " is a file, not a folder.",
                assertThrows(UNetException.class, () -> AtomicFile.checkWritable(file.resolve("a")))
                        .getMessage());
    }

    @Test
    void aFolderThatIsReadOnly() throws IOException {
        final Path closed = Files.createDirectory(folder.resolve("closed"));
        Assumptions.assumeTrue(closed.toFile().setWritable(false) && !Files.isWritable(closed));
        final Path target = closed.resolve("a");
        assertEquals(
                "Cannot write " + target + ": permission denied.",
                assertThrows(UNetException.class, () -> AtomicFile.checkWritable(target))
                        .getMessage());
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).toList();
        }
    }

    /** NB: the message of such an exception is but a path, and that of the temporary file. */
    @Test
    void theReasonIsNoPath() {
        final Path target = folder.resolve("a.txt");
        assertEquals(
                "Cannot write " + target + ": No space left on device.",
                failure(target, new FileSystemException("b", null, "No space left on device")));
        assertEquals(
                "Cannot write " + target + ": permission denied.",
                failure(target, new AccessDeniedException("b")));
        assertEquals(
                "Cannot write " + target + ": the file or its folder does not exist.",
                failure(target, new NoSuchFileException("b")));
    }

    private static String failure(final Path target, final IOException reason) {
        return assertThrows(
                        UNetException.class,
                        () ->
                                AtomicFile.write(
                                        target,
                                        file -> {
                                            throw reason;
                                        }))
                .getMessage();
    }

    @Test
    void whatALinkLeadsToIsReplaced() throws IOException {
        final Path file = Files.writeString(folder.resolve("model.zip"), "old");
        final Path link = Files.createSymbolicLink(folder.resolve("current.zip"), file);
        AtomicFile.write(link, temporary -> Files.writeString(temporary, "new"));
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("new", Files.readString(file));
    }
}
