package io.github.unetfiji.processing;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * {@code min(max(x, low), high)}.
 *
 * @param low no lower bound if it is empty
 * @param high no upper bound if it is empty
 * @param axes over which percentiles are taken
 */
record Clipping(Optional<Bound> low, Optional<Bound> high, Optional<List<String>> axes)
        implements Step {

    /** A number, or else a percentile. */
    record Bound(double number, Optional<Measure.Percentile> percentile) {

        private double[] values(final Groups groups, final Function<Measure, MeasureValues> known) {
            final double[] one = {number};
            return GroupNumbers.of(
                    percentile.map(measure -> known.apply(measure).first()).orElse(one),
                    groups,
                    "clip");
        }
    }

    @Override
    public List<Measure> measures() {
        return Stream.of(low, high)
                .flatMap(Optional::stream)
                .map(Bound::percentile)
                .<Measure>flatMap(Optional::stream)
                .toList();
    }

    @Override
    public void apply(final NamedTensor tensor, final Function<Measure, MeasureValues> known) {
        final Groups groups = Groups.joint(tensor, axes);
        final Bound none = new Bound(Double.NEGATIVE_INFINITY, Optional.empty());
        final Bound all = new Bound(Double.POSITIVE_INFINITY, Optional.empty());
        final double[] lows = low.orElse(none).values(groups, known);
        final double[] highs = high.orElse(all).values(groups, known);
        final float[] values = tensor.values();
        groups.forEach(
                (from, length, group, step) -> {
                    for (int i = 0; i < length; i++) {
                        final int g = group + i * step;
                        values[from + i] =
                                Math.min(
                                        Math.max(values[from + i], (float) lows[g]),
                                        (float) highs[g]);
                    }
                });
    }
}
