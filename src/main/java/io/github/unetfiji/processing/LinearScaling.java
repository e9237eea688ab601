package io.github.unetfiji.processing;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** {@code x gain + offset}. */
record LinearScaling(List<Double> gain, List<Double> offset, Optional<String> axis)
        implements Step {

    @Override
    public boolean isPointwise() {
        return Groups.isPointwise(axis);
    }

    @Override
    public void apply(final NamedTensor tensor, final Function<Measure, MeasureValues> known) {
        final Groups groups = Groups.along(tensor, axis);
        new Scale(
                        new double[groups.count()],
                        GroupNumbers.of(gain, groups, "scale_linear"),
                        GroupNumbers.of(offset, groups, "scale_linear"))
                .apply(tensor.values(), groups);
    }
}
