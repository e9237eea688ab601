package io.github.unetfiji.model;

import io.github.unetfiji.work.Remembered;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/**
 * Describes models for lists, and remembers what it has read: a file is read again only when its size or its time has changed.
 * Thread-safe; a slow file keeps nobody waiting but its reader.
 */
public final class KnownModels {

    private static final int MOST = 4000;

    /** A state of a file. */
    private record Stamp(FileTime modified, long size) {}

    private record Known(Stamp stamp, Optional<ShelfEntry> entry) {}

    private final Remembered<Path, Known> known = new Remembered<>(MOST);

    /**
     * Describes a model.
     *
     * @param path of a zip or a folder
     * @return empty if it is no model: a folder or zip without a description, or nothing at all
     */
    public Optional<ShelfEntry> read(final Path path) {
        final Optional<Stamp> stamp = stamp(path);
        if (stamp.isEmpty()) {
            return Optional.empty();
        }
        final Optional<Known> before =
                known.get(path).filter(one -> one.stamp().equals(stamp.get()));
        if (before.isPresent()) {
            return before.get().entry();
        }
        final Optional<ShelfEntry> entry = ModelSummary.read(path);
        known.put(path, new Known(stamp.get(), entry));
        return entry;
    }

    /** NB: the time of a folder is not that of its files. */
    private static Optional<Stamp> stamp(final Path path) {
        try {
            final Optional<Path> file =
                    Files.isDirectory(path) ? PackageFolder.description(path) : Optional.of(path);
            if (file.isEmpty()) {
                return Optional.empty();
            }
            final BasicFileAttributes facts =
                    Files.readAttributes(file.get(), BasicFileAttributes.class);
            // NB: whoever opens a pipe waits for its writer.
            return facts.isRegularFile()
                    ? Optional.of(new Stamp(facts.lastModifiedTime(), facts.size()))
                    : Optional.empty();
        } catch (final IOException gone) {
            return Optional.empty();
        }
    }
}
