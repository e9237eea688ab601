package io.github.unetfiji.bridge.input;

import io.github.unetfiji.setting.Range;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * The numbers that an input allows: whole or not, in its range, within what its Java type holds. Immutable.
 *
 * <p>NB: a whole number may be written {@code 512.0} or {@code 1e3}, as macros do when they join a number to a text.
 */
public final class NumberRange {

    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,4})?");

    /** NB: a longer text takes long to parse, and no user writes such a number. */
    private static final int LONGEST = 400;

    private final Class<?> type;
    private final boolean whole;
    private final Range range;

    private NumberRange(final CommandInput input) {
        this.type = input.type();
        this.whole = input.kind() == InputKind.WHOLE;
        this.range = input.range();
    }

    /** The numbers that an input allows. */
    public static NumberRange of(final CommandInput input) {
        return new NumberRange(input);
    }

    /** The number, or {@code null} if the text is none; infinity, NaN and endless digits are none. */
    static BigDecimal parse(final String text) {
        final String trimmed = text.trim();
        if (trimmed.length() > LONGEST) {
            return null;
        }
        return NUMBER.matcher(trimmed).matches() ? new BigDecimal(trimmed) : null;
    }

    boolean contains(final BigDecimal number) {
        return range.contains(number.doubleValue())
                && (!whole || isWhole(number))
                && number.abs().compareTo(largest()) <= 0;
    }

    private static boolean isWhole(final BigDecimal number) {
        return number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
    }

    private BigDecimal largest() {
        if (type == Integer.class) {
            return BigDecimal.valueOf(Integer.MAX_VALUE);
        }
        if (type == Short.class) {
            return BigDecimal.valueOf(Short.MAX_VALUE);
        }
        if (type == Byte.class) {
            return BigDecimal.valueOf(Byte.MAX_VALUE);
        }
        if (type == Long.class) {
            return BigDecimal.valueOf(Long.MAX_VALUE);
        }
        return type == Float.class ? decimal(Float.MAX_VALUE) : decimal(Double.MAX_VALUE);
    }

    /** The number in the input's own type; only for one that is contained. */
    Number convert(final BigDecimal number) {
        if (type == Integer.class) {
            return number.intValueExact();
        }
        if (type == Long.class) {
            return number.longValueExact();
        }
        if (type == Short.class) {
            return number.shortValueExact();
        }
        if (type == Byte.class) {
            return number.byteValueExact();
        }
        if (type == Float.class) {
            return number.floatValue();
        }
        return number.doubleValue();
    }

    /** For a sentence: {@code a whole number from 0 to 4096}. */
    @Override
    public String toString() {
        return range.of(whole ? "a whole number" : "a number");
    }

    /** Without an exponent, unless the number is far from 1. */
    static String text(final BigDecimal number) {
        final BigDecimal plain =
                number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        return Math.abs(plain.scale()) > 9 ? plain.toString() : plain.toPlainString();
    }

    private static BigDecimal decimal(final Number number) {
        return new BigDecimal(number.toString());
    }
}
