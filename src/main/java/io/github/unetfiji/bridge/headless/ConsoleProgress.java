package io.github.unetfiji.bridge.headless;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Prints status and progress as lines such as "[ 45%] tile 9/20, 12 s left", about one a second. Thread-safe.
 *
 * <p>The first line comes at once, and the last one when the macro ends; lines that come too fast in between are dropped.
 */
final class ConsoleProgress {

    private static final long INTERVAL = 1_000_000_000L;

    private final PrintStream out;
    private final LongSupplier nanoTime;

    private String message = "";
    private double fraction = 1;
    private String printed = "";
    private boolean any;
    private long last;
    private boolean alone;

    ConsoleProgress(final PrintStream out, final LongSupplier nanoTime) {
        this.out = out;
        this.nanoTime = nanoTime;
    }

    /** ImageJ's status text; an empty one, which only clears the bar, is not shown. */
    synchronized void status(final String text) {
        final String plain = text.startsWith("!") ? text.substring(1) : text;
        if (plain.isBlank()) {
            return;
        }
        message = plain.trim();
        alone = false;
        offer();
    }

    /** How far the work is, 0..1; shown with the next status text, or alone if none comes. */
    synchronized void progress(final double newFraction) {
        fraction = Math.max(0, Math.min(1, newFraction));
        if (alone && fraction < 1) {
            offer();
        }
        alone = true;
    }

    private void offer() {
        if (!any || nanoTime.getAsLong() - last >= INTERVAL) {
            flush();
        }
    }

    /** Prints the line that was held back, if there is one. */
    synchronized void flush() {
        final String line =
                (fraction < 1 ? String.format(Locale.ROOT, "[%3.0f%%] ", 100 * fraction) : "")
                        + message;
        if (line.isBlank() || line.equals(printed)) {
            return;
        }
        out.println(line);
        printed = line;
        any = true;
        last = nanoTime.getAsLong();
    }
}
