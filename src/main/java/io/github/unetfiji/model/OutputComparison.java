package io.github.unetfiji.model;

import io.github.unetfiji.Legible;
import io.github.unetfiji.network.Tensor;
import java.util.Arrays;
import java.util.Locale;

/**
 * How an output compares with the expected one.
 *
 * @param output its id
 * @param tolerance of the package
 * @param values that were compared; 0 if the shapes differ
 * @param different values
 * @param largest difference; infinite if a value is not finite or the shapes differ
 * @param shapes of both, for people
 */
record OutputComparison(
        String output,
        TestTolerance tolerance,
        int values,
        int different,
        double largest,
        String shapes) {

    /**
     * Compares.
     *
     * @param stated tolerance of the package
     */
    static OutputComparison of(
            final String output,
            final Tensor actual,
            final Tensor expected,
            final TestTolerance stated) {
        final String shapes =
                Arrays.toString(actual.shape())
                        + " instead of "
                        + Arrays.toString(expected.shape());
        if (!Arrays.equals(actual.shape(), expected.shape())) {
            return new OutputComparison(output, stated, 0, 0, Double.POSITIVE_INFINITY, shapes);
        }
        float most = 0;
        for (final float value : expected.values()) {
            most = Math.max(most, value);
        }
        final TestTolerance tolerance = stated.forValuesUpTo(most);
        int different = 0;
        double largest = 0;
        for (int i = 0; i < expected.values().length; i++) {
            final float wanted = expected.values()[i];
            final double distance = Math.abs((double) actual.values()[i] - wanted);
            // NB: a NaN is accepted by no tolerance.
            different += tolerance.accepts(actual.values()[i], wanted) ? 0 : 1;
            largest =
                    Math.max(largest, Double.isNaN(distance) ? Double.POSITIVE_INFINITY : distance);
        }
        return new OutputComparison(
                output, tolerance, expected.values().length, different, largest, shapes);
    }

    boolean isReproduced() {
        return values > 0 && 1e6 * different / values <= tolerance.perMillion();
    }

    /** What differs, for people, to follow a name. */
    String difference() {
        if (values == 0) {
            return "its output " + Legible.echo(output) + " has the shape " + shapes;
        }
        return String.format(
                Locale.ROOT,
                "%.3g %% of the values of its output %s differ by more than %.1g and %.1g %%, by up to"
                        + " %.2g",
                100.0 * different / values,
                Legible.echo(output),
                tolerance.absolute(),
                100 * tolerance.relative(),
                largest);
    }
}
