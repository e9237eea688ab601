package io.github.unetfiji.processing;

import io.github.unetfiji.UNetException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The numbers of an operation, one for each group of values. */
final class GroupNumbers {

    private GroupNumbers() {}

    static double[] of(final List<Double> numbers, final Groups groups, final String operation) {
        return of(numbers.stream().mapToDouble(Double::doubleValue).toArray(), groups, operation);
    }

    /**
     * One number for each group.
     *
     * @param numbers as many as there are groups, or one for all
     * @throws UNetException if there are as many as fit to nothing
     */
    static double[] of(final double[] numbers, final Groups groups, final String operation) {
        if (numbers.length == groups.count()) {
            return numbers;
        }
        if (numbers.length == 1) {
            final double[] same = new double[groups.count()];
            Arrays.fill(same, numbers[0]);
            return same;
        }
        throw new UNetException(
                String.format(
                        Locale.ROOT,
                        "The operation '%s' of the package has %d numbers, but the tensor has %d"
                                + " channels or other parts for them.",
                        operation,
                        numbers.length,
                        groups.count()));
    }
}
