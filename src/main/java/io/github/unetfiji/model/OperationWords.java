package io.github.unetfiji.model;

import io.github.unetfiji.bioimageio.Operation;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Says in plain words what is done to a tensor before or after a program. */
final class OperationWords {

    private static final String BATCH = "batch";
    private static final String CHANNEL = "channel";

    private OperationWords() {}

    /**
     * Such as {@code (value - 0.5) / 0.25}.
     *
     * @param sample the word for what statistics are taken of, such as {@code slice}
     */
    static String of(final Operation operation, final String sample) {
        if (operation instanceof Operation.EnsureDtype cast) {
            return "values become " + cast.dtype();
        }
        if (operation instanceof Operation.ZeroMeanUnitVariance norm) {
            return "(value - mean) / standard deviation " + over(norm.axes(), sample);
        }
        if (operation instanceof Operation.FixedZeroMeanUnitVariance norm) {
            return "(value - " + list(norm.mean()) + ") / " + list(norm.std()) + along(norm.axis());
        }
        if (operation instanceof Operation.ScaleRange range) {
            return "percentiles "
                    + TensorWords.number(range.minPercentile())
                    + " and "
                    + TensorWords.number(range.maxPercentile())
                    + " "
                    + over(range.axes(), sample)
                    + range.reference().map(tensor -> " in " + tensor).orElse("")
                    + " become 0 and 1";
        }
        if (operation instanceof Operation.ScaleLinear linear) {
            return "value * "
                    + list(linear.gain())
                    + " + "
                    + list(linear.offset())
                    + along(linear.axis());
        }
        return second(operation, sample);
    }

    /** Whether it is a cast to float32, which changes nothing here. */
    static boolean isPlainCast(final Operation operation) {
        return operation instanceof Operation.EnsureDtype cast && "float32".equals(cast.dtype());
    }

    private static String second(final Operation operation, final String sample) {
        if (operation instanceof Operation.ScaleMeanVariance like) {
            return "mean and standard deviation "
                    + over(like.axes(), sample)
                    + " become those of "
                    + like.reference();
        }
        if (operation instanceof Operation.Clip clip) {
            return "values below "
                    + bound(clip.min(), clip.minPercentile())
                    + " and above "
                    + bound(clip.max(), clip.maxPercentile())
                    + " become these";
        }
        if (operation instanceof Operation.Binarize binary) {
            return "1 above " + list(binary.threshold()) + ", else 0" + along(binary.axis());
        }
        if (operation instanceof Operation.Softmax softmax) {
            return "softmax along " + softmax.axis();
        }
        return "logistic function";
    }

    /** NB: of the whole data set if batch is among the axes, or all axes are; otherwise of each sample. */
    private static String over(final Optional<List<String>> axes, final String sample) {
        final boolean all = axes.isEmpty();
        final String which =
                all || axes.get().contains(BATCH) ? "of all " + sample + "s" : "of each " + sample;
        return all || axes.get().contains(CHANNEL) ? which : which + " and channel";
    }

    private static String along(final Optional<String> axis) {
        return axis.map(id -> " along " + id).orElse("");
    }

    private static String list(final List<Double> values) {
        return values.size() == 1
                ? TensorWords.number(values.get(0))
                : "(" + TensorWords.numbers(values) + ")";
    }

    private static String bound(final OptionalDouble value, final OptionalDouble percentile) {
        if (value.isPresent()) {
            return TensorWords.number(value.getAsDouble());
        }
        return percentile.isPresent()
                ? "percentile " + TensorWords.number(percentile.getAsDouble())
                : "(no bound)";
    }
}
