package io.github.unetfiji.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Formats numbers for people, never in powers of ten. */
final class Numbers {

    private static final MathContext DIGITS = new MathContext(3, RoundingMode.HALF_EVEN);
    private static final double SMALLEST = 1e-7;

    private static final String NONE = "\u2013";

    private Numbers() {}

    /** An error with three significant digits; a dash if it is no number. */
    static String error(final double value) {
        if (!Double.isFinite(value)) {
            return NONE;
        }
        // NB: 1 - F may be a little below 0 by rounding.
        if (value <= 0 && value > -SMALLEST) {
            return "0";
        }
        if (value > 0 && value < SMALLEST) {
            return "< 0.0000001";
        }
        final BigDecimal rounded = BigDecimal.valueOf(value).round(DIGITS);
        final int missing = DIGITS.getPrecision() - rounded.precision();
        return rounded.setScale(rounded.scale() + missing, RoundingMode.UNNECESSARY)
                .toPlainString();
    }

    /** A value in a table; a dash if it is no number. */
    static String decimals(final double value, final int digits) {
        return Double.isFinite(value)
                ? String.format(Locale.ROOT, "%." + digits + "f", value)
                : NONE;
    }

    /** NB: thresholds are sums of steps, 0.30000000000000004 is meant to be 0.3. */
    static String threshold(final double threshold) {
        if (!Double.isFinite(threshold)) {
            return NONE;
        }
        final String text = String.format(Locale.ROOT, "%.3f", threshold);
        return text.replaceFirst("\\.?0+$", "");
    }
}
