package io.github.unetfiji.file;

import io.github.unetfiji.UNetException;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Reads a zip file that may be hostile. Before memory is taken for its directory or for an entry, the size that the file claims
 * is compared with a limit.
 *
 * <pre>{@code
 * try (BoundedZip zip = BoundedZip.open(file)) {
 *     Optional<byte[]> text = zip.read("rdf.yaml", 16 << 20);
 * }
 * }</pre>
 */
public final class BoundedZip implements AutoCloseable {

    private static final int MOST_ENTRIES = 1000;
    private static final long LARGEST_DIRECTORY = 1 << 20;

    /** Weights shrink by a few percent; an entry that shrinks by more than this factor was made to fill the memory. */
    private static final long LARGEST_RATIO = 20;

    /** Entries smaller than this, such as texts, may shrink as they like. */
    private static final long SMALL = 16 << 20;

    /** The end of a zip: a header, and a comment of at most 65535 bytes. */
    private static final int END_HEADER = 22;

    private static final int END_SIGNATURE = 0x06054b50;
    private static final int LONGEST_END = END_HEADER + 0xffff;

    private final ZipFile zip;

    private BoundedZip(final ZipFile zip) {
        this.zip = zip;
    }

    /**
     * Opens a zip file.
     *
     * @throws ZipException if it is none
     * @throws IOException if it cannot be read
     * @throws UNetException if it has more than 1000 entries, or a directory of more than 1 MB
     */
    public static BoundedZip open(final Path file) throws IOException {
        checkDirectory(file);
        return new BoundedZip(new ZipFile(file.toFile()));
    }

    /** NB: Java reads the directory whole, whatever its size, and makes an object of each entry. */
    private static void checkDirectory(final Path file) throws IOException {
        final ByteBuffer end;
        final long size;
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            size = in.length();
            final byte[] bytes = new byte[(int) Math.min(size, LONGEST_END)];
            in.seek(size - bytes.length);
            in.readFully(bytes);
            end = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        }
        for (int at = end.limit() - END_HEADER; at >= 0; at--) {
            if (end.getInt(at) == END_SIGNATURE) {
                checkEnd(end, at, size - end.limit() + at);
                if (at + END_HEADER + Short.toUnsignedInt(end.getShort(at + 20)) == end.limit()) {
                    return;
                }
            }
        }
    }

    /** NB: larger counts than the fields hold are written as their largest value. */
    private static void checkEnd(final ByteBuffer end, final int at, final long before) {
        final int entries = Short.toUnsignedInt(end.getShort(at + 10));
        final long length = Integer.toUnsignedLong(end.getInt(at + 12));
        final long offset = Integer.toUnsignedLong(end.getInt(at + 16));
        final boolean far = length == 0xffffffffL || offset == 0xffffffffL || entries == 0xffff;
        final boolean real = far || length <= before;
        if (real && (far || entries > MOST_ENTRIES || length > LARGEST_DIRECTORY)) {
            throw new UNetException(
                    "It is a zip file of more than "
                            + MOST_ENTRIES
                            + " entries, or with names of more than 1 MB.");
        }
    }

    /** The names of all entries. */
    public List<String> names() {
        return zip.stream().map(ZipEntry::getName).toList();
    }

    /**
     * Unpacks an entry.
     *
     * @param largest size that it may have, in bytes
     * @return its bytes; empty if there is no such entry
     * @throws IOException if it is damaged
     * @throws UNetException if it is larger, not as large as it says, or shrunk as no real data do
     */
    public Optional<byte[]> read(final String name, final long largest) throws IOException {
        final ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            return Optional.empty();
        }
        final long size = entry.getSize();
        if (size < 0 || size > largest || size > Integer.MAX_VALUE - 8) {
            throw new UNetException(name + " is too large.");
        }
        if (size > SMALL && size / LARGEST_RATIO > entry.getCompressedSize()) {
            throw new UNetException(
                    name
                            + " unpacks to more than "
                            + LARGEST_RATIO
                            + " times its size, which no trained model does.");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            final byte[] bytes = in.readNBytes((int) size);
            if (bytes.length < size || in.read() >= 0) {
                throw new ZipException(name + " has another size than it says");
            }
            return Optional.of(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
