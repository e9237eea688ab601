package io.github.unetfiji.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Leftovers of killed programs are removed, and nothing that a living one writes. */
class TemporaryFileTest {

    private static final String OLD = ".01234567-89ab-cdef-0123-456789abcdef.";

    @TempDir private Path folder;

    /** Begins to write a file in a JVM of its own, and waits to be killed. */
    static final class Writer {

        private Writer() {}

        static Process start(final Path target) throws IOException {
            final Process process =
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-XX:TieredStopAtLevel=1",
                                    "-cp",
                                    System.getProperty(
                                            "surefire.test.class.path",
                                            System.getProperty("java.class.path")),
                                    Writer.class.getName(),
                                    target.toString())
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            assertEquals('w', process.getInputStream().read(), "it writes");
            return process;
        }

        public static void main(final String[] args) {
            AtomicFile.write(
                    Path.of(args[0]),
                    file -> {
                        Files.writeString(file, "half");
                        System.out.println("w");
                        System.out.flush();
                        // NB: ends, too, if the test is killed.
                        System.in.read();
                    });
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private void remove(final String... targets) {
        TemporaryFile.removeLeftovers(folder, Set.of(targets));
    }

    /** NB: such as what another user left; here a folder with a file in it, which cannot be removed either. */
    @Test
    void whatCannotBeRemovedStaysAndStopsNobody() throws IOException {
        final Path left =
                Files.createDirectory(
                        folder.resolve(".11111111-1111-1111-1111-111111111111.a.zip"));
        Files.createFile(left.resolve("file"));
        Files.setLastModifiedTime(left, FileTime.from(Instant.EPOCH));
        remove("a.zip");
        assertEquals(List.of(left.getFileName().toString()), names());
    }

    @Test
    void ofAKilledWriterButNotOfALivingOne() throws Exception {
        final Process living = Writer.start(folder.resolve("a.zip"));
        final List<String> ofTheLiving = names();
        assertEquals(2, ofTheLiving.size(), "the file and its lock");
        final Process killed = Writer.start(folder.resolve("a.zip"));
        assertEquals(4, names().size());
        remove("a.zip");
        assertEquals(4, names().size(), "both live");
        killed.destroyForcibly().waitFor();
        remove("b.zip");
        assertEquals(4, names().size(), "of another file");
        AtomicFile.prepare(folder.resolve("a.zip"));
        assertEquals(ofTheLiving, names());
        living.getOutputStream().close();
        assertEquals(0, living.waitFor());
        assertEquals(List.of("a.zip"), names());
    }

    /** A locked file of another host cannot be told from one that was left: only its age can. */
    @Test
    void ofAnotherHostOrAnotherVersionAfterADay() throws IOException {
        final List<String> fresh =
                List.of(OLD + "a.zip", OLD + "b.zip", OLD + "b.zip.lock", "a.zip", "unrelated");
        for (final String name : fresh) {
            Files.writeString(folder.resolve(name), "another host");
        }
        remove("a.zip", "b.zip");
        assertEquals(fresh, names());
        for (final String name : fresh) {
            Files.setLastModifiedTime(
                    folder.resolve(name), FileTime.from(Instant.now().minus(Duration.ofHours(25))));
        }
        remove("a.zip", "b.zip");
        assertEquals(List.of("a.zip", "unrelated"), names());
    }

    /** Here a folder that is not empty; in a shared folder the files of another user. */
    @Test
    void whatCannotBeRemovedStaysAndStopsNothing() throws IOException {
        final Path stuck = Files.createDirectory(folder.resolve(OLD + "a.zip"));
        Files.writeString(stuck.resolve("x"), "x");
        final Path removable = Files.writeString(folder.resolve(OLD + "b.zip"), "half");
        for (final Path file : List.of(stuck, removable)) {
            Files.setLastModifiedTime(
                    file, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
        }
        remove("a.zip", "b.zip");
        assertEquals(List.of(OLD + "a.zip"), names());
        remove("a.zip");
        TemporaryFile.removeLeftovers(folder.resolve("missing"), Set.of("a.zip"));
    }

    @Test
    void itsNameEndsLikeThatOfItsTarget() throws IOException {
        try (TemporaryFile file = TemporaryFile.beside(folder.resolve("a.tif"))) {
            assertEquals(folder, file.path().getParent());
            assertEquals(OLD.length() + 5, file.path().getFileName().toString().length());
            assertEquals(".a.tif", file.path().getFileName().toString().substring(37));
        }
        assertEquals(List.of(), names());
    }

    /** The program itself may go on with what it just writes, whoever cleans up meanwhile. */
    @Test
    void ofThisProgram() throws IOException {
        try (TemporaryFile file = TemporaryFile.beside(folder.resolve("a.tif"))) {
            remove("a.tif");
            assertEquals(2, names().size(), file.path().toString());
        }
    }
}
