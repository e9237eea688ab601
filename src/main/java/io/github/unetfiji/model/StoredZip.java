package io.github.unetfiji.model;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes the files of a package as a zip. */
final class StoredZip {

    private StoredZip() {}

    /**
     * Writes a zip.
     *
     * @param contents by path, in their order
     */
    static void write(final Path file, final Map<String, byte[]> contents) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            // NB: weights shrink by a few percent, and every reader would wait for that.
            zip.setLevel(Deflater.NO_COMPRESSION);
            for (final Map.Entry<String, byte[]> entry : contents.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
    }
}
