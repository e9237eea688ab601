package io.github.unetfiji.ui;

import java.util.Locale;

/** Lengths of time in words. */
final class Durations {

    private Durations() {}

    /** Two units at most: "45 s", "3 min 20 s", "2 h 5 min", "1 d 3 h". */
    static String words(final double seconds) {
        final long whole = Math.round(seconds);
        if (whole < 60) {
            return whole + " s";
        }
        if (whole < 3600) {
            return whole / 60 + " min " + whole % 60 + " s";
        }
        final long minutes = Math.round(seconds / 60);
        if (minutes < 24 * 60) {
            return minutes / 60 + " h " + minutes % 60 + " min";
        }
        final long hours = Math.round(seconds / 3600);
        return hours / 24 + " d " + hours % 24 + " h";
    }

    /** An estimate, with as much detail as it deserves: "45 s", "3 min", "2 h 5 min", "1 d 3 h". */
    static String about(final double seconds) {
        return seconds >= 120 && seconds < 3600
                ? Math.round(seconds / 60) + " min"
                : words(seconds);
    }

    /** Three digits: "42.0 ms", "1.25 s". */
    static String precise(final double seconds) {
        return seconds < 0.9995 ? digits(seconds * 1000) + " ms" : digits(seconds) + " s";
    }

    private static String digits(final double value) {
        final int decimals = value < 9.995 ? 2 : value < 99.95 ? 1 : 0;
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
