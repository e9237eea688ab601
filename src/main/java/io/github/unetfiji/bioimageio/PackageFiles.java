package io.github.unetfiji.bioimageio;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The files of a package: a zip, or a folder that a zip was unpacked to. Nothing outside of it is read. */
public interface PackageFiles extends AutoCloseable {

    /** Opens a zip or a folder. */
    static PackageFiles open(final Path zipOrFolder) throws IOException {
        throw new UnsupportedOperationException("skeleton");
    }

    /** Paths of all files within the package, with {@code /}. */
    List<String> names();

    /**
     * Reads a file whole.
     *
     * @param path within the package, with {@code /}
     * @param largest size that it may have, in bytes
     * @return empty if there is no such file
     */
    Optional<byte[]> read(String path, long largest) throws IOException;

    @Override
    void close() throws IOException;
}
