package io.github.unetfiji.processing;

import java.util.List;
import java.util.Optional;

/** A statistic that an operation needs. Equal ones are computed once. */
sealed interface Measure {

    /** Id of the tensor of which it is. */
    String tensor();

    /** Ids of the axes over which it is taken jointly; empty: all. */
    Optional<List<String>> axes();

    /** Whether it is that of all samples; else of each. */
    boolean isOfDataSet();

    /** Mean and standard deviation of the population. */
    record Moments(String tensor, Optional<List<String>> axes, boolean isOfDataSet)
            implements Measure {}

    /**
     * A percentile.
     *
     * @param percent 0..100
     * @param interpolated between the two nearest values (NumPy's {@code linear}); else the smallest value that at least so many
     *     per cent of the values do not exceed ({@code inverted_cdf})
     */
    record Percentile(
            String tensor,
            Optional<List<String>> axes,
            boolean isOfDataSet,
            double percent,
            boolean interpolated)
            implements Measure {

        /**
         * Where it lies among sorted values.
         *
         * @param count of values, at least 1
         * @return 0 .. count - 1; a fraction lies between two values
         */
        double place(final long count) {
            final double fraction = percent / 100;
            if (interpolated) {
                return fraction * (count - 1);
            }
            return Math.min(count - 1, Math.max(0, Math.ceil(fraction * count) - 1));
        }
    }
}
