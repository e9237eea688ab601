package io.github.unetfiji.augment;

import io.github.unetfiji.UNetException;

/** Checks of what the user gave: one sentence that says what, got, allowed. */
final class ArgumentCheck {

    private ArgumentCheck() {}

    /** The value, if it lies in low..high. */
    static double range(
            final String what,
            final double value,
            final double low,
            final double high,
            final String unit) {
        if (!(value >= low && value <= high)) {
            throw new UNetException(
                    what
                            + " is "
                            + text(value)
                            + ", allowed is "
                            + text(low)
                            + " to "
                            + text(high)
                            + unit
                            + ".");
        }
        return value;
    }

    /** The value, if it lies in low..high. */
    static int range(
            final String what, final int value, final int low, final int high, final String unit) {
        return (int) range(what, (double) value, low, high, unit);
    }

    private static String text(final double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
