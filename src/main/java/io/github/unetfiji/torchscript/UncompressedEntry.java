package io.github.unetfiji.torchscript;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a file of an archive as libtorch reads it: not compressed. */
final class UncompressedEntry {

    /** NB: a fixed time, so that equal programs and weights give equal bytes. */
    private static final LocalDateTime TIME = LocalDateTime.of(2015, 5, 18, 0, 0);

    private UncompressedEntry() {}

    /**
     * Adds a file to an archive.
     *
     * @param path within the archive
     */
    static void put(final ZipOutputStream zip, final String path, final byte[] content)
            throws IOException {
        final ZipEntry entry = new ZipEntry(path);
        final CRC32 checksum = new CRC32();
        checksum.update(content);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(checksum.getValue());
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
