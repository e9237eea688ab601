package io.github.unetfiji.model;

import io.github.unetfiji.bioimageio.NumpyFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How far the output of a package with other weights may be from its test output: as the original states it, but within what
 * the format allows for the new output. An absolute tolerance is at most 1 % of the largest value.
 */
final class FineTunedTolerance {

    private static final String LIST = "reproducibility_tolerance";
    private static final String ABSOLUTE = "absolute_tolerance";

    /** NB: a little less than the limit, which the official library compares in single precision. */
    private static final double MOST = 0.0099;

    private FineTunedTolerance() {}

    /**
     * Bounds the tolerances of {@code config.bioimageio}, in place.
     *
     * @param zoo that part of the description
     * @param test the new test output, a NumPy file
     */
    static void bound(final Map<String, Object> zoo, final byte[] test) {
        if (!(zoo.get(LIST) instanceof List<?> stated)) {
            return;
        }
        final double most = MOST * largest(test);
        final List<Object> bounded = new ArrayList<>();
        for (final Object entry : stated) {
            if (!(entry instanceof Map<?, ?> map && map.get(ABSOLUTE) instanceof Number absolute)
                    || absolute.doubleValue() <= most) {
                bounded.add(entry);
            } else if (most > 0) {
                final Map<Object, Object> copy = new LinkedHashMap<>(map);
                copy.put(ABSOLUTE, most);
                bounded.add(copy);
            }
        }
        zoo.put(LIST, bounded);
    }

    private static double largest(final byte[] test) {
        double largest = Double.NEGATIVE_INFINITY;
        for (final float value : NumpyFile.read(test, "the test output").tensor().values()) {
            largest = Math.max(largest, value);
        }
        return largest;
    }
}
