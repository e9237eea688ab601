package io.github.unetfiji.bioimageio;

import io.github.unetfiji.Legible;
import io.github.unetfiji.UNetException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header of a NumPy file.
 *
 * @param type of the numbers
 * @param order of their bytes
 * @param fortran whether the first axis is the fastest
 * @param shape lengths of the axes, each at least 1
 * @param start of the values, in bytes
 */
@SuppressWarnings("ArrayRecordComponent") // NB: never compared.
record NumpyHeader(NumpyType type, ByteOrder order, boolean fortran, long[] shape, int start) {

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

    /** 512 MB of values. */
    private static final long MOST_VALUES = 1L << 27;

    private static final int MOST_AXES = 8;
    private static final int LONGEST = 1 << 16;

    private static final Pattern TYPE =
            Pattern.compile("['\"]descr['\"]\\s*:\\s*['\"]([<>|=]?)(\\w{1,20})['\"]");
    private static final Pattern FORTRAN =
            Pattern.compile("['\"]fortran_order['\"]\\s*:\\s*(True|False)");
    private static final Pattern SHAPE =
            Pattern.compile("['\"]shape['\"]\\s*:\\s*\\(([0-9, L]{0,400})\\)");

    static NumpyHeader read(final byte[] bytes, final String name) {
        if (bytes.length < 12 || !Arrays.equals(Arrays.copyOf(bytes, 6), MAGIC)) {
            throw bad(name, "is no NumPy file");
        }
        final ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        final int version = bytes[6];
        if (version < 1 || version > 3) {
            throw bad(name, "is a NumPy file of format " + version + ", but must be 1 to 3");
        }
        final int prefix = version == 1 ? 10 : 12;
        final long length = version == 1 ? Short.toUnsignedInt(in.getShort(8)) : in.getInt(8);
        if (length < 0 || length > LONGEST || prefix + length > bytes.length) {
            throw bad(name, "is damaged: it ends within its header");
        }
        final String header = new String(bytes, prefix, (int) length, StandardCharsets.UTF_8);
        return of(header, (int) (prefix + length), name);
    }

    private static NumpyHeader of(final String header, final int start, final String name) {
        final Matcher type = TYPE.matcher(header);
        final Matcher fortran = FORTRAN.matcher(header);
        final Matcher shape = SHAPE.matcher(header);
        if (!type.find() || !fortran.find() || !shape.find()) {
            throw bad(name, "has a header that names no type, order and shape of real numbers");
        }
        final NumpyType kind =
                NumpyType.of(type.group(2))
                        .orElseThrow(
                                () ->
                                        bad(
                                                name,
                                                "holds values of the type "
                                                        + type.group(2)
                                                        + ", but must hold real numbers"));
        final NumpyHeader read =
                new NumpyHeader(
                        kind,
                        type.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN,
                        fortran.group(1).equals("True"),
                        shape(shape.group(1), name),
                        start);
        return read;
    }

    private static long[] shape(final String text, final String name) {
        final long[] shape =
                Arrays.stream(text.replace("L", "").split(","))
                        .map(String::strip)
                        .filter(side -> !side.isEmpty())
                        .mapToLong(side -> length(side, name))
                        .toArray();
        double count = 1;
        for (final long side : shape) {
            count *= side;
        }
        if (shape.length > MOST_AXES || count < 1 || count > MOST_VALUES) {
            throw bad(
                    name,
                    "has the shape ("
                            + Legible.echo(text)
                            + "), but may have at most "
                            + MOST_AXES
                            + " axes and from 1 to "
                            + MOST_VALUES
                            + " values");
        }
        return shape;
    }

    private static long length(final String side, final String name) {
        if (!side.matches("\\d{1,10}")) {
            throw bad(name, "has a length of an axis that is no number: " + Legible.echo(side));
        }
        return Long.parseLong(side);
    }

    /** Number of values. */
    int count() {
        return Math.toIntExact(Arrays.stream(shape).reduce(1, Math::multiplyExact));
    }

    static UNetException bad(final String name, final String predicate) {
        return new UNetException(
                "The file " + Legible.echo(name) + " of the package " + predicate + ".");
    }
}
