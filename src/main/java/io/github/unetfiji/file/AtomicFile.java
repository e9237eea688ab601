package io.github.unetfiji.file;

import io.github.unetfiji.UNetException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;

/** Writes files whole or not at all: to a {@link TemporaryFile} beside the target, then moved. */
public final class AtomicFile {

    /** Writes the content of a file. */
    @FunctionalInterface
    public interface Content {
        void writeTo(Path file) throws IOException;
    }

    private AtomicFile() {}

    /**
     * Writes a file; an existing one is replaced only when the new one is complete.
     *
     * @param target the file
     * @param content writes to the path that it is given, which ends like the target's name
     * @throws UNetException if the target cannot be written; nothing is left behind
     */
    public static void write(final Path target, final Content content) {
        checkWritable(target);
        try {
            final Path file = whole(target);
            try (TemporaryFile temporary = TemporaryFile.beside(file)) {
                content.writeTo(temporary.path());
                move(temporary.path(), file);
            }
        } catch (final IOException e) {
            throw new UNetException("Cannot write " + target + ": " + reason(e) + ".", e);
        }
    }

    /**
     * Checks before long work that a file can be written at its end.
     *
     * @throws UNetException if its folder does not exist or it cannot be written
     */
    public static void checkWritable(final Path target) {
        final Path file = target.toAbsolutePath();
        if (Files.isDirectory(file)) {
            throw new UNetException("Cannot write " + target + ": it is a folder.");
        }
        final Path folder = file.getParent();
        if (!Files.isDirectory(folder)) {
            throw new UNetException("Cannot write " + target + ": " + noFolder(folder) + ".");
        }
        if (!Files.isWritable(folder) || (Files.exists(file) && !Files.isWritable(file))) {
            throw new UNetException("Cannot write " + target + ": permission denied.");
        }
    }

    private static String noFolder(final Path folder) {
        return ReadableFile.hidden(folder)
                .orElse(
                        Files.exists(folder)
                                ? folder + " is a file, not a folder"
                                : "the folder " + folder + " does not exist");
    }

    /**
     * Prepares long work that ends by writing a file: checks that the file can be written, and removes the temporary files that
     * killed programs left beside it.
     *
     * @throws UNetException if its folder does not exist or it cannot be written
     */
    public static void prepare(final Path target) {
        checkWritable(target);
        try {
            final Path file = whole(target);
            TemporaryFile.removeLeftovers(file.getParent(), Set.of(file.getFileName().toString()));
        } catch (final IOException e) {
            throw new UNetException("Cannot write " + target + ": " + reason(e) + ".", e);
        }
    }

    /** NB: of a link the target is replaced, not the link. */
    private static Path whole(final Path target) throws IOException {
        return Files.exists(target) ? target.toRealPath() : target.toAbsolutePath();
    }

    private static void move(final Path from, final Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (final AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /**
     * Why a file or folder cannot be read or written, for the end of a sentence.
     *
     * <p>NB: the message of a FileSystemException is but the path, here a temporary one.
     */
    public static String reason(final IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof NoSuchFileException) {
            return "the file or its folder does not exist";
        }
        if (e instanceof EOFException) {
            return "it ends too early";
        }
        final String message =
                e instanceof FileSystemException
                        ? ((FileSystemException) e).getReason()
                        : e.getMessage();
        return message == null || message.isBlank()
                ? "the system does not allow it (" + e.getClass().getSimpleName() + ")"
                : message;
    }
}
