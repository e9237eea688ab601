package io.github.unetfiji.training;

import io.github.unetfiji.augment.PatchShape;
import io.github.unetfiji.engine.ComputeDevice;
import io.github.unetfiji.network.Precision;
import io.github.unetfiji.text.Counted;
import java.util.List;
import java.util.Locale;

/**
 * The network, the data and the length of a training, known before its first iteration.
 *
 * @param name of the model
 * @param classes names of the classes, background first
 * @param patch size of a patch
 * @param done iterations that a resumed run has behind it, 0 for a new one
 * @param iterations in all
 * @param trainingSlices slices to learn from
 * @param validationSlices slices held out
 */
public record TrainingPlan(
        String name,
        PlannedNetwork network,
        List<String> classes,
        PatchShape patch,
        int done,
        int iterations,
        int trainingSlices,
        int validationSlices,
        ComputeDevice device,
        Precision precision) {

    public TrainingPlan {
        classes = List.copyOf(classes);
    }

    /** The input of a patch in px: its side, or width and height as {@code 128x96}. */
    Object patchFact() {
        return patch.width() == patch.height()
                ? (Object) patch.width()
                : patch.width() + "x" + patch.height();
    }

    /** One sentence for people. */
    public String sentence() {
        return String.format(
                Locale.ROOT,
                "%s %s for %d iterations on %s, patches of %s px from %s, %d held out.",
                done == 0 ? "Training" : "After " + done + " iterations going on to train",
                network.words(),
                iterations - done,
                device,
                patchFact(),
                Counted.of(trainingSlices, "slice"),
                validationSlices);
    }
}
