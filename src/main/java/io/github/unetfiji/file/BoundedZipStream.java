package io.github.unetfiji.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Unpacks the entries of a zip file in their order, whatever their number, up to a number of bytes altogether: 64 MB, or for
 * larger files 100 times the size of the file, at most 1 GB. For single entries by name see {@link BoundedZip}.
 *
 * <pre>{@code
 * try (BoundedZipStream zip = BoundedZipStream.open(file)) {
 *     Optional<BoundedZipStream.Entry> first = zip.next(name -> name.endsWith(".roi"));
 * }
 * }</pre>
 */
public final class BoundedZipStream implements AutoCloseable {

    private static final long SMALL = 64 << 20;
    private static final long LARGEST_RATIO = 100;
    private static final int LARGEST = 1 << 30;

    private final ZipInputStream zip;

    /** Bytes that may still be unpacked. */
    private int left;

    private BoundedZipStream(final ZipInputStream zip, final int left) {
        this.zip = zip;
        this.left = left;
    }

    /**
     * An entry.
     *
     * @param name without folders
     * @param bytes unpacked
     */
    public record Entry(String name, byte[] bytes) {}

    /**
     * Opens a zip file.
     *
     * @throws IOException if it cannot be read
     */
    public static BoundedZipStream open(final Path file) throws IOException {
        final long limit = Math.min(Math.max(SMALL, Files.size(file) * LARGEST_RATIO), LARGEST);
        // NB: names that are not UTF-8 would be an IllegalArgumentException; Latin 1 reads them
        // all.
        return new BoundedZipStream(
                new ZipInputStream(Files.newInputStream(file), StandardCharsets.ISO_8859_1),
                (int) limit);
    }

    /**
     * Unpacks the next entry whose name is wanted.
     *
     * @param wanted tests the name of an entry, without folders
     * @return empty if there is no other one
     * @throws IOException if the file is damaged, or unpacks to more than is allowed
     */
    public Optional<Entry> next(final Predicate<String> wanted) throws IOException {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            final String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
            if (wanted.test(name)) {
                return Optional.of(new Entry(name, bytes()));
            }
        }
        return Optional.empty();
    }

    private byte[] bytes() throws IOException {
        final byte[] bytes = zip.readNBytes(left + 1);
        left -= bytes.length;
        if (left < 0) {
            throw new IOException("it unpacks to more than 64 MB, or 100 times its size");
        }
        return bytes;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
