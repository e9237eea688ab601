package io.github.unetfiji.bioimageio;

import io.github.unetfiji.Legible;
import io.github.unetfiji.UNetException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files of a folder that a package was unpacked to. A link that leads out of the folder is not followed. */
record FolderFiles(Path root, List<String> names) implements PackageFiles {

    /** NB: a folder of pictures, or the root of a disk, is no package; its files are not all listed. */
    private static final int MOST_FILES = 10_000;

    private static final int DEEPEST = 16;

    static FolderFiles open(final Path folder) throws IOException {
        final Path root = folder.toRealPath();
        try (Stream<Path> files = Files.walk(root, DEEPEST)) {
            final List<String> names =
                    files.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                            .limit(MOST_FILES + 1L)
                            .map(file -> name(root.relativize(file)))
                            .sorted()
                            .collect(Collectors.toList());
            if (names.size() > MOST_FILES) {
                throw new UNetException(
                        "It is a folder of more than " + MOST_FILES + " files, not a package.");
            }
            return new FolderFiles(root, List.copyOf(names));
        } catch (final UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static String name(final Path relative) {
        return Stream.iterate(0, i -> i + 1)
                .limit(relative.getNameCount())
                .map(i -> relative.getName(i).toString())
                .collect(Collectors.joining("/"));
    }

    @Override
    public Optional<byte[]> read(final String path, final long largest) throws IOException {
        PackagePath.check(path);
        final Path file = root.resolve(path);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        final Path real = file.toRealPath();
        if (!real.startsWith(root)) {
            throw new UNetException(
                    "The file '"
                            + Legible.echo(path)
                            + "' is a link that leads out of the folder.");
        }
        if (!Files.isRegularFile(real)) {
            throw new UNetException("'" + Legible.echo(path) + "' is no file.");
        }
        return Optional.of(bytes(real, path, largest));
    }

    /** NB: the limit holds for what is read, whatever size the system tells. */
    private static byte[] bytes(final Path file, final String path, final long largest)
            throws IOException {
        final int most = (int) Math.min(largest, Integer.MAX_VALUE - 9);
        try (InputStream in = Files.newInputStream(file)) {
            final byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new UNetException(Legible.echo(path) + " is too large.");
            }
            return bytes;
        }
    }

    @Override
    public void close() {}
}
