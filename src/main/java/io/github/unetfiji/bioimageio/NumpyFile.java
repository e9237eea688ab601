package io.github.unetfiji.bioimageio;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.network.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Reads and writes arrays as NumPy files: reads the formats 1.0 to 3.0 with real numbers, writes float32 in format 1.0.
 *
 * @param type of the values in the file, such as {@code float32}
 * @param tensor the values as float32, last axis fastest
 * @see <a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">the format</a>
 */
public record NumpyFile(String type, Tensor tensor) {

    private static final int PREFIX = 10;

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

    /**
     * Reads an array.
     *
     * @param name of the file, for messages
     * @throws UNetException if it is no NumPy file, is damaged, or holds other than real numbers
     */
    public static NumpyFile read(final byte[] bytes, final String name) {
        final NumpyHeader header = NumpyHeader.read(bytes, name);
        final long size = (long) header.count() * header.type().size();
        if (bytes.length - header.start() != size) {
            throw NumpyHeader.bad(
                    name,
                    "has "
                            + (bytes.length - header.start())
                            + " bytes of values, but its shape "
                            + Arrays.toString(header.shape())
                            + " needs "
                            + size);
        }
        final ByteBuffer in = ByteBuffer.wrap(bytes, header.start(), (int) size).slice();
        in.order(header.order());
        final float[] values = new float[header.count()];
        for (int i = 0; i < values.length; i++) {
            values[i] = header.type().value(in, i);
        }
        return new NumpyFile(
                header.type().key(),
                new Tensor(
                        header.shape(),
                        header.fortran() ? cOrdered(values, header.shape()) : values));
    }

    /** The values with the last axis fastest, of values with the first axis fastest. */
    private static float[] cOrdered(final float[] values, final long[] shape) {
        final float[] ordered = new float[values.length];
        final int[] index = new int[shape.length];
        for (int to = 0; to < ordered.length; to++) {
            int from = 0;
            for (int d = shape.length - 1; d >= 0; d--) {
                from = from * (int) shape[d] + index[d];
            }
            ordered[to] = values[from];
            advance(index, shape);
        }
        return ordered;
    }

    private static void advance(final int[] index, final long[] shape) {
        for (int d = shape.length - 1; d >= 0 && ++index[d] == shape[d]; d--) {
            index[d] = 0;
        }
    }
}
