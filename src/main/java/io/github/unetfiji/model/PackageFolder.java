package io.github.unetfiji.model;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import java.util.regex.Pattern;

/** What makes a folder, or a zip, a package of a model: a description of one of these names. */
public final class PackageFolder {

    /** NB: the official library accepts a name in front, such as {@code nuclei.rdf.yaml}. */
    private static final Pattern DESCRIPTION =
            Pattern.compile("(.+\\.)?(rdf|bioimageio|model)\\.yaml");

    private PackageFolder() {}

    /** Whether a file, by its path within a package, is a description of a model. */
    public static boolean isDescription(final String name) {
        return name.indexOf('/') < 0 && DESCRIPTION.matcher(name).matches();
    }

    /** The description in a folder, if there is one. */
    public static Optional<Path> description(final Path folder) throws IOException {
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(
                        folder, file -> isDescription(file.getFileName().toString()))) {
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
                        && isDescription(name.toString())
                        && Files.isRegularFile(path)
                ? path.getParent()
                : path;
    }
}
