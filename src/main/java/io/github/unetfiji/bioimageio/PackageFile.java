package io.github.unetfiji.bioimageio;

import io.github.unetfiji.Legible;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.file.Sha256;
import java.io.IOException;
import java.util.Optional;
import java.util.zip.ZipException;

/**
 * A file that a description names.
 *
 * @param path within the package, with {@code /}
 * @param sha256 checksum, 64 hexadecimal digits; empty if the description has none
 */
public record PackageFile(String path, Optional<String> sha256) {

    /**
     * Reads the file and compares its checksum.
     *
     * @param largest size that it may have, in bytes
     * @throws IOException if it cannot be read
     * @throws UNetException if it is missing, damaged or too large
     */
    public byte[] read(final PackageFiles files, final long largest) throws IOException {
        final Optional<byte[]> bytes;
        try {
            bytes = files.read(path, largest);
        } catch (final ZipException e) {
            throw new UNetException("The file " + shown() + " of the package is damaged.", e);
        }
        final byte[] found =
                bytes.orElseThrow(
                        () ->
                                new UNetException(
                                        "The file " + shown() + " of the package is missing."));
        if (sha256.isPresent() && !Sha256.hex(found).equals(sha256.get())) {
            throw new UNetException(
                    "The file "
                            + shown()
                            + " of the package is damaged: its checksum is not the one of the description.");
        }
        return found;
    }

    private String shown() {
        return Legible.echo(path);
    }
}
