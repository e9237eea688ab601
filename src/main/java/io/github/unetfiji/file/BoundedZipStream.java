package io.github.unetfiji.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Unpacks the entries of a zip file in their order, whatever their number, up to a number of bytes altogether, and checks the
 * checksum of each. For single entries by name see {@link BoundedZip}.
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

    /** NB: no array of Java is larger. */
    private static final int LARGEST_ENTRY = Integer.MAX_VALUE - 8;

    private static final int BUFFER = 1 << 20;

    private final ZipInputStream zip;
    private final String excess;

    /** Bytes that may still be unpacked. */
    private long left;

    private BoundedZipStream(final Path file, final long limit, final String excess)
            throws IOException {
        // NB: names that are not UTF-8 would be an IllegalArgumentException; Latin 1 reads them
        // all.
        zip =
                new ZipInputStream(
                        new BufferedInputStream(Files.newInputStream(file), BUFFER),
                        StandardCharsets.ISO_8859_1);
        left = limit;
        this.excess = excess;
    }

    /**
     * An entry.
     *
     * @param path its name with its folders
     * @param bytes unpacked
     */
    public record Entry(String path, byte[] bytes) {

        /** Its name without folders. */
        public String name() {
            return nameOf(path);
        }
    }

    /**
     * Opens a zip file that may unpack to 64 MB, or if it is larger to 100 times its size, at most 1 GB.
     *
     * @throws IOException if it cannot be read
     */
    public static BoundedZipStream open(final Path file) throws IOException {
        return new BoundedZipStream(
                file,
                Math.min(Math.max(SMALL, Files.size(file) * LARGEST_RATIO), LARGEST),
                "it unpacks to more than 64 MB, or 100 times its size");
    }

    /**
     * Opens a zip file that was written without compression, and so cannot unpack to more than its size.
     *
     * @throws IOException if it cannot be read
     */
    public static BoundedZipStream openStored(final Path file) throws IOException {
        return new BoundedZipStream(file, Files.size(file), "it unpacks to more than it holds");
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
            if (wanted.test(nameOf(entry.getName()))) {
                return Optional.of(new Entry(entry.getName(), bytes()));
            }
        }
        return Optional.empty();
    }

    private static String nameOf(final String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private byte[] bytes() throws IOException {
        final byte[] bytes = zip.readNBytes((int) Math.min(left + 1, LARGEST_ENTRY));
        left -= bytes.length;
        if (left < 0 || bytes.length == LARGEST_ENTRY) {
            throw new IOException(excess);
        }
        return bytes;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
