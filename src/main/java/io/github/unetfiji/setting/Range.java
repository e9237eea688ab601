package io.github.unetfiji.setting;

import io.github.unetfiji.UNetException;
import java.math.BigDecimal;

/**
 * The numbers that are allowed: between two ends, each of which belongs to them or not. NaN and the infinities never do.
 * Immutable.
 *
 * @param least the lower end, -Infinity for none
 * @param above whether numbers must be above the lower end, instead of at least as large
 * @param most the upper end, Infinity for none
 * @param below whether numbers must be below the upper end, instead of at most as large
 * @param orZero whether 0 is allowed besides
 */
public record Range(double least, boolean above, double most, boolean below, boolean orZero) {

    /** Every number. */
    public static final Range ALL =
            new Range(Double.NEGATIVE_INFINITY, false, Double.POSITIVE_INFINITY, false, false);

    /** From one number to another; both are allowed. */
    public static Range of(final double least, final double most) {
        return ALL.atLeast(least).atMost(most);
    }

    /** The same with a lower end that is allowed. */
    public Range atLeast(final double end) {
        return new Range(end, false, most, below, orZero);
    }

    /** The same with a lower end that is not allowed itself. */
    public Range above(final double end) {
        return new Range(end, true, most, below, orZero);
    }

    /** The same with an upper end that is allowed. */
    public Range atMost(final double end) {
        return new Range(least, above, end, false, orZero);
    }

    /** The same with an upper end that is not allowed itself. */
    public Range below(final double end) {
        return new Range(least, above, end, true, orZero);
    }

    /** The same numbers, and 0. */
    public Range withZero() {
        return above && least == 0 ? atLeast(0) : new Range(least, above, most, below, true);
    }

    /** Whether a number is allowed. */
    public boolean contains(final double value) {
        // NB: written so that NaN, of which every comparison is false, is refused.
        final boolean within =
                (above ? value > least : value >= least) && (below ? value < most : value <= most);
        return Double.isFinite(value) && (within || (orZero && value == 0));
    }

    /**
     * Checks a number.
     *
     * @param what the number is, begins the sentence
     * @param unit of the number, such as {@code px}, or empty
     * @return the number
     * @throws UNetException if it is not allowed; says what it is, and what is allowed
     */
    public <N extends Number> N check(final String what, final N value, final String unit) {
        if (!contains(value.doubleValue())) {
            throw new UNetException(
                    what
                            + " is "
                            + value
                            + ", but must be "
                            + this
                            + (unit.isEmpty() ? "" : " " + unit)
                            + ".");
        }
        return value;
    }

    /** A noun with the range: {@code a number from 0 to 1}, {@code a whole number, 0 or more}. */
    public String of(final String noun) {
        if (!hasLeast() && !hasMost()) {
            return noun;
        }
        return (orZero ? "0, or " : "")
                + noun
                + (hasLeast() && (above || hasMost()) ? " " : ", ")
                + ends();
    }

    /** For a sentence: {@code from 1 to 8}, {@code 0 or more}, {@code from 0 to below 1}, {@code 0, or from 4 to 16384}. */
    @Override
    public String toString() {
        return orZero ? "0, or " + ends() : ends();
    }

    private String ends() {
        if (!hasLeast() && !hasMost()) {
            return "a number";
        }
        if (!hasMost()) {
            return above ? "above " + text(least) : text(least) + " or more";
        }
        if (!hasLeast()) {
            return below ? "below " + text(most) : text(most) + " or less";
        }
        return (above ? "above " : "from ")
                + text(least)
                + (below ? " to below " : " to ")
                + text(most);
    }

    private boolean hasLeast() {
        return least != Double.NEGATIVE_INFINITY;
    }

    private boolean hasMost() {
        return most != Double.POSITIVE_INFINITY;
    }

    private static String text(final double number) {
        return number == 0 ? "0" : BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
