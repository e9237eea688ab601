package io.github.unetfiji.command;

import ij.IJ;
import io.github.unetfiji.Progress;
import io.github.unetfiji.text.Durations;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.scijava.Cancelable;
import org.scijava.app.StatusService;

/**
 * Shows progress in the status bar, with an estimate of the time left: "tile 3/20, 12 s left".
 *
 * <p>At most five messages a second, but always the first and the last of a stage; a stage begins when the total changes or the
 * count goes back. A message that ends in a percentage is shown without the count. The user stops the work by Esc. Thread-safe.
 */
final class CommandProgress implements Progress {

    private static final long INTERVAL = 200_000_000L;

    private final StatusService status;
    private final BooleanSupplier cancelled;
    private final LongSupplier nanoTime;

    private long total = -1;
    private long done;
    private long firstDone;
    private long started;
    private long shown;

    CommandProgress(
            final StatusService status,
            final BooleanSupplier cancelled,
            final LongSupplier nanoTime) {
        this.status = status;
        this.cancelled = cancelled;
        this.nanoTime = nanoTime;
    }

    /** Progress that the user stops by Esc, or by cancelling the command. */
    static CommandProgress of(final StatusService status, final Cancelable command) {
        return new CommandProgress(
                status, () -> IJ.escapePressed() || command.isCanceled(), System::nanoTime);
    }

    @Override
    public synchronized void report(final long newDone, final long newTotal, final String message) {
        final long now = nanoTime.getAsLong();
        final boolean first = newTotal != total || newDone < done;
        if (first) {
            total = newTotal;
            firstDone = newDone;
            started = now;
        }
        done = newDone;
        if (first || done >= total || now - shown >= INTERVAL) {
            shown = now;
            show(message, now - started);
        }
    }

    private void show(final String message, final long elapsed) {
        final long scale = total / Integer.MAX_VALUE + 1;
        status.showStatus(
                (int) (done / scale),
                (int) (total / scale),
                message + count(message) + left(elapsed));
    }

    private String count(final String message) {
        final String count = done + "/" + total;
        return total <= 1 || message.contains(count) || message.endsWith("%") ? "" : " " + count;
    }

    private String left(final long elapsed) {
        if (done <= firstDone || done >= total) {
            return "";
        }
        return ", "
                + Durations.about((double) elapsed / (done - firstDone) * (total - done) / 1e9)
                + " left";
    }

    @Override
    public boolean isCancelled() {
        return cancelled.getAsBoolean();
    }
}
