package io.github.unetfiji.model;

import io.github.unetfiji.bioimageio.DescriptionReader;
import io.github.unetfiji.bioimageio.PackageDescription;
import java.nio.file.Path;
import java.util.Optional;

/** What a package of another program says, without its program: read at once, and nothing of it is run. */
public final class ForeignDescription {

    private ForeignDescription() {}

    /**
     * Reads the description.
     *
     * @return empty if it is a model of this program
     * @throws io.github.unetfiji.UNetException if it is no package, or its description cannot be used
     */
    public static Optional<PackageDescription> read(final Path file) {
        return OpenedPackage.read(
                file,
                files ->
                        ModelPackage.isOurs(DescriptionReader.plain(files))
                                ? Optional.empty()
                                : Optional.of(DescriptionReader.read(files)));
    }
}
