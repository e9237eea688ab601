package io.github.unetfiji.processing;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** 1 where {@code x > threshold}, else 0. */
record Threshold(List<Double> threshold, Optional<String> axis) implements Step {

    @Override
    public boolean isPointwise() {
        return Groups.isPointwise(axis);
    }

    @Override
    public void apply(final NamedTensor tensor, final Function<Measure, MeasureValues> known) {
        final Groups groups = Groups.along(tensor, axis);
        final double[] thresholds = GroupNumbers.of(threshold, groups, "binarize");
        final float[] values = tensor.values();
        groups.forEach(
                (from, length, group, step) -> {
                    for (int i = 0; i < length; i++) {
                        // NB: NumPy compares float32 with the threshold as float32, too.
                        final float least = (float) thresholds[group + i * step];
                        values[from + i] = values[from + i] > least ? 1 : 0;
                    }
                });
    }
}
