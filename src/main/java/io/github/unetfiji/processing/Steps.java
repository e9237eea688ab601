package io.github.unetfiji.processing;

import io.github.unetfiji.bioimageio.Operation;
import io.github.unetfiji.bioimageio.Operation.Binarize;
import io.github.unetfiji.bioimageio.Operation.Clip;
import io.github.unetfiji.bioimageio.Operation.EnsureDtype;
import io.github.unetfiji.bioimageio.Operation.FixedZeroMeanUnitVariance;
import io.github.unetfiji.bioimageio.Operation.ScaleLinear;
import io.github.unetfiji.bioimageio.Operation.ScaleMeanVariance;
import io.github.unetfiji.bioimageio.Operation.ScaleRange;
import io.github.unetfiji.bioimageio.Operation.Softmax;
import io.github.unetfiji.bioimageio.Operation.ZeroMeanUnitVariance;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Makes steps of the operations of a tensor. A statistic is that of the data set if {@code batch} is among its axes or if no axes
 * are given, else of the sample; {@code scale_mean_variance} without axes is the exception in the official core, of the sample.
 */
final class Steps {

    private static final String BATCH = "batch";

    private final String tensor;

    /**
     * @param tensor id of the tensor that the operations change
     */
    Steps(final String tensor) {
        this.tensor = tensor;
    }

    Step of(final Operation operation) {
        if (operation instanceof EnsureDtype cast) {
            return Cast.to(cast.dtype());
        }
        if (operation instanceof ZeroMeanUnitVariance standard) {
            return new StandardScaling(moments(standard.axes()), standard.eps());
        }
        if (operation instanceof FixedZeroMeanUnitVariance fixed) {
            return new FixedScaling(fixed.mean(), fixed.std(), fixed.axis());
        }
        if (operation instanceof ScaleRange range) {
            return range(range);
        }
        if (operation instanceof ScaleLinear linear) {
            return new LinearScaling(linear.gain(), linear.offset(), linear.axis());
        }
        if (operation instanceof ScaleMeanVariance matching) {
            return matching(matching);
        }
        if (operation instanceof Clip clip) {
            return clip(clip);
        }
        if (operation instanceof Binarize binary) {
            return new Threshold(binary.threshold(), binary.axis());
        }
        return operation instanceof Softmax softmax ? new SoftMax(softmax.axis()) : new Logistic();
    }

    private static boolean isOfDataSet(final Optional<List<String>> axes) {
        return axes.map(ids -> ids.contains(BATCH)).orElse(true);
    }

    private Measure.Moments moments(final Optional<List<String>> axes) {
        return new Measure.Moments(tensor, axes, isOfDataSet(axes));
    }

    private Step range(final ScaleRange range) {
        final String of = range.reference().orElse(tensor);
        final boolean dataSet = isOfDataSet(range.axes());
        return new RangeScaling(
                new Measure.Percentile(of, range.axes(), dataSet, range.minPercentile(), true),
                new Measure.Percentile(of, range.axes(), dataSet, range.maxPercentile(), true),
                range.eps());
    }

    private Step matching(final ScaleMeanVariance matching) {
        final boolean dataSet = matching.axes().isPresent() && isOfDataSet(matching.axes());
        return new MatchingScaling(
                new Measure.Moments(tensor, matching.axes(), dataSet),
                new Measure.Moments(matching.reference(), matching.axes(), dataSet),
                matching.eps());
    }

    private Step clip(final Clip clip) {
        return new Clipping(
                bound(clip.min(), clip.minPercentile(), clip.axes()),
                bound(clip.max(), clip.maxPercentile(), clip.axes()),
                clip.axes());
    }

    private Optional<Clipping.Bound> bound(
            final OptionalDouble number,
            final OptionalDouble percent,
            final Optional<List<String>> axes) {
        if (number.isPresent()) {
            return Optional.of(new Clipping.Bound(number.getAsDouble(), Optional.empty()));
        }
        if (percent.isEmpty()) {
            return Optional.empty();
        }
        final boolean dataSet = isOfDataSet(axes);
        // NB: the official core (0.9.6) interpolates the percentiles of a data set, not of a
        // sample.
        final Measure.Percentile percentile =
                new Measure.Percentile(tensor, axes, dataSet, percent.getAsDouble(), dataSet);
        return Optional.of(new Clipping.Bound(Double.NaN, Optional.of(percentile)));
    }
}
