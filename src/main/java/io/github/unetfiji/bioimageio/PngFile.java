package io.github.unetfiji.bioimageio;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes a picture of at most 256 colours as a PNG file. It needs no window toolkit, which a library on a cluster may lack.
 *
 * @see <a href="https://www.w3.org/TR/png-3/">PNG, third edition</a>
 */
public final class PngFile {

    private static final int MOST_COLOURS = 256;

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    /** Bits of a pixel, pixels are numbers of colours, and the only method of compressing, filtering, and ordering lines. */
    private static final byte[] FORMAT = {8, 3, 0, 0, 0};

    private PngFile() {}

    /**
     * The bytes of the file.
     *
     * @param pixels number of each pixel's colour, row by row
     * @param width px
     * @param colours 0xRRGGBB each
     * @throws IllegalArgumentException if there are more than 256 colours, or if the pixels are no whole rows
     */
    public static byte[] bytes(final byte[] pixels, final int width, final int[] colours) {
        if (colours.length > MOST_COLOURS || pixels.length % width != 0) {
            throw new IllegalArgumentException(
                    colours.length + " colours, " + pixels.length + " px in rows of " + width);
        }
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(SIGNATURE);
        chunk(
                out,
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(pixels.length / width)
                        .put(FORMAT)
                        .array());
        chunk(out, "PLTE", palette(colours));
        chunk(out, "IDAT", compressed(pixels, width));
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static byte[] palette(final int[] colours) {
        final ByteBuffer palette = ByteBuffer.allocate(3 * colours.length);
        for (final int colour : colours) {
            palette.put((byte) (colour >> 16)).put((byte) (colour >> 8)).put((byte) colour);
        }
        return palette.array();
    }

    /** NB: a 0 before each row says that it is not filtered. */
    private static byte[] compressed(final byte[] pixels, final int width) {
        final ByteBuffer rows = ByteBuffer.allocate(pixels.length + pixels.length / width);
        for (int from = 0; from < pixels.length; from += width) {
            rows.put((byte) 0).put(pixels, from, width);
        }
        final Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try {
            final ByteArrayOutputStream out = new ByteArrayOutputStream();
            deflater.setInput(rows.array());
            deflater.finish();
            final byte[] part = new byte[1 << 16];
            while (!deflater.finished()) {
                out.write(part, 0, deflater.deflate(part));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static void chunk(
            final ByteArrayOutputStream out, final String type, final byte[] content) {
        final byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        final CRC32 checksum = new CRC32();
        checksum.update(name);
        checksum.update(content);
        out.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
        out.writeBytes(name);
        out.writeBytes(content);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array());
    }
}
