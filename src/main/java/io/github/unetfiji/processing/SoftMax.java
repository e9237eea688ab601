package io.github.unetfiji.processing;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** {@code e^x / sum(e^x)} along an axis (soft-max). */
record SoftMax(String axis) implements Step {

    @Override
    public boolean isPointwise() {
        return Groups.isPointwise(Optional.of(axis));
    }

    @Override
    public void apply(final NamedTensor tensor, final Function<Measure, MeasureValues> known) {
        final Groups groups = Groups.joint(tensor, Optional.of(List.of(axis)));
        final float[] values = tensor.values();
        final float[] largest = new float[groups.count()];
        Arrays.fill(largest, Float.NEGATIVE_INFINITY);
        groups.forEach(
                (from, length, group, step) -> {
                    for (int i = 0; i < length; i++) {
                        final int g = group + i * step;
                        largest[g] = Math.max(largest[g], values[from + i]);
                    }
                });
        final double[] sums = new double[groups.count()];
        groups.forEach(
                (from, length, group, step) -> {
                    for (int i = 0; i < length; i++) {
                        final int g = group + i * step;
                        final float power = (float) Math.exp(values[from + i] - largest[g]);
                        values[from + i] = power;
                        sums[g] += power;
                    }
                });
        groups.forEach(
                (from, length, group, step) -> {
                    for (int i = 0; i < length; i++) {
                        values[from + i] = (float) (values[from + i] / sums[group + i * step]);
                    }
                });
    }
}
