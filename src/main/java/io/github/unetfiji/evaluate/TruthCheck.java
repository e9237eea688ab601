package io.github.unetfiji.evaluate;

import io.github.unetfiji.Progress;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.labels.LabelMap;

/** A look through the slices of a truth before the first is evaluated. */
final class TruthCheck {

    private final int slices;
    private final Progress progress;
    private int done;
    private boolean cells;

    TruthCheck(final int slices, final Progress progress) {
        this.slices = slices;
        this.progress = progress;
    }

    /**
     * The next slice.
     *
     * @throws io.github.unetfiji.CancelledException if the user asked to stop
     */
    void at(final LabelMap truth) {
        progress.checkCancelled();
        cells = cells || truth.maxId() > 0;
        progress.report(++done, slices, "Checking");
    }

    /**
     * The truth has an object somewhere.
     *
     * @throws UNetException if not
     */
    void checkNotEmpty() {
        if (!cells) {
            throw new UNetException(
                    "The truth has no cell in any of its "
                            + slices
                            + " slices; at least one pixel must be above 0.");
        }
    }
}
