package io.github.unetfiji.bioimageio;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A step that prepares the input of a program, or ends its output, with the formulas of BioImage.IO 0.5.7.
 *
 * <p>{@code axes} are ids of axes, over which a statistic is taken jointly; the others are separate. Empty: over all. With
 * {@code batch} among them, or with all, the statistic is that of the whole data set (a stack), otherwise of each sample (a
 * slice). {@code axis} is the id of the axis along which a list has one number each; empty where the list has one for all.
 */
public sealed interface Operation {

    /** A cast to {@code float32}, {@code uint8} and so on. */
    record EnsureDtype(String dtype) implements Operation {}

    /** {@code (x - mean) / (deviation + eps)}, of the population. */
    record ZeroMeanUnitVariance(Optional<List<String>> axes, double eps) implements Operation {}

    /** {@code (x - mean) / std}. */
    record FixedZeroMeanUnitVariance(List<Double> mean, List<Double> std, Optional<String> axis)
            implements Operation {}

    /**
     * {@code (x - low) / (high - low + eps)} with linear percentiles; nothing is clipped.
     *
     * @param minPercentile 0..100
     * @param maxPercentile 0..100
     * @param reference tensor whose percentiles are taken; empty: the same
     */
    record ScaleRange(
            Optional<List<String>> axes,
            double minPercentile,
            double maxPercentile,
            double eps,
            Optional<String> reference)
            implements Operation {}

    /** {@code x gain + offset}. */
    record ScaleLinear(List<Double> gain, List<Double> offset, Optional<String> axis)
            implements Operation {}

    /** {@code (x - mean) / (deviation + eps) (deviationOfReference + eps) + meanOfReference}. */
    record ScaleMeanVariance(String reference, Optional<List<String>> axes, double eps)
            implements Operation {}

    /**
     * {@code min(max(x, low), high)}; the bounds are numbers or percentiles (0..100) over the axes; a bound that is missing is
     * none.
     */
    record Clip(
            OptionalDouble min,
            OptionalDouble max,
            OptionalDouble minPercentile,
            OptionalDouble maxPercentile,
            Optional<List<String>> axes)
            implements Operation {}

    /** 1 where {@code x > threshold}, else 0. */
    record Binarize(List<Double> threshold, Optional<String> axis) implements Operation {}

    /** {@code 1 / (1 + e^-x)}. */
    record Sigmoid() implements Operation {}

    /** {@code e^x / sum(e^x)} along an axis. */
    record Softmax(String axis) implements Operation {}
}
