package io.github.unetfiji.bioimageio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a NumPy file of format 1.0 by its specification. */
public record NumpyArray(long[] shape, float[] values) {

    private static final Pattern HEADER =
            Pattern.compile(
                    "\\{'descr': '<f4', 'fortran_order': False, 'shape': \\((.*)\\), \\} *\n");

    public static NumpyArray parse(final byte[] bytes) {
        final ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        final byte[] magic = new byte[8];
        in.get(magic);
        if (!Arrays.equals(magic, new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0})) {
            throw new AssertionError("magic: " + Arrays.toString(magic));
        }
        final byte[] header = new byte[in.getShort()];
        in.get(header);
        if (in.position() % 64 != 0) {
            throw new AssertionError("the data starts at " + in.position());
        }
        final Matcher matcher = HEADER.matcher(new String(header, StandardCharsets.US_ASCII));
        if (!matcher.matches()) {
            throw new AssertionError(new String(header, StandardCharsets.US_ASCII));
        }
        final long[] shape =
                Arrays.stream(matcher.group(1).split(",\\s*"))
                        .filter(side -> !side.isEmpty())
                        .mapToLong(Long::parseLong)
                        .toArray();
        final float[] values = new float[in.remaining() / 4];
        in.asFloatBuffer().get(values);
        return new NumpyArray(shape, values);
    }
}
