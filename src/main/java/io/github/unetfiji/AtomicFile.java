package io.github.unetfiji;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Writes files whole or not at all: to a temporary name beside the target, then moved. */
public final class AtomicFile {

    /** Writes the content of a file. */
    @FunctionalInterface
    public interface Content {
        void writeTo(Path file) throws IOException;
    }

    private static final Pattern TEMPORARY = Pattern.compile("\\.[0-9a-f-]{36}\\.(.+)");

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
        Path temporary = null;
        try {
            // NB: what a link leads to is replaced, not the link.
            final Path file = Files.exists(target) ? target.toRealPath() : target.toAbsolutePath();
            temporary = createBeside(file);
            content.writeTo(temporary);
            move(temporary, file);
        } catch (final IOException e) {
            throw new UNetException("Cannot write " + target + ": " + reason(e) + ".", e);
        } finally {
            delete(temporary);
        }
    }

    /**
     * Checks before long work that a file can be written at its end.
     *
     * @throws UNetException if its folder does not exist or it cannot be written
     */
    public static void checkWritable(final Path target) {
        final Path file = target.toAbsolutePath();
        final Path folder = file.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new UNetException(
                    "Cannot write " + target + ": the folder " + folder + " does not exist.");
        }
        if (Files.isDirectory(file)) {
            throw new UNetException("Cannot write " + target + ": it is a folder.");
        }
        if (!Files.isWritable(folder) || (Files.exists(file) && !Files.isWritable(file))) {
            throw new UNetException("Cannot write " + target + ": permission denied.");
        }
    }

    /**
     * An empty file for the time of some work, beside a file that is written later. Who asks for it deletes it;
     * if the program is killed before, {@link #removeLeftovers} does.
     *
     * @throws IOException if it cannot be made
     */
    public static Path scratch(final Path target) throws IOException {
        return createBeside(target.toAbsolutePath());
    }

    /**
     * Removes what writing some files left behind when the program was killed.
     *
     * @param folder where they were to be written
     * @param names their names
     */
    public static void removeLeftovers(final Path folder, final Set<String> names) {
        try (Stream<Path> files = Files.list(folder)) {
            for (final Path file : files.filter(f -> isLeftover(f, names)).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (final IOException | UncheckedIOException e) {
            throw new UNetException("The folder " + folder + " cannot be cleaned up.", e);
        }
    }

    private static boolean isLeftover(final Path file, final Set<String> names) {
        final Matcher temporary = TEMPORARY.matcher(file.getFileName().toString());
        return temporary.matches() && names.contains(temporary.group(1));
    }

    /** NB: a file that Files.createTempFile makes is for its owner only, and would stay so. */
    private static Path createBeside(final Path file) throws IOException {
        final String name = "." + UUID.randomUUID() + "." + file.getFileName();
        return Files.createFile(file.resolveSibling(name));
    }

    private static void move(final Path from, final Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (final AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void delete(final Path temporary) {
        if (temporary == null) {
            return;
        }
        try {
            Files.deleteIfExists(temporary);
        } catch (final IOException e) {
            temporary.toFile().deleteOnExit();
        }
    }

    /** NB: the message of a FileSystemException is but the path, here a temporary one. */
    private static String reason(final IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
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
