package io.github.unetfiji.evaluate;

import io.github.unetfiji.Progress;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.labels.LabelMap;
import java.util.List;
import java.util.Locale;

/** Checks the slices of a truth before the first of them is compared with a result. Not thread-safe. */
final class TruthCheck {

    private final int slices;
    private final Progress progress;
    private int checked;
    private boolean hasCell;

    /**
     * @param slices number of slices
     * @param progress told after every slice
     */
    TruthCheck(final int slices, final Progress progress) {
        this.slices = slices;
        this.progress = progress;
    }

    /**
     * Takes the next slice.
     *
     * @throws io.github.unetfiji.CancelledException if the user asked to stop
     */
    void add(final LabelMap truth) {
        progress.checkCancelled();
        hasCell = hasCell || truth.maxId() > 0;
        progress.report(++checked, slices, "Checking");
    }

    /**
     * Checks that one of the slices has a cell.
     *
     * @throws UNetException if none has
     */
    void checkNotEmpty() {
        if (!hasCell) {
            throw new UNetException(
                    "The truth has no cell in any of its "
                            + slices
                            + " slices; at least one pixel must be above 0.");
        }
    }

    /**
     * Checks that one of the slices has a cell.
     *
     * @throws UNetException if none has
     */
    static void checkNotEmpty(final List<LabelMap> truth) {
        final TruthCheck check = new TruthCheck(truth.size(), Progress.NONE);
        truth.forEach(check::add);
        check.checkNotEmpty();
    }

    /**
     * Checks that two stacks have the same number of slices, at least 1, of the same widths and heights.
     *
     * @throws UNetException if not; names both
     */
    static void checkSameShape(final List<LabelMap> truth, final List<LabelMap> result) {
        if (truth.size() != result.size() || truth.isEmpty()) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "The result has %d slices and the truth %d; they must have the same"
                                    + " number, at least 1.",
                            result.size(),
                            truth.size()));
        }
        for (int z = 0; z < truth.size(); z++) {
            result.get(z)
                    .checkSameSize(
                            truth.get(z),
                            "result in slice " + (z + 1),
                            "truth in slice " + (z + 1));
        }
    }
}
