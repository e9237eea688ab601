package io.github.unetfiji.model;

import io.github.unetfiji.bioimageio.DescriptionReader;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;

/** A folder that a package of a model was unpacked to: it holds a description. */
public final class PackageFolder {

    private PackageFolder() {}

    /** The description in a folder, if there is one. */
    public static Optional<Path> description(final Path folder) throws IOException {
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(
                        folder,
                        file -> DescriptionReader.isDescription(file.getFileName().toString()))) {
            final Iterator<Path> first = files.iterator();
            return first.hasNext() ? Optional.of(first.next()) : Optional.empty();
        } catch (final DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    /**
     * The package that a path means: of a description its folder; of anything else itself. NB: who browses an unpacked package
     * finds the description.
     */
    public static Path of(final Path path) {
        final Path name = path.getFileName();
        return name != null
                        && path.getParent() != null
                        && DescriptionReader.isDescription(name.toString())
                        && Files.isRegularFile(path)
                ? path.getParent()
                : path;
    }
}
