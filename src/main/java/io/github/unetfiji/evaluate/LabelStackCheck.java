package io.github.unetfiji.evaluate;

import io.github.unetfiji.Progress;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.labels.LabelMap;
import java.util.List;
import java.util.Locale;

/** Checks two stacks of label maps before they are compared. */
final class LabelStackCheck {

    private LabelStackCheck() {}

    /**
     * Both stacks have the same number of slices, at least 1, of the same sizes.
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

    /**
     * The truth has an object somewhere.
     *
     * @throws UNetException if not
     */
    static void checkNotEmpty(final List<LabelMap> truth) {
        final TruthCheck look = new TruthCheck(truth.size(), Progress.NONE);
        truth.forEach(look::at);
        look.checkNotEmpty();
    }
}
