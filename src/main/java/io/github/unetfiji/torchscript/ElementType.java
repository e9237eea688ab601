package io.github.unetfiji.torchscript;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** What numbers a storage holds. */
enum ElementType {
    FLOAT("FloatStorage", Float.BYTES) {
        @Override
        float get(final ByteBuffer elements, final int index) {
            return elements.getFloat(index * Float.BYTES);
        }
    },
    DOUBLE("DoubleStorage", Double.BYTES) {
        @Override
        float get(final ByteBuffer elements, final int index) {
            return (float) elements.getDouble(index * Double.BYTES);
        }
    },
    HALF("HalfStorage", Short.BYTES) {
        @Override
        float get(final ByteBuffer elements, final int index) {
            return half(elements.getShort(index * Short.BYTES));
        }
    },
    BFLOAT16("BFloat16Storage", Short.BYTES) {
        @Override
        float get(final ByteBuffer elements, final int index) {
            return Float.intBitsToFloat(elements.getShort(index * Short.BYTES) << 16);
        }
    },
    LONG("LongStorage", Long.BYTES) {
        @Override
        float get(final ByteBuffer elements, final int index) {
            return elements.getLong(index * Long.BYTES);
        }
    },
    INT("IntStorage", Integer.BYTES) {
        @Override
        float get(final ByteBuffer elements, final int index) {
            return elements.getInt(index * Integer.BYTES);
        }
    },
    SHORT("ShortStorage", Short.BYTES) {
        @Override
        float get(final ByteBuffer elements, final int index) {
            return elements.getShort(index * Short.BYTES);
        }
    },
    CHAR("CharStorage", Byte.BYTES) {
        @Override
        float get(final ByteBuffer elements, final int index) {
            return elements.get(index);
        }
    },
    BYTE("ByteStorage", Byte.BYTES) {
        @Override
        float get(final ByteBuffer elements, final int index) {
            return Byte.toUnsignedInt(elements.get(index));
        }
    },
    BOOL("BoolStorage", Byte.BYTES) {
        @Override
        float get(final ByteBuffer elements, final int index) {
            return elements.get(index) == 0 ? 0 : 1;
        }
    };

    private final String storage;
    private final int bytes;

    ElementType(final String storage, final int bytes) {
        this.storage = storage;
        this.bytes = bytes;
    }

    /** The type of the storages that a pickle names so, such as {@code torch.FloatStorage}; empty for others. */
    static Optional<ElementType> of(final String name) {
        return Arrays.stream(values()).filter(type -> name.equals(type.storage())).findFirst();
    }

    /** As a pickle names storages of it. */
    String storage() {
        return "torch." + storage;
    }

    /** Size of an element. */
    int bytes() {
        return bytes;
    }

    /** An element as float32, rounded where it has more digits. */
    abstract float get(ByteBuffer elements, int index);

    /** A number of 1 bit sign, 5 bits exponent and 10 bits fraction (IEEE 754 binary16). */
    private static float half(final short bits) {
        final int exponent = (bits >> 10) & 0x1f;
        final int fraction = bits & 0x3ff;
        final float size =
                switch (exponent) {
                    case 0 -> fraction * 0x1p-24f;
                    case 0x1f -> fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
                    default -> Math.scalb(1 + fraction * 0x1p-10f, exponent - 15);
                };
        return bits < 0 ? -size : size;
    }
}
