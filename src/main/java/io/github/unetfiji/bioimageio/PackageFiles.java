package io.github.unetfiji.bioimageio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The files of a package: a zip, or a folder that a zip was unpacked to. Nothing outside of it is read. */
public interface PackageFiles extends AutoCloseable {

    /**
     * Opens a zip or a folder.
     *
     * @throws java.util.zip.ZipException if it is no zip
     * @throws IOException if it cannot be read
     * @throws io.github.unetfiji.UNetException if it holds a path that leads out of it, a path twice, or too many
     */
    static PackageFiles open(final Path zipOrFolder) throws IOException {
        return Files.isDirectory(zipOrFolder)
                ? FolderFiles.open(zipOrFolder)
                : ZipFiles.open(zipOrFolder);
    }

    /** Paths of all files within the package, with {@code /}. */
    List<String> names();

    /**
     * Reads a file whole.
     *
     * @param path within the package, with {@code /}
     * @param largest size that it may have, in bytes
     * @return empty if there is no such file
     * @throws IOException if it is damaged or cannot be read
     * @throws io.github.unetfiji.UNetException if it is too large, or outside of the package
     */
    Optional<byte[]> read(String path, long largest) throws IOException;

    @Override
    void close() throws IOException;
}
