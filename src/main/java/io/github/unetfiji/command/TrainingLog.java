package io.github.unetfiji.command;

import ij.IJ;
import io.github.unetfiji.training.TrainingHistory;
import io.github.unetfiji.training.TrainingListener;
import io.github.unetfiji.training.TrainingPlan;
import io.github.unetfiji.training.ValidationResult;
import java.util.Locale;
import java.util.stream.Collectors;

/** Tells in ImageJ's log how a training goes: there people see it, in Fiji and without. */
final class TrainingLog implements TrainingListener {

    @Override
    public void onStart(final TrainingPlan plan) {
        IJ.log(plan.sentence());
    }

    @Override
    public void onWarning(final String warning) {
        IJ.log("Warning: " + warning);
    }

    @Override
    public void onRow(final TrainingHistory.Row row) {
        final ValidationResult result = row.validation();
        if (result == null) {
            return;
        }
        final String iou =
                result.iou().stream()
                        .map(value -> String.format(Locale.ROOT, "%.3f", value))
                        .collect(Collectors.joining(", "));
        IJ.log(
                String.format(
                        Locale.ROOT,
                        "Iteration %d: validation loss %.4f, pixel error %.4f, IoU %s",
                        row.iteration(),
                        result.loss(),
                        result.pixelError(),
                        iou));
    }
}
