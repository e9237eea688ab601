package io.github.unetfiji.processing;

import io.github.unetfiji.UNetException;
import java.util.Locale;
import java.util.function.Function;

/**
 * A cast to a type of NumPy, of values that stay float32. Integers are truncated towards zero; those out of range wrap, as
 * {@code astype} does on common processors.
 *
 * @param type such as uint8
 */
record Cast(Type type) implements Step {

    /** Types of numbers. */
    enum Type {
        FLOAT32(-Float.MAX_VALUE, Float.MAX_VALUE),
        FLOAT64(-Double.MAX_VALUE, Double.MAX_VALUE),
        INT8(Byte.MIN_VALUE, Byte.MAX_VALUE),
        UINT8(0, 0xFF),
        INT16(Short.MIN_VALUE, Short.MAX_VALUE),
        UINT16(0, 0xFFFF),
        INT32(Integer.MIN_VALUE, Integer.MAX_VALUE),
        UINT32(0, 0xFFFFFFFFL),
        INT64(Long.MIN_VALUE, Long.MAX_VALUE),
        UINT64(0, 0x1p64),
        BOOL(-Float.MAX_VALUE, Float.MAX_VALUE);

        private final double least;
        private final double most;

        Type(final double least, final double most) {
            this.least = least;
            this.most = most;
        }

        /** The smallest value that is not changed but for a fraction. */
        double least() {
            return least;
        }

        /** The largest value that is not changed but for a fraction. */
        double most() {
            return most;
        }

        /** The value after a cast to this type. */
        float cast(final float value) {
            return switch (this) {
                case FLOAT32, FLOAT64 -> value;
                case BOOL -> value == 0 ? 0 : 1;
                case INT64, UINT64 -> (float) wide(value);
                case UINT32 -> (float) (wide(value) & 0xFFFFFFFFL);
                case INT32 -> narrow(value);
                case INT16 -> (short) narrow(value);
                case UINT16 -> narrow(value) & 0xFFFF;
                case INT8 -> (byte) narrow(value);
                case UINT8 -> narrow(value) & 0xFF;
            };
        }

        // NB: what processors give for NaN and for what is too large.
        private static int narrow(final float value) {
            return Math.abs(value) < 0x1p31f ? (int) value : Integer.MIN_VALUE;
        }

        private static long wide(final float value) {
            return Math.abs(value) < 0x1p63f ? (long) value : Long.MIN_VALUE;
        }
    }

    /**
     * The cast to a type.
     *
     * @param dtype such as uint8
     */
    static Cast to(final String dtype) {
        try {
            return new Cast(Type.valueOf(dtype.toUpperCase(Locale.ROOT)));
        } catch (final IllegalArgumentException e) {
            throw new UNetException(
                    "The package casts values to the type '" + dtype + "', which is not known.", e);
        }
    }

    /** Whether values stay as they are. */
    boolean isOfFractions() {
        return type == Type.FLOAT32 || type == Type.FLOAT64;
    }

    /** Whether a value loses no more than a fraction. */
    boolean holds(final float value) {
        return value > type.least - 1 && value < type.most + 1;
    }

    @Override
    public void apply(final NamedTensor tensor, final Function<Measure, MeasureValues> known) {
        if (isOfFractions()) {
            return;
        }
        final float[] values = tensor.values();
        for (int i = 0; i < values.length; i++) {
            values[i] = type.cast(values[i]);
        }
    }
}
