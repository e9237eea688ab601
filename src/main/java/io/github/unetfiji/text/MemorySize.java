package io.github.unetfiji.text;

import java.util.Locale;

/** Sizes of memory and of disks in words. As memory is sold and as systems show it, 1 GB is 2^30 bytes and 1 MB is 2^20. */
public final class MemorySize {

    private static final double MEGABYTE = 0x1p20;

    private MemorySize() {}

    /** An amount that is needed, rounded up, so that it never reads like less than the available one: {@code 1201 MB}. */
    public static String needed(final long bytes) {
        return (long) Math.ceil(bytes / MEGABYTE) + " MB";
    }

    /** An amount that is available, rounded down: {@code 1200 MB}. */
    public static String available(final long bytes) {
        return (long) Math.floor(bytes / MEGABYTE) + " MB";
    }

    /** Two digits that count: {@code 4.5 MB}, {@code 240 MB}, {@code 1.0 GB}, {@code 24 GB}. */
    public static String about(final long bytes) {
        final double megabytes = bytes / MEGABYTE;
        return megabytes < 1000
                ? twoDigits(megabytes) + " MB"
                : twoDigits(megabytes / 1024) + " GB";
    }

    private static String twoDigits(final double value) {
        if (value >= 100) {
            return String.valueOf(10 * Math.round(value / 10));
        }
        if (value >= 9.95) {
            return String.valueOf(Math.round(value));
        }
        // NB: 0.0996 is 0.10, so that the digit before counts.
        final int decimals = value > 0 ? 1 - (int) Math.floor(Math.log10(1.005 * value)) : 0;
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
