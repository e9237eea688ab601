package io.github.unetfiji.bioimageio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Writes a float32 image as a TIFF file that ImageJ and Python open: little-endian, not compressed, one page a channel.
 *
 * @see <a href="https://www.itu.int/itudoc/itu-t/com16/tiff-fx/docs/tiff6.pdf">TIFF, revision 6.0</a>
 */
public final class FloatTiff {

    private static final int HEADER = 8;
    private static final int FIELD = 12;
    private static final int FIELDS = 11;
    private static final int DIRECTORY = 2 + FIELDS * FIELD + 4;

    private static final short ASCII = 2;
    private static final short SHORT = 3;
    private static final short LONG = 4;

    private final int width;
    private final int height;
    private final int pages;
    private final byte[] description;
    private final ByteBuffer out;

    private FloatTiff(final float[] values, final int width, final int height) {
        this.width = width;
        this.height = height;
        pages = values.length / (width * height);
        description = description(pages).getBytes(StandardCharsets.US_ASCII);
        final int size = HEADER + pages * DIRECTORY + description.length;
        out =
                ByteBuffer.allocate(Math.addExact(size, Math.multiplyExact(4, values.length)))
                        .order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * The bytes of the file.
     *
     * @param values (channel, y, x), x fastest
     * @throws IllegalArgumentException if these are no whole channels
     */
    public static byte[] bytes(final float[] values, final int width, final int height) {
        if (values.length == 0 || values.length % (width * height) != 0) {
            throw new IllegalArgumentException(
                    values.length + " values are no channels of " + width + "x" + height + " px");
        }
        return new FloatTiff(values, width, height).write(values);
    }

    /** NB: by these words ImageJ, and Python's tifffile, know that pages are channels. Its length is even, as offsets must be. */
    private static String description(final int pages) {
        final String text =
                "ImageJ=1.54\nimages="
                        + pages
                        + "\nchannels="
                        + pages
                        + "\nhyperstack=true\nmode=grayscale\n";
        return text.length() % 2 == 0 ? text + "\n\0" : text + "\0";
    }

    private byte[] write(final float[] values) {
        out.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(HEADER);
        for (int page = 0; page < pages; page++) {
            directory(page);
        }
        out.put(description);
        out.asFloatBuffer().put(values);
        return out.array();
    }

    /** NB: the fields stand in the order of their numbers. */
    private void directory(final int page) {
        final int texts = HEADER + pages * DIRECTORY;
        final int bytes = 4 * width * height;
        out.putShort((short) FIELDS);
        field(254, LONG, 1, 0);
        field(256, LONG, 1, width);
        field(257, LONG, 1, height);
        field(258, SHORT, 1, Float.SIZE);
        field(259, SHORT, 1, 1); // not compressed
        field(262, SHORT, 1, 1); // 0 is black
        field(270, ASCII, description.length, texts);
        field(273, LONG, 1, texts + description.length + page * bytes);
        field(278, LONG, 1, height); // one strip
        field(279, LONG, 1, bytes);
        field(339, SHORT, 1, 3); // floating point
        out.putInt(page + 1 < pages ? HEADER + (page + 1) * DIRECTORY : 0);
    }

    /** NB: in a little-endian file a short value has the same bytes as a long one. */
    private void field(final int tag, final short type, final int count, final int value) {
        out.putShort((short) tag).putShort(type).putInt(count).putInt(value);
    }
}
