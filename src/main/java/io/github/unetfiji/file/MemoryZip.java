package io.github.unetfiji.file;

import io.github.unetfiji.UNetException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * A zip file in memory that may be hostile. It is read by its directory alone, in which a name may stand once.
 *
 * <pre>
 * MemoryZip zip = MemoryZip.of(bytes, 65_000);
 * Optional&lt;byte[]&gt; version = zip.read("archive/version", 100);
 * </pre>
 *
 * <p>Not supported: encryption, and the format for more than 65534 entries or 4 GB.
 */
public final class MemoryZip {

    private static final int END_SIGNATURE = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int ENTRY_SIGNATURE = 0x02014b50;
    private static final int ENTRY_LENGTH = 46;
    private static final int LOCAL_SIGNATURE = 0x04034b50;
    private static final int LOCAL_LENGTH = 30;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    /** Weights shrink by a few percent; an entry that shrinks by more than this factor was made to fill the memory. */
    private static final int LARGEST_RATIO = 20;

    /** Entries smaller than this, such as texts, may shrink as they like. */
    private static final int SMALL = 16 << 20;

    /** What the directory says of an entry. */
    private record Entry(int method, int checksum, int packed, int size, int header) {}

    /** All entries together may unpack to this, however small the zip is. */
    private static final long LEAST_LIMIT = 64 << 20;

    private final ByteBuffer bytes;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /** Bytes that may still be unpacked. NB: many entries can be at one place of the file. */
    private long left;

    private MemoryZip(final byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        left = Math.max(LEAST_LIMIT, LARGEST_RATIO * (long) bytes.length);
    }

    /**
     * Reads the directory.
     *
     * @param bytes not copied
     * @param mostEntries that it may have, at most 65534
     * @throws UNetException if it is no complete zip, has more entries, or a name twice
     */
    public static MemoryZip of(final byte[] bytes, final int mostEntries) {
        final MemoryZip zip = new MemoryZip(bytes);
        try {
            zip.readDirectory(mostEntries);
        } catch (final IndexOutOfBoundsException e) {
            throw new UNetException("It is no complete zip.", e);
        }
        return zip;
    }

    private void readDirectory(final int mostEntries) {
        final int end = end();
        final int count = Short.toUnsignedInt(bytes.getShort(end + 10));
        if (count > mostEntries) {
            throw new UNetException("It is a zip of more than " + mostEntries + " entries.");
        }
        int at = bytes.getInt(end + 16);
        for (int i = 0; i < count; i++) {
            at = readEntry(at);
        }
    }

    private int end() {
        final int lowest = Math.max(0, bytes.limit() - END_LENGTH - LONGEST_COMMENT);
        for (int at = bytes.limit() - END_LENGTH; at >= lowest; at--) {
            if (bytes.getInt(at) == END_SIGNATURE) {
                return at;
            }
        }
        throw new UNetException("It is no complete zip.");
    }

    /** Reads an entry of the directory, and tells where the next one is. */
    private int readEntry(final int at) {
        if (bytes.getInt(at) != ENTRY_SIGNATURE) {
            throw new UNetException("It is no complete zip.");
        }
        final int nameLength = Short.toUnsignedInt(bytes.getShort(at + 28));
        final String name = text(at + ENTRY_LENGTH, nameLength);
        final Entry entry =
                new Entry(
                        Short.toUnsignedInt(bytes.getShort(at + 10)),
                        bytes.getInt(at + 16),
                        bytes.getInt(at + 20),
                        bytes.getInt(at + 24),
                        bytes.getInt(at + 42));
        if (entries.put(name, entry) != null) {
            throw new UNetException("It is a zip with two entries of the name '" + name + "'.");
        }
        return at
                + ENTRY_LENGTH
                + nameLength
                + Short.toUnsignedInt(bytes.getShort(at + 30))
                + Short.toUnsignedInt(bytes.getShort(at + 32));
    }

    private String text(final int from, final int length) {
        final byte[] text = new byte[length];
        bytes.get(from, text);
        return new String(text, StandardCharsets.UTF_8);
    }

    /** The names of all entries, in the order of the directory. */
    public Set<String> names() {
        return entries.keySet();
    }

    /**
     * Unpacks an entry.
     *
     * @param largest size that it may have, in bytes
     * @return its bytes; empty if there is no such entry
     * @throws UNetException if it is damaged, or larger; or if all that were unpacked are too large for the zip
     */
    public Optional<byte[]> read(final String name, final long largest) {
        final Entry entry = entries.get(name);
        if (entry == null) {
            return Optional.empty();
        }
        if (entry.size() < 0
                || entry.size() > largest
                || (entry.size() > SMALL && entry.size() / LARGEST_RATIO > entry.packed())) {
            throw new UNetException(name + " is too large.");
        }
        left -= entry.size();
        if (left < 0) {
            throw new UNetException(
                    "It unpacks to more than " + LARGEST_RATIO + " times its size.");
        }
        try {
            final byte[] content = content(entry);
            final CRC32 checksum = new CRC32();
            checksum.update(content);
            if ((int) checksum.getValue() == entry.checksum()) {
                return Optional.of(content);
            }
        } catch (final IndexOutOfBoundsException | DataFormatException e) {
            throw new UNetException(name + " is damaged.", e);
        }
        throw new UNetException(name + " is damaged.");
    }

    private byte[] content(final Entry entry) throws DataFormatException {
        final int header = entry.header();
        if (bytes.getInt(header) != LOCAL_SIGNATURE || entry.packed() < 0) {
            throw new DataFormatException("no entry");
        }
        final int from =
                header
                        + LOCAL_LENGTH
                        + Short.toUnsignedInt(bytes.getShort(header + 26))
                        + Short.toUnsignedInt(bytes.getShort(header + 28));
        final ByteBuffer packed = bytes.slice(from, entry.packed());
        return switch (entry.method()) {
            case STORED -> stored(packed, entry.size());
            case DEFLATED -> inflated(packed, entry.size());
            default -> throw new DataFormatException("method " + entry.method());
        };
    }

    private static byte[] stored(final ByteBuffer packed, final int size)
            throws DataFormatException {
        if (packed.remaining() != size) {
            throw new DataFormatException("another size");
        }
        final byte[] content = new byte[size];
        packed.get(content);
        return content;
    }

    private static byte[] inflated(final ByteBuffer packed, final int size)
            throws DataFormatException {
        final Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(packed);
            // NB: one byte more, to see whether the entry ends where it says.
            final byte[] content = new byte[Math.addExact(size, 1)];
            int filled = 0;
            for (int more = 1; more > 0; filled += more) {
                more = inflater.inflate(content, filled, content.length - filled);
            }
            if (filled != size || !inflater.finished()) {
                throw new DataFormatException("another size");
            }
            return Arrays.copyOf(content, size);
        } finally {
            inflater.end();
        }
    }
}
