package io.github.unetfiji.evaluate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * The counts of a metric at each threshold, in ascending order of the thresholds; empty if the metric was not asked
 * for. Immutable.
 *
 * @param <T> the counts, such as {@link PixelCounts}
 */
public record ThresholdCurve<T>(List<Point<T>> points) {

    /** The counts at a threshold. */
    public record Point<T>(double threshold, T value) {}

    public ThresholdCurve {
        points = List.copyOf(points);
    }

    /** Whether the metric was not asked for. */
    public boolean isEmpty() {
        return points.isEmpty();
    }

    /**
     * The best score and the first threshold at which it is reached; NaN for both if no score is a
     * number.
     */
    public Score highest(final ToDoubleFunction<? super T> score) {
        Score best = Score.NONE;
        for (final Point<T> point : points) {
            final double value = score.applyAsDouble(point.value);
            if (value > best.value() || (Double.isNaN(best.value()) && !Double.isNaN(value))) {
                best = new Score(value, point.threshold);
            }
        }
        return best;
    }

    /** The least error and the first threshold at which it is reached. */
    public Score lowest(final ToDoubleFunction<? super T> error) {
        final Score best = highest(value -> -error.applyAsDouble(value));
        return new Score(0 - best.value(), best.threshold());
    }

    /** The points whose threshold is not above a limit. */
    public ThresholdCurve<T> upTo(final double threshold) {
        return new ThresholdCurve<>(points.stream().filter(p -> p.threshold <= threshold).toList());
    }

    /** Brings the curves of several slices together, threshold by threshold. */
    static <T> ThresholdCurve<T> together(
            final Collection<ThresholdCurve<T>> slices, final Function<List<T>, T> operation) {
        final List<Point<T>> points = new ArrayList<>();
        final List<ThresholdCurve<T>> curves = List.copyOf(slices);
        for (int t = 0; t < curves.get(0).points.size(); t++) {
            final int index = t;
            points.add(
                    new Point<>(
                            curves.get(0).points.get(t).threshold,
                            operation.apply(
                                    curves.stream()
                                            .map(curve -> curve.points.get(index).value)
                                            .toList())));
        }
        return new ThresholdCurve<>(points);
    }

    /**
     * The best value of a metric, and the threshold at which it is reached.
     *
     * @param value NaN if no value is a number
     * @param threshold the first of several that are equally good
     */
    public record Score(double value, double threshold) {

        /** No value: the metric was not asked for, or is not defined for this slice. */
        public static final Score NONE = new Score(Double.NaN, Double.NaN);

        /** 1 - value, at the same threshold. */
        public Score complement() {
            return new Score(1 - value, threshold);
        }
    }
}
