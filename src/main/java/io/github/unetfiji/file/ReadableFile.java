package io.github.unetfiji.file;

import io.github.unetfiji.Legible;
import io.github.unetfiji.UNetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/** Checks files before they are read, and says why one cannot be. */
public final class ReadableFile {

    private ReadableFile() {}

    /**
     * Checks that there is a file, and that it may be read.
     *
     * @param what the file is, begins a sentence: {@code The model}
     * @throws UNetException if not; names it
     */
    public static void check(final String what, final Path file) {
        checkReached(what, file);
        if (Files.isDirectory(file)) {
            throw new UNetException(what + " " + file + " is a folder, not a file.");
        }
        if (!Files.isReadable(file)) {
            throw new UNetException(what + " " + file + " cannot be read: permission denied.");
        }
        if (!Files.isRegularFile(file)) {
            throw new UNetException(what + " " + file + " is no file.");
        }
    }

    /**
     * Checks that there is a file or folder of this path.
     *
     * @param what it is, begins a sentence: {@code The file or folder}
     * @throws UNetException if not; names it
     */
    public static void checkReached(final String what, final Path path) {
        final Optional<String> hidden = hidden(path);
        if (hidden.isPresent()) {
            throw new UNetException(what + " " + path + " cannot be read: " + hidden.get() + ".");
        }
        if (!Files.exists(path)) {
            throw new UNetException(what + " " + path + " does not exist.");
        }
    }

    /**
     * The failure of reading a file that was readable when it was checked.
     *
     * @param what it is, begins a sentence: {@code The model}
     */
    public static UNetException unreadable(
            final String what, final Path path, final IOException e) {
        return new UNetException(
                what + " " + path + " cannot be read: " + AtomicFile.reason(e) + ".", e);
    }

    /**
     * Why the system does not tell whether a path exists, for example because a folder on the way may not be read.
     *
     * @return the end of a sentence; empty if the path exists, or surely does not
     */
    public static Optional<String> hidden(final Path path) {
        try {
            Files.readAttributes(path, BasicFileAttributes.class);
            return Optional.empty();
        } catch (final NoSuchFileException missing) {
            return Optional.empty();
        } catch (final IOException e) {
            return Optional.of(AtomicFile.reason(e));
        }
    }

    /**
     * The path that a text of the user names.
     *
     * @param what the text is, begins a sentence: {@code Option "model"}
     * @throws UNetException if it holds a character that no path can have
     */
    public static Path path(final String what, final String text) {
        try {
            return Path.of(text);
        } catch (final InvalidPathException e) {
            throw new UNetException(
                    what
                            + ": \""
                            + Legible.echo(text)
                            + "\" is no path of a file, for it holds a character that paths cannot have.",
                    e);
        }
    }
}
