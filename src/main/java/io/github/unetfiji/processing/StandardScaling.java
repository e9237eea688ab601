package io.github.unetfiji.processing;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** {@code (x - mean) / (deviation + eps)}. */
record StandardScaling(Measure.Moments moments, double eps) implements Step {

    @Override
    public List<Measure> measures() {
        return List.of(moments);
    }

    @Override
    public void apply(final NamedTensor tensor, final Function<Measure, MeasureValues> known) {
        final MeasureValues values = known.apply(moments);
        final double[] widths =
                Arrays.stream(values.second()).map(deviation -> deviation + eps).toArray();
        Scale.toUnit(values.first(), widths)
                .apply(tensor.values(), Groups.joint(tensor, moments.axes()));
    }
}
