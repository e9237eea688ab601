package io.github.unetfiji.bioimageio;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Packages of models that PyTorch wrote, if they are at hand. */
public final class ReferencePackages {

    private ReferencePackages() {}

    /** The zip of a package; the test is skipped without it. */
    public static Path zip(final String name) {
        final Path file = Path.of("../shared/reference/bioimageio", name + ".zip");
        Assumptions.assumeTrue(Files.exists(file), "no reference packages here");
        return file;
    }
}
