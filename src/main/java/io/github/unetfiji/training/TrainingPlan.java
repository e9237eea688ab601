package io.github.unetfiji.training;

import io.github.unetfiji.engine.ComputeDevice;
import io.github.unetfiji.network.Architecture;
import io.github.unetfiji.network.Precision;
import io.github.unetfiji.text.Counted;
import java.util.List;
import java.util.Locale;

/**
 * The network, the data and the length of a training, known before its first iteration.
 *
 * @param name of the model
 * @param classes names of the classes, background first
 * @param patch input side of a patch in px
 * @param done iterations that a resumed run has behind it, 0 for a new one
 * @param iterations in all
 * @param trainingSlices slices to learn from
 * @param validationSlices slices held out
 */
public record TrainingPlan(
        String name,
        Architecture architecture,
        List<String> classes,
        int patch,
        int done,
        int iterations,
        int trainingSlices,
        int validationSlices,
        ComputeDevice device,
        Precision precision) {

    public TrainingPlan {
        classes = List.copyOf(classes);
    }

    /** One sentence for people. */
    public String sentence() {
        return String.format(
                Locale.ROOT,
                "%s a U-Net of depth %d with %d features (%,d parameters) for %d iterations on %s,"
                        + " patches of %d px from %s, %d held out.",
                done == 0 ? "Training" : "After " + done + " iterations going on to train",
                architecture.depth(),
                architecture.features(),
                architecture.parameterCount(),
                iterations - done,
                device,
                patch,
                Counted.of(trainingSlices, "slice"),
                validationSlices);
    }
}
