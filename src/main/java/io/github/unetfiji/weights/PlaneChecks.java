package io.github.unetfiji.weights;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.labels.LabelMap;
import java.util.Locale;

/** Checks of what the user's planes hold. */
final class PlaneChecks {

    private PlaneChecks() {}

    /** Throws a {@link UNetException} that names the first pixel with a class &gt;= classes. */
    static void checkClasses(final LabelMap map, final int classes) {
        final int[] labels = map.labels();
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] >= classes) {
                throw new UNetException(
                        String.format(
                                Locale.ROOT,
                                "The class image has the class %d at x=%d, y=%d; allowed are 0"
                                        + " (background) to %d.",
                                labels[i],
                                i % map.width(),
                                i / map.width(),
                                classes - 1));
            }
        }
    }
}
