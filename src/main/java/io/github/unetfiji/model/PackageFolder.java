package io.github.unetfiji.model;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What makes a folder, or a zip, a package of a model: a description of one of these names. */
public final class PackageFolder {

    /** Names of a description, the newest first. */
    public static final List<String> DESCRIPTIONS =
            List.of("rdf.yaml", "bioimageio.yaml", "model.yaml");

    private PackageFolder() {}

    /** The description in a folder, if there is one. */
    public static Optional<Path> description(final Path folder) {
        return DESCRIPTIONS.stream().map(folder::resolve).filter(Files::isRegularFile).findFirst();
    }

    /**
     * The package that a path means: of a description its folder; of anything else itself. NB: who browses an unpacked package
     * finds the description.
     */
    public static Path of(final Path path) {
        final Path name = path.getFileName();
        return name != null
                        && path.getParent() != null
                        && DESCRIPTIONS.contains(name.toString())
                        && Files.isRegularFile(path)
                ? path.getParent()
                : path;
    }
}
