package io.github.unetfiji.bioimageio;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Types of the numbers of a NumPy file. */
enum NumpyType {
    FLOAT32("f4") {
        @Override
        float value(final ByteBuffer in, final int i) {
            return in.getFloat(4 * i);
        }
    },
    FLOAT64("f8") {
        @Override
        float value(final ByteBuffer in, final int i) {
            return (float) in.getDouble(8 * i);
        }
    },
    UINT8("u1") {
        @Override
        float value(final ByteBuffer in, final int i) {
            return Byte.toUnsignedInt(in.get(i));
        }
    },
    INT8("i1") {
        @Override
        float value(final ByteBuffer in, final int i) {
            return in.get(i);
        }
    },
    UINT16("u2") {
        @Override
        float value(final ByteBuffer in, final int i) {
            return Short.toUnsignedInt(in.getShort(2 * i));
        }
    },
    INT16("i2") {
        @Override
        float value(final ByteBuffer in, final int i) {
            return in.getShort(2 * i);
        }
    },
    UINT32("u4") {
        @Override
        float value(final ByteBuffer in, final int i) {
            return Integer.toUnsignedLong(in.getInt(4 * i));
        }
    },
    INT32("i4") {
        @Override
        float value(final ByteBuffer in, final int i) {
            return in.getInt(4 * i);
        }
    },
    UINT64("u8") {
        @Override
        float value(final ByteBuffer in, final int i) {
            final long bits = in.getLong(8 * i);
            // NB: halved with its last bit kept, so that the rounding stays right.
            return bits >= 0 ? bits : (float) ((bits >>> 1) | (bits & 1)) * 2;
        }
    },
    INT64("i8") {
        @Override
        float value(final ByteBuffer in, final int i) {
            return in.getLong(8 * i);
        }
    },
    BOOL("b1") {
        @Override
        float value(final ByteBuffer in, final int i) {
            return in.get(i) == 0 ? 0 : 1;
        }
    };

    private final String code;

    NumpyType(final String code) {
        this.code = code;
    }

    /** The number at an index. */
    abstract float value(ByteBuffer in, int i);

    /** The type of a code without the byte order; empty if it is none of real numbers. */
    static Optional<NumpyType> of(final String code) {
        return Arrays.stream(values()).filter(type -> type.code.equals(code)).findFirst();
    }

    /** Bytes of a number. */
    int size() {
        return code.charAt(1) - '0';
    }

    /** The name in descriptions, such as {@code float32}. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
