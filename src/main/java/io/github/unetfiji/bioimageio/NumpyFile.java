package io.github.unetfiji.bioimageio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Writes a float32 array as a NumPy file, format 1.0.
 *
 * @see <a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">the format</a>
 */
public final class NumpyFile {

    private static final int PREFIX = 10;

    private NumpyFile() {}

    /** The bytes of a C-ordered array. */
    public static byte[] bytes(final float[] values, final long... shape) {
        final String sides =
                Arrays.stream(shape).mapToObj(Long::toString).collect(Collectors.joining(", "));
        final StringBuilder header =
                new StringBuilder(
                        "{'descr': '<f4', 'fortran_order': False, 'shape': (" + sides + ",), }");
        while ((PREFIX + header.length() + 1) % 64 != 0) {
            header.append(' ');
        }
        header.append('\n');
        final ByteBuffer out =
                ByteBuffer.allocate(PREFIX + header.length() + 4 * values.length)
                        .order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII));
        out.put((byte) 1).put((byte) 0).putShort((short) header.length());
        out.put(header.toString().getBytes(StandardCharsets.US_ASCII));
        out.asFloatBuffer().put(values);
        return out.array();
    }
}
