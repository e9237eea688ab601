package io.github.unetfiji.batch;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.file.ReadableFile;
import io.github.unetfiji.file.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Identifies a result by its model, its settings and its file: a checksum of the bytes of the
 * model (of all files, if it is a folder), of the settings, and of name, size and date of the file.
 */
public final class ResultIdentity {

    private static final int CHUNK = 1 << 16;

    /** Of a folder of a model, which has few. */
    private static final int MOST_FILES = 10_000;

    private static final int DEEPEST = 8;

    private final String common;

    private ResultIdentity(final String common) {
        this.common = common;
    }

    /**
     * The identity of all results of a run.
     *
     * @param settings all that the pixels of a result depend on, by name
     * @throws UNetException if the model cannot be read
     */
    public static ResultIdentity of(final Path model, final Map<String, String> settings) {
        final MessageDigest digest = Sha256.digest();
        try {
            if (Files.isDirectory(model)) {
                addFolder(model, digest);
            } else {
                addFile(model, digest);
            }
        } catch (final IOException e) {
            throw ReadableFile.unreadable("The model", model, e);
        }
        return new ResultIdentity(Sha256.hex(digest) + new TreeMap<>(settings));
    }

    /** NB: whose files may be listed in any order. */
    private static void addFolder(final Path folder, final MessageDigest digest)
            throws IOException {
        final List<Path> files;
        try (Stream<Path> all = Files.walk(folder, DEEPEST)) {
            files = all.filter(Files::isRegularFile).sorted().limit(MOST_FILES).toList();
        }
        for (final Path file : files) {
            final String name = folder.relativize(file).toString();
            digest.update((name + "\n" + Files.size(file) + "\n").getBytes(StandardCharsets.UTF_8));
            addFile(file, digest);
        }
    }

    private static void addFile(final Path file, final MessageDigest digest) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            final byte[] chunk = new byte[CHUNK];
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                digest.update(chunk, 0, count);
            }
        }
    }

    /**
     * The identity of the result for a file.
     *
     * @throws UNetException if there is no such file
     */
    String of(final Path file) {
        try {
            final String text =
                    String.join(
                            "\n",
                            common,
                            file.getFileName().toString(),
                            Long.toString(Files.size(file)),
                            Long.toString(Files.getLastModifiedTime(file).toMillis()));
            return Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
        } catch (final IOException e) {
            throw ReadableFile.unreadable("The image", file, e);
        }
    }
}
