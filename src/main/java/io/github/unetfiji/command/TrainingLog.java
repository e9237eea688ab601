package io.github.unetfiji.command;

import ij.IJ;
import io.github.unetfiji.training.TrainingListener;
import io.github.unetfiji.training.ValidationResult;
import java.util.Locale;
import java.util.stream.Collectors;

/** Tells in ImageJ's log how a training goes: there people see it, in Fiji and without. */
final class TrainingLog implements TrainingListener {

    @Override
    public void onStart(final String plan) {
        IJ.log(plan);
    }

    @Override
    public void onWarning(final String warning) {
        IJ.log("Warning: " + warning);
    }

    @Override
    public void onValidation(final int iteration, final ValidationResult result) {
        final String iou =
                result.iou().stream()
                        .map(value -> String.format(Locale.ROOT, "%.3f", value))
                        .collect(Collectors.joining(", "));
        IJ.log(
                String.format(
                        Locale.ROOT,
                        "Iteration %d: validation loss %.4f, pixel error %.4f, IoU %s",
                        iteration,
                        result.loss(),
                        result.pixelError(),
                        iou));
    }
}
