package io.github.unetfiji.training;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.bioimageio.Operation;
import io.github.unetfiji.bioimageio.TensorAxis;
import io.github.unetfiji.bioimageio.TensorDescription;
import io.github.unetfiji.model.ChannelMeaning;
import io.github.unetfiji.model.ImportedModel;
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

    private final Loss loss;

    ProgramTarget(final Loss loss) {
        this.loss = loss;
    }

    /**
     * What a program learns.
     *
     * @param model with one output
     * @param example output of its program for some input, before its operations (channel, y, x)
     * @throws UNetException if nothing can be learned for it from annotations; says why
     */
    static ProgramTarget of(final ImportedModel model, final float[] example) {
        final ChannelMeaning meaning = model.meaning();
        final TensorDescription output = model.description().outputs().get(0);
        if (!output.dtype().equals("float32")) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "The output of the model '%s' is of type %s, but only models whose output is"
                                    + " float32 can learn from annotations.",
                            model.name(),
                            output.dtype()));
        }
        final Ending ending = ending(output);
        if (ending == Ending.NONE && !isProbable(example)) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "The program of the model '%s' gives values beyond 0 to 1, and no sigmoid or"
                                    + " softmax follows: what it should learn from annotations is not"
                                    + " known.",
                            model.name()));
        }
        return switch (meaning.kind()) {
            case CLASSES -> ofClasses(model, ending);
            case FOREGROUND -> ofForeground(model, ending);
            case INDEPENDENT -> ofIndependent(model, ending);
            case IMAGE ->
                    throw new UNetException(
                            "The model '"
                                    + model.name()
                                    + "' cannot learn from annotations: "
                                    + meaning.reason());
        };
    }

    private static ProgramTarget ofClasses(final ImportedModel model, final Ending ending) {
        final int background = model.meaning().background().orElse(0);
        if (background != 0) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "The background is channel %d of the model '%s', but only models whose first"
                                    + " channel it is can learn from annotations.",
                            background + 1,
                            model.name()));
        }
        return ending == Ending.SOFTMAX ? CLASSES_LOGITS : CLASSES;
    }

    /** NB: format 0.4 has no names of channels, and two of them are nearly always these. */
    private static ProgramTarget ofIndependent(final ImportedModel model, final Ending ending) {
        if (areUnnamedPair(model)) {
            return ending == Ending.SIGMOID ? BOUNDARY_LOGITS : BOUNDARY;
        }
        throw new UNetException(
                String.format(
                        Locale.ROOT,
                        "The channels of the model '%s' (%s) do not exclude each other: only classes of a"
                                + " softmax, one foreground, or foreground and boundary can be learned"
                                + " from annotations.",
                        model.name(),
                        String.join(", ", model.outputs())));
    }

    /** Whether a model has two channels without names, which are taken for foreground and boundary. */
    static boolean areUnnamedPair(final ImportedModel model) {
        return model.meaning().kind() == ChannelMeaning.Kind.INDEPENDENT
                && model.outputs().size() == 2
                && model.hasUnnamedOutputs();
    }

    private static ProgramTarget ofForeground(final ImportedModel model, final Ending ending) {
        final int channels = model.outputs().size();
        if (channels == 1) {
            return ending == Ending.SIGMOID ? FOREGROUND_LOGITS : FOREGROUND;
        }
        if (channels != 2 || model.meaning().boundary().isEmpty()) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "The model '%s' gives the channels %s that do not exclude each other: only one"
                                    + " foreground, or foreground and boundary, can be learned from"
                                    + " annotations.",
                            model.name(),
                            String.join(", ", model.outputs())));
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
                                                && axis.kind() == TensorAxis.Kind.CHANNEL)) {
            return Ending.SOFTMAX;
        }
        throw new UNetException(
                "The output '"
                        + output.id()
                        + "' has postprocessing that cannot be learned through: allowed is none, a"
                        + " sigmoid, or a softmax over the channels.");
    }

    private static boolean isProbable(final float[] values) {
        for (final float value : values) {
            if (!(value >= 0 && value <= 1)) {
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
     * @param foreground channel of the cells, where there are no classes
     * @return (class, y, x): of a foreground, background and cell
     */
    float[] probabilities(final float[] outputs, final int pixels, final int foreground) {
        switch (this) {
            case CLASSES_LOGITS -> softmax(outputs, pixels);
            case FOREGROUND_LOGITS, BOUNDARY_LOGITS -> sigmoid(outputs);
            default -> {
                // NB: probabilities already.
            }
        }
        return hasClasses() ? outputs : twoClasses(outputs, pixels, foreground);
    }

    private static void sigmoid(final float[] values) {
        for (int i = 0; i < values.length; i++) {
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

    private static float[] twoClasses(
            final float[] outputs, final int pixels, final int foreground) {
        final float[] classes = new float[2 * pixels];
        for (int i = 0; i < pixels; i++) {
            final float p = outputs[foreground * pixels + i];
            classes[i] = 1 - p;
            classes[pixels + i] = p;
        }
        return classes;
    }
}
