package io.github.unetfiji.file;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder of this program's own among the system's temporary files, for the time of some work.
 *
 * <pre>
 * try (TemporaryFolder folder = TemporaryFolder.make("unet")) {
 *     final Path file = folder.write("weights.pt", path -&gt; Files.write(path, bytes));
 * }
 * </pre>
 */
public final class TemporaryFolder implements AutoCloseable {

    private final Path system;
    private final Path folder;

    private TemporaryFolder(final Path system, final Path folder) {
        this.system = system;
        this.folder = folder;
    }

    /**
     * Makes an empty folder.
     *
     * @param name that its own begins with
     * @throws NoTemporaryFilesException if the system's folder is missing, full or read-only; names it
     */
    public static TemporaryFolder make(final String name) {
        final Path system = Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
        try {
            return new TemporaryFolder(system, Files.createTempDirectory(system, name));
        } catch (final IOException e) {
            throw failure(system, e);
        }
    }

    /** Where it is. */
    public Path path() {
        return folder;
    }

    /**
     * Writes a file in it.
     *
     * @return where the file is
     * @throws NoTemporaryFilesException if it cannot be written
     */
    public Path write(final String name, final AtomicFile.Content content) {
        final Path file = folder.resolve(name);
        try {
            content.writeTo(file);
            return file;
        } catch (final IOException e) {
            throw failure(system, e);
        }
    }

    private static NoTemporaryFilesException failure(final Path system, final IOException e) {
        return new NoTemporaryFilesException(
                "Temporary files cannot be written to the folder "
                        + system
                        + ": "
                        + reason(system, e)
                        + ". Mend that, or start Java with -Djava.io.tmpdir and another folder.",
                e);
    }

    private static String reason(final Path system, final IOException e) {
        if (Files.notExists(system)) {
            return "it does not exist";
        }
        return Files.isDirectory(system) ? AtomicFile.reason(e) : "it is a file";
    }

    /** Removes it, with the files in it. */
    @Override
    public void close() {
        try {
            for (final Path file : files()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (final IOException e) {
            // NB: Windows keeps a mapped file as long as the program runs.
            folder.toFile().deleteOnExit();
            for (final File left : leftOver()) {
                left.deleteOnExit();
            }
        }
    }

    private List<Path> files() throws IOException {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private File[] leftOver() {
        final File[] files = folder.toFile().listFiles();
        return files == null ? new File[0] : files;
    }
}
