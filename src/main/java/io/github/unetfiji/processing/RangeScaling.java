package io.github.unetfiji.processing;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** {@code (x - low) / (high - low + eps)}. */
record RangeScaling(Measure.Percentile low, Measure.Percentile high, double eps) implements Step {

    @Override
    public List<Measure> measures() {
        return List.of(low, high);
    }

    @Override
    public void apply(final NamedTensor tensor, final Function<Measure, MeasureValues> known) {
        final Groups groups = Groups.joint(tensor, low.axes());
        final double[] lows = GroupNumbers.of(known.apply(low).first(), groups, "scale_range");
        final double[] highs = GroupNumbers.of(known.apply(high).first(), groups, "scale_range");
        final double[] widths =
                IntStream.range(0, lows.length)
                        .mapToDouble(g -> highs[g] - lows[g] + eps)
                        .toArray();
        Scale.toUnit(lows, widths).apply(tensor.values(), groups);
    }
}
