package io.github.unetfiji.evaluate;

import io.github.unetfiji.Progress;
import java.util.concurrent.atomic.AtomicLong;

/** Counts the steps that several threads have done. Thread-safe. */
final class SharedProgress {

    private final Progress progress;
    private final long total;
    private final AtomicLong done = new AtomicLong();

    SharedProgress(final Progress progress, final long total) {
        this.progress = progress;
        this.total = total;
    }

    /**
     * One step more.
     *
     * @throws io.github.unetfiji.CancelledException if the user asked to stop
     */
    void next() {
        progress.checkCancelled();
        progress.report(done.incrementAndGet(), total, "Evaluating");
    }
}
