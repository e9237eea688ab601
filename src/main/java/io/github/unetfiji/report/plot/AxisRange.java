package io.github.unetfiji.report.plot;

import java.util.Arrays;
import java.util.List;

/**
 * What a vertical axis shows.
 *
 * @param log whether it is logarithmic
 * @param interval between numbers, if there is room for them; NaN = as ImageJ likes it
 */
record AxisRange(double min, double max, boolean log, double interval) {

    /** A larger ratio between the values is shown on a logarithmic axis. */
    private static final double LARGEST_LINEAR_RATIO = 100;

    private static final double ROOM = 1.08;

    /** For fractions. */
    static final AxisRange UNIT = new AxisRange(0, 1.02, false, 0.2);

    /** From 0 to a little more than the largest value; logarithmic if values differ by far. */
    static AxisRange of(final List<double[]> columns) {
        final double[] values =
                columns.stream()
                        .flatMapToDouble(Arrays::stream)
                        .filter(value -> Double.isFinite(value) && value > 0)
                        .toArray();
        if (values.length == 0) {
            return new AxisRange(0, 1, false, Double.NaN);
        }
        final double min = Arrays.stream(values).min().getAsDouble();
        final double max = Arrays.stream(values).max().getAsDouble();
        return max / min > LARGEST_LINEAR_RATIO
                ? new AxisRange(min / 1.5, max * 1.5, true, Double.NaN)
                : new AxisRange(0, max * ROOM, false, Double.NaN);
    }

    /** The same range with numbers in such a distance. */
    AxisRange withInterval(final double distance) {
        return new AxisRange(min, max, log, distance);
    }
}
