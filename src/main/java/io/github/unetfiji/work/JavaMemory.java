package io.github.unetfiji.work;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.text.MemorySize;
import java.util.Locale;

/** The memory that Java may use, which is set when it starts, and is often much less than the machine has. */
public final class JavaMemory {

    private JavaMemory() {}

    /**
     * Checks before long work that Java has room for the arrays that the work holds at the same time. Callers give a lower bound, so that no work is
     * refused that would succeed.
     *
     * @param bytes that are needed at least
     * @param what the thing that needs them, begins a sentence
     * @param advice what else can be done, ends it
     * @throws UNetException if they are not free
     */
    public static void check(final long bytes, final String what, final String advice) {
        if (bytes <= free()) {
            return;
        }
        // NB: objects that are no longer reachable count as used until they are collected.
        System.gc();
        final long free = free();
        if (bytes > free) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "%s needs about %s of Java's memory, but only %s of its %s are free: allow"
                                    + " more in Edit > Options > Memory & Threads, or %s.",
                            what,
                            MemorySize.needed(bytes),
                            MemorySize.available(free),
                            MemorySize.available(Runtime.getRuntime().maxMemory()),
                            advice));
        }
    }

    /** Bytes that Java can still take, without those that a collection would free. */
    public static long free() {
        final Runtime java = Runtime.getRuntime();
        return java.maxMemory() - java.totalMemory() + java.freeMemory();
    }
}
