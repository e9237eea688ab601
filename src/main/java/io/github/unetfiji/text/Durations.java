package io.github.unetfiji.text;

import java.util.Locale;

/** Lengths of time in words. */
public final class Durations {

    private static final int MINUTE = 60;
    private static final int HOUR = 60 * MINUTE;
    private static final int DAY = 24 * HOUR;

    private Durations() {}

    /** A time that has passed, two units at most: {@code 45 s}, {@code 3 min 20 s}, {@code 2 h 5 min}, {@code 1 d 3 h}. */
    public static String words(final double seconds) {
        final long whole = Math.round(seconds);
        if (whole < MINUTE) {
            return whole + " s";
        }
        if (whole < HOUR) {
            return two(whole, MINUTE, " min ", 1, " s");
        }
        final long minutes = MINUTE * Math.round(seconds / MINUTE);
        return minutes < DAY
                ? two(minutes, HOUR, " h ", MINUTE, " min")
                : two(HOUR * Math.round(seconds / HOUR), DAY, " d ", HOUR, " h");
    }

    private static String two(
            final long seconds,
            final int large,
            final String largeUnit,
            final int small,
            final String smallUnit) {
        return seconds / large + largeUnit + seconds % large / small + smallUnit;
    }

    /**
     * An estimate, with as much detail as it deserves: {@code 90 s}, {@code 17 min}, {@code 2 h 5 min}, {@code 1 d 3 h}.
     */
    public static String about(final double seconds) {
        final long whole = Math.round(seconds);
        if (whole < 2 * MINUTE) {
            return whole + " s";
        }
        return whole < 2 * HOUR ? Math.round(seconds / MINUTE) + " min" : words(seconds);
    }

    /** A short time that was measured, with three digits: {@code 42.0 ms}, {@code 1.25 s}. */
    public static String precise(final double seconds) {
        return seconds < 0.9995 ? digits(seconds * 1000) + " ms" : digits(seconds) + " s";
    }

    private static String digits(final double value) {
        final int decimals = value < 9.995 ? 2 : value < 99.95 ? 1 : 0;
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
