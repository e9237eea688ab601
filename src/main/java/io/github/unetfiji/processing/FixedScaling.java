package io.github.unetfiji.processing;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** {@code (x - mean) / (deviation + 1e-6)}. NB: the formula of the specification has no such addition; the official core has. */
record FixedScaling(List<Double> mean, List<Double> deviation, Optional<String> axis)
        implements Step {

    private static final String NAME = "fixed_zero_mean_unit_variance";
    private static final double EPSILON = 1e-6;

    @Override
    public boolean isPointwise() {
        return Groups.isPointwise(axis);
    }

    @Override
    public void apply(final NamedTensor tensor, final Function<Measure, MeasureValues> known) {
        final Groups groups = Groups.along(tensor, axis);
        final double[] widths =
                Arrays.stream(GroupNumbers.of(deviation, groups, NAME))
                        .map(value -> value + EPSILON)
                        .toArray();
        Scale.toUnit(GroupNumbers.of(mean, groups, NAME), widths).apply(tensor.values(), groups);
    }
}
