package io.github.unetfiji.command;

import io.github.unetfiji.training.TrainingListener;
import io.github.unetfiji.training.ValidationResult;
import java.util.Locale;
import java.util.stream.Collectors;
import org.scijava.log.LogService;

/** Tells in the log how a training goes. */
final class TrainingLog implements TrainingListener {

    private final LogService log;

    TrainingLog(final LogService log) {
        this.log = log;
    }

    @Override
    public void onStart(final String plan) {
        log.info(plan);
    }

    @Override
    public void onWarning(final String warning) {
        log.warn(warning);
    }

    @Override
    public void onValidation(final int iteration, final ValidationResult result) {
        final String iou =
                result.iou().stream()
                        .map(value -> String.format(Locale.ROOT, "%.3f", value))
                        .collect(Collectors.joining(", "));
        log.info(
                String.format(
                        Locale.ROOT,
                        "Iteration %d: validation loss %.4f, pixel error %.4f, IoU %s",
                        iteration,
                        result.loss(),
                        result.pixelError(),
                        iou));
    }
}
