package io.github.unetfiji.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A file beside its target, for the time of some work: {@code .UUID.cells.zip} for {@code cells.zip}. If the program is killed it
 * stays, and {@link #removeLeftovers} removes it.
 *
 * <p>Its writer is known to live by a lock: the writer holds one on {@code .UUID.cells.zip.lock}, in which stands what host it is
 * on. The system frees the lock even if the program is killed. A lock that is free says nothing about another host, whose locks
 * may not be seen here. Files without a lock are of an older version of this program. Both are leftovers only when nothing was
 * written to them for a day.
 */
public final class TemporaryFile implements AutoCloseable {

    private static final Pattern NAME = Pattern.compile("\\.[0-9a-f-]{36}\\.(.+)");
    private static final String LOCK = ".lock";

    /** Linux: another one whenever the system starts, and the same in all containers of a host. */
    private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");

    private static final Duration ABANDONED = Duration.ofDays(1);

    private final Path file;
    private final Path lockFile;
    private final Optional<FileChannel> lock;

    private TemporaryFile(final Path file, final Path lockFile, final Optional<FileChannel> lock) {
        this.file = file;
        this.lockFile = lockFile;
        this.lock = lock;
    }

    /**
     * Makes an empty file.
     *
     * @param target in whose folder it lies, and like whose name its own ends
     * @throws IOException if it cannot be made; nothing is left behind
     */
    public static TemporaryFile beside(final Path target) throws IOException {
        final Path whole = target.toAbsolutePath();
        final Path file = whole.resolveSibling("." + UUID.randomUUID() + "." + whole.getFileName());
        final Path lockFile = lockFile(file);
        final Optional<FileChannel> lock = locked(lockFile);
        try {
            // NB: a file that Files.createTempFile makes is for its owner only, and would stay so.
            return new TemporaryFile(Files.createFile(file), lockFile, lock);
        } catch (final IOException e) {
            unlock(lock, lockFile);
            throw e;
        }
    }

    private static Path lockFile(final Path file) {
        return file.resolveSibling(file.getFileName() + LOCK);
    }

    /** NB: the lock is on a file of its own: on Linux it would be lost when the content of its file is closed. */
    private static Optional<FileChannel> locked(final Path lockFile) throws IOException {
        final FileChannel channel =
                FileChannel.open(lockFile, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        boolean ours = false;
        try {
            channel.write(ByteBuffer.wrap(host().getBytes(StandardCharsets.UTF_8)));
            ours = FileLocks.take(channel);
            return ours ? Optional.of(channel) : Optional.empty();
        } catch (final IOException e) {
            return Optional.empty(); // NB: a shared folder may know no locks.
        } finally {
            if (!ours) {
                // NB: without its lock file the file is kept for a day; with one that is free it
                // would be taken for a leftover.
                channel.close();
                Files.deleteIfExists(lockFile);
            }
        }
    }

    /** NB: not by its address, for which Java would ask the network. A host that has no name is like no other. */
    private static String host() throws IOException {
        if (Files.isReadable(BOOT_ID)) {
            return Files.readString(BOOT_ID).strip();
        }
        final String name = System.getenv("COMPUTERNAME");
        return name == null ? "unknown " + UUID.randomUUID() : name;
    }

    /** Where it is. */
    public Path path() {
        return file;
    }

    /** Removes the file, if it has not been moved to its target. */
    @Override
    public void close() {
        delete(file);
        unlock(lock, lockFile);
    }

    private static void unlock(final Optional<FileChannel> lock, final Path lockFile) {
        if (lock.isPresent()) {
            try {
                lock.get().close();
            } catch (final IOException e) {
                // NB: the lock ends with the program at the latest.
                lockFile.toFile().deleteOnExit();
            }
        }
        delete(lockFile);
    }

    private static void delete(final Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (final IOException e) {
            file.toFile().deleteOnExit();
        }
    }

    /**
     * Removes what was left beside some files by programs that were killed. What one that lives still writes stays, and so does
     * what may not be removed, such as the files of another user in a shared folder: it does no harm.
     *
     * @param folder where the files were to be written
     * @param targets their names
     */
    public static void removeLeftovers(final Path folder, final Set<String> targets) {
        for (final Path file : temporary(folder, targets)) {
            try {
                removeIfLeft(file);
            } catch (final IOException e) {
                continue; // NB: its writer, or another who cleans up, was quicker; or see above.
            }
        }
    }

    private static List<Path> temporary(final Path folder, final Set<String> targets) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> isFor(file, targets)).toList();
        } catch (final IOException | UncheckedIOException e) {
            return List.of(); // NB: a folder that may be written need not be readable.
        }
    }

    private static boolean isFor(final Path file, final Set<String> targets) {
        final Matcher name = NAME.matcher(file.getFileName().toString());
        return name.matches() && targets.contains(withoutLock(name.group(1), targets));
    }

    private static String withoutLock(final String name, final Set<String> targets) {
        return name.endsWith(LOCK) && !targets.contains(name)
                ? name.substring(0, name.length() - LOCK.length())
                : name;
    }

    private static void removeIfLeft(final Path file) throws IOException {
        final String name = file.getFileName().toString();
        final Path lockFile = lockFile(file);
        if (name.endsWith(LOCK)) {
            final Path content =
                    file.resolveSibling(name.substring(0, name.length() - LOCK.length()));
            if (Files.notExists(content)) {
                removeIfFree(file, file);
            }
        } else if (Files.exists(lockFile)) {
            removeIfFree(file, lockFile);
        } else if (isAbandoned(file)) {
            Files.deleteIfExists(file);
        }
    }

    /**
     * NB: on Linux the lock of a file that this very program writes is freed when the channel closes. Only a third party, which
     * cleans up before that file is moved, could then take it for a leftover.
     */
    private static void removeIfFree(final Path file, final Path lockFile) throws IOException {
        try (FileChannel channel =
                FileChannel.open(lockFile, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            if (FileLocks.take(channel) && (isOurs(channel) || isAbandoned(file))) {
                Files.deleteIfExists(file);
                Files.deleteIfExists(lockFile);
            }
        }
    }

    private static boolean isOurs(final FileChannel channel) throws IOException {
        final ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(1024, channel.size()));
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            // NB: a channel may read less than it is asked for.
        }
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8)
                .equals(host());
    }

    private static boolean isAbandoned(final Path file) throws IOException {
        return Files.getLastModifiedTime(file).toInstant().isBefore(Instant.now().minus(ABANDONED));
    }
}
