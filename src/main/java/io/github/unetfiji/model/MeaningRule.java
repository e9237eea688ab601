package io.github.unetfiji.model;

import io.github.unetfiji.bioimageio.AxisSize;
import io.github.unetfiji.bioimageio.Operation;
import io.github.unetfiji.bioimageio.PackageDescription;
import io.github.unetfiji.bioimageio.TensorAxis;
import io.github.unetfiji.bioimageio.TensorDescription;
import io.github.unetfiji.network.Tensor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Decides what the channels of a model's result mean. Packages do not say it, so it follows from what they have:
 *
 * <ol>
 *   <li>Classes, if the single output ends in a soft-max over at least two channels, or its test output is within 0..1 and sums
 *       to 1 over them. The background is the channel of that name, otherwise the first one.
 *   <li>Probabilities, if all outputs end in a sigmoid or a threshold, or their test outputs are within 0..1. A single channel
 *       is the foreground. Of several, one called boundary (border, edge, membrane, ..) and one other make a foreground with
 *       boundaries, where the background does not count. All else are channels that do not depend on each other.
 *   <li>Images otherwise: values beyond 0..1, outputs finer than the input without such an end, or nothing known.
 * </ol>
 */
final class MeaningRule {

    private static final double TOLERANCE = 1e-3;

    private final List<TensorDescription> outputs;
    private final List<String> names;
    private final List<Optional<Tensor>> tests;

    private MeaningRule(final PackageDescription model, final List<Optional<Tensor>> tests) {
        this.outputs = model.outputs();
        this.names = ChannelWords.names(model.outputs());
        this.tests = tests;
    }

    /**
     * The meaning of the channels.
     *
     * @param tests expected test output of each output, if the package has it
     */
    static ChannelMeaning of(final PackageDescription model, final List<Optional<Tensor>> tests) {
        return new MeaningRule(model, tests).meaning();
    }

    private ChannelMeaning meaning() {
        if (outputs.size() == 1 && names.size() > 1 && excludeEachOther()) {
            final OptionalInt background = ChannelWords.background(names);
            return of(
                    ChannelMeaning.Kind.CLASSES,
                    background.isPresent() ? background : OptionalInt.of(0));
        }
        for (int i = 0; i < outputs.size(); i++) {
            final Optional<String> reason = noProbabilities(i);
            if (reason.isPresent()) {
                return new ChannelMeaning(
                        ChannelMeaning.Kind.IMAGE,
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        reason.get());
            }
        }
        return isForeground()
                ? of(ChannelMeaning.Kind.FOREGROUND, ChannelWords.background(names))
                : of(ChannelMeaning.Kind.INDEPENDENT, ChannelWords.background(names));
    }

    private ChannelMeaning of(final ChannelMeaning.Kind kind, final OptionalInt background) {
        // NB: a boundary alone is what its model looks for.
        final boolean alone = names.size() == 1;
        return new ChannelMeaning(
                kind,
                alone ? OptionalInt.empty() : background,
                alone ? OptionalInt.of(0) : ChannelWords.foreground(names),
                alone ? OptionalInt.empty() : ChannelWords.boundary(names),
                "");
    }

    private boolean isForeground() {
        if (names.size() == 1) {
            return true;
        }
        final boolean background = ChannelWords.background(names).isPresent();
        final boolean boundary = ChannelWords.boundary(names).isPresent();
        return ChannelWords.foreground(names).isPresent()
                && (background || boundary)
                && names.size() == 1 + (background ? 1 : 0) + (boundary ? 1 : 0);
    }

    private boolean excludeEachOther() {
        final TensorDescription output = outputs.get(0);
        final Optional<Operation> end = end(output);
        if (end.isPresent()) {
            return end.get() instanceof Operation.Softmax;
        }
        return tests.get(0).filter(test -> isInRange(test) && sumsToOne(test, output)).isPresent();
    }

    /** The last operation that gives probabilities, if nothing after it changes values. */
    private static Optional<Operation> end(final TensorDescription output) {
        Optional<Operation> end = Optional.empty();
        for (final Operation operation : output.operations()) {
            if (isOverChannels(operation, output)
                    || operation instanceof Operation.Sigmoid
                    || operation instanceof Operation.Binarize) {
                end = Optional.of(operation);
            } else if (!(operation instanceof Operation.EnsureDtype)) {
                end = Optional.empty();
            }
        }
        return end;
    }

    private static boolean isOverChannels(
            final Operation operation, final TensorDescription output) {
        return operation instanceof Operation.Softmax softmax
                && output.axis(TensorAxis.Kind.CHANNEL)
                        .filter(axis -> axis.id().equals(softmax.axis()))
                        .isPresent();
    }

    private Optional<String> noProbabilities(final int i) {
        final TensorDescription output = outputs.get(i);
        if (end(output).isPresent()) {
            return Optional.empty();
        }
        if (output.axis(TensorAxis.Kind.X).orElseThrow().size() instanceof AxisSize.Relative size
                && size.factor() > 1) {
            return reason(output, "is an image finer than its input");
        }
        if (tests.get(i).isEmpty()) {
            return reason(output, "has no test output that would tell its range of values");
        }
        return tests.get(i)
                .filter(test -> !isInRange(test))
                .flatMap(test -> reason(output, "has values from " + range(test)));
    }

    private static Optional<String> reason(final TensorDescription output, final String predicate) {
        return Optional.of(
                "The output '"
                        + output.id()
                        + "' of the model "
                        + predicate
                        + ", so that its channels are no probabilities, of which classes and objects could be made.");
    }

    private static boolean isInRange(final Tensor test) {
        for (final float value : test.values()) {
            if (!(value >= -TOLERANCE && value <= 1 + TOLERANCE)) {
                return false;
            }
        }
        return true;
    }

    private static String range(final Tensor test) {
        float least = Float.POSITIVE_INFINITY;
        float most = Float.NEGATIVE_INFINITY;
        for (final float value : test.values()) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        return String.format(Locale.ROOT, "%.4g to %.4g", least, most);
    }

    private static boolean sumsToOne(final Tensor test, final TensorDescription output) {
        int inner = 1;
        int channels = 1;
        for (int d = output.axes().size() - 1; d >= 0; d--) {
            if (output.axes().get(d).kind() == TensorAxis.Kind.CHANNEL) {
                channels = (int) test.shape()[d];
                break;
            }
            inner *= (int) test.shape()[d];
        }
        final float[] values = test.values();
        for (int start = 0; start < values.length; start += channels * inner) {
            for (int i = start; i < start + inner; i++) {
                double sum = 0;
                for (int c = 0; c < channels; c++) {
                    sum += values[i + c * inner];
                }
                if (Math.abs(sum - 1) > TOLERANCE) {
                    return false;
                }
            }
        }
        return true;
    }
}
