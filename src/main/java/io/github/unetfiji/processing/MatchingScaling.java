package io.github.unetfiji.processing;

import java.util.List;
import java.util.function.Function;

/** {@code (x - mean) / (deviation + eps) (deviationOfReference + eps) + meanOfReference}. */
record MatchingScaling(Measure.Moments own, Measure.Moments reference, double eps) implements Step {

    @Override
    public List<Measure> measures() {
        return List.of(own, reference);
    }

    @Override
    public void apply(final NamedTensor tensor, final Function<Measure, MeasureValues> known) {
        final Groups groups = Groups.joint(tensor, own.axes());
        final MeasureValues values = known.apply(own);
        final MeasureValues wanted = known.apply(reference);
        final double[] means = GroupNumbers.of(wanted.first(), groups, "scale_mean_variance");
        final double[] deviations = GroupNumbers.of(wanted.second(), groups, "scale_mean_variance");
        final double[] factors = new double[groups.count()];
        for (int g = 0; g < factors.length; g++) {
            factors[g] = (deviations[g] + eps) / (values.second()[g] + eps);
        }
        new Scale(values.first(), factors, means).apply(tensor.values(), groups);
    }
}
