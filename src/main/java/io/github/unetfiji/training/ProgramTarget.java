package io.github.unetfiji.training;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.bioimageio.Operation;
import io.github.unetfiji.bioimageio.TensorDescription;
import io.github.unetfiji.optimize.Loss;
import io.github.unetfiji.optimize.ProbabilityLosses;
import io.github.unetfiji.optimize.WeightedCrossEntropy;
import java.util.List;
import java.util.Locale;

/** What the output of a program of others means, what it learns from annotations, and how slices are judged with it. */
enum ProgramTarget {
    /** Values before the soft-max over classes. */
    CLASSES_LOGITS(WeightedCrossEntropy::of),
    /** Probabilities of classes. */
    CLASSES(ProbabilityLosses::ofClasses),
    /** One channel before the sigmoid. */
    FOREGROUND_LOGITS(ProbabilityLosses::ofForegroundLogits),
    /** One channel of probabilities. */
    FOREGROUND(ProbabilityLosses::ofForeground),
    /** Foreground and boundary before the sigmoid. */
    BOUNDARY_LOGITS(ProbabilityLosses::ofBoundaryLogits),
    /** Probabilities of foreground and boundary. */
    BOUNDARY(ProbabilityLosses::ofBoundary);

    /** Probabilities of classes add up to 1 but for rounding, also that of 16 bits. */
    private static final double ROUNDING = 0.01;

    private final Loss loss;

    ProgramTarget(final Loss loss) {
        this.loss = loss;
    }

    /**
     * What a program learns.
     *
     * @param output of the program
     * @param channels of the output
     * @param example output of the program for some input, before its operations (channel, y, x)
     * @throws UNetException if nothing can be learned for it from annotations; says why
     */
    static ProgramTarget of(
            final TensorDescription output, final int channels, final float[] example) {
        final Ending ending = ending(output);
        final boolean probable = isProbable(example);
        if (ending == Ending.SOFTMAX) {
            return CLASSES_LOGITS;
        }
        if (ending == Ending.NONE && !probable) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "The output '%s' of the program holds no probabilities (such as %s), and no"
                                    + " sigmoid or softmax follows: what it should learn from"
                                    + " annotations is not known.",
                            output.id(),
                            improbable(example)));
        }
        if (channels == 1) {
            return ending == Ending.SIGMOID ? FOREGROUND_LOGITS : FOREGROUND;
        }
        if (ending == Ending.NONE && addUpToOne(example, channels)) {
            return CLASSES;
        }
        if (channels != 2) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "The output '%s' of the program has %d channels that are no classes of a"
                                    + " softmax: only one foreground, or foreground and boundary, can be"
                                    + " learned from annotations.",
                            output.id(),
                            channels));
        }
        return ending == Ending.SIGMOID ? BOUNDARY_LOGITS : BOUNDARY;
    }

    /** What follows the program. */
    private enum Ending {
        NONE,
        SIGMOID,
        SOFTMAX
    }

    /** NB: a threshold at the end changes nothing of what is learned. */
    private static Ending ending(final TensorDescription output) {
        final List<Operation> steps =
                output.operations().stream()
                        .filter(step -> !(step instanceof Operation.EnsureDtype))
                        .filter(step -> !(step instanceof Operation.Binarize))
                        .toList();
        if (steps.isEmpty()) {
            return Ending.NONE;
        }
        if (steps.size() == 1 && steps.get(0) instanceof Operation.Sigmoid) {
            return Ending.SIGMOID;
        }
        if (steps.size() == 1
                && steps.get(0) instanceof Operation.Softmax softmax
                && output.axes().stream()
                        .anyMatch(
                                axis ->
                                        axis.id().equals(softmax.axis())
                                                && axis.kind()
                                                        == io.github.unetfiji.bioimageio.TensorAxis
                                                                .Kind.CHANNEL)) {
            return Ending.SOFTMAX;
        }
        throw new UNetException(
                "The postprocessing of the output '"
                        + output.id()
                        + "' is none, a sigmoid or a softmax over channels where a program can be"
                        + " trained, but not here.");
    }

    private static boolean isProbable(final float[] values) {
        for (final float value : values) {
            if (!(value >= 0 && value <= 1)) {
                return false;
            }
        }
        return true;
    }

    private static float improbable(final float[] values) {
        for (final float value : values) {
            if (!(value >= 0 && value <= 1)) {
                return value;
            }
        }
        return Float.NaN;
    }

    private static boolean addUpToOne(final float[] values, final int channels) {
        final int pixels = values.length / channels;
        for (int i = 0; i < pixels; i++) {
            double sum = 0;
            for (int c = 0; c < channels; c++) {
                sum += values[c * pixels + i];
            }
            if (Math.abs(sum - 1) > ROUNDING) {
                return false;
            }
        }
        return true;
    }

    /** What is minimised. */
    Loss loss() {
        return loss;
    }

    /** Whether it learns classes of a soft-max; otherwise cells against the background. */
    boolean hasClasses() {
        return this == CLASSES || this == CLASSES_LOGITS;
    }

    /** Whether it learns boundaries of cells, too: labels are then those of {@code CellBoundaries}. */
    boolean hasBoundaries() {
        return this == BOUNDARY || this == BOUNDARY_LOGITS;
    }

    /**
     * Class probabilities.
     *
     * @param outputs of the program (channel, y, x), which may be changed
     * @param pixels of a channel
     * @return (class, y, x): of a foreground, background and cell
     */
    float[] probabilities(final float[] outputs, final int pixels) {
        switch (this) {
            case CLASSES_LOGITS -> softmax(outputs, pixels);
            case FOREGROUND_LOGITS, BOUNDARY_LOGITS -> sigmoid(outputs, pixels);
            default -> {
                // NB: probabilities already.
            }
        }
        return hasClasses() ? outputs : twoClasses(outputs, pixels);
    }

    private static void sigmoid(final float[] values, final int count) {
        for (int i = 0; i < count; i++) {
            values[i] = (float) (1 / (1 + Math.exp(-values[i])));
        }
    }

    private static void softmax(final float[] values, final int pixels) {
        final int channels = values.length / pixels;
        for (int i = 0; i < pixels; i++) {
            float most = values[i];
            for (int c = 1; c < channels; c++) {
                most = Math.max(most, values[c * pixels + i]);
            }
            double sum = 0;
            for (int c = 0; c < channels; c++) {
                sum += Math.exp(values[c * pixels + i] - most);
            }
            for (int c = 0; c < channels; c++) {
                values[c * pixels + i] = (float) (Math.exp(values[c * pixels + i] - most) / sum);
            }
        }
    }

    private static float[] twoClasses(final float[] outputs, final int pixels) {
        final float[] classes = new float[2 * pixels];
        for (int i = 0; i < pixels; i++) {
            classes[i] = 1 - outputs[i];
            classes[pixels + i] = outputs[i];
        }
        return classes;
    }
}
