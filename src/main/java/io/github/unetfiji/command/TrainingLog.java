package io.github.unetfiji.command;

import ij.IJ;
import io.github.unetfiji.model.UNetModel;
import io.github.unetfiji.training.Training;
import io.github.unetfiji.training.TrainingHistory;
import io.github.unetfiji.training.TrainingListener;
import io.github.unetfiji.training.TrainingPlan;
import io.github.unetfiji.training.ValidationResult;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells in ImageJ's log how a training goes: there people see it, in Fiji, without, and headless. */
final class TrainingLog implements TrainingListener {

    private TrainingPlan plan;
    private TrainingHistory.Row before;

    @Override
    public void onStart(final TrainingPlan newPlan) {
        plan = newPlan;
        IJ.log(plan.sentence());
    }

    @Override
    public void onWarning(final String warning) {
        IJ.log("Warning: " + warning);
    }

    @Override
    public void onRow(final TrainingHistory.Row row) {
        if (row.iteration() > plan.done()) {
            IJ.log(
                    String.format(
                            Locale.ROOT,
                            "Iteration %d/%d: loss %.4f%s, rate %.2g, %s",
                            row.iteration(),
                            plan.iterations(),
                            row.loss(),
                            row.validation() == null ? "" : ", " + text(row.validation()),
                            row.rate(),
                            speed(row)));
        }
        before = row;
    }

    private static String text(final ValidationResult result) {
        final String iou =
                result.iou().stream()
                        .map(value -> String.format(Locale.ROOT, "%.3f", value))
                        .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "validation loss %.4f, pixel error %.4f, IoU %s",
                result.loss(),
                result.pixelError(),
                iou);
    }

    /** Seconds an iteration, validation included, and the time left. */
    private String speed(final TrainingHistory.Row row) {
        final double seconds = row.seconds() - (before == null ? 0 : before.seconds());
        final int iterations = row.iteration() - (before == null ? 0 : before.iteration());
        final double each = seconds / iterations;
        return String.format(
                Locale.ROOT,
                "%.3g s an iteration, %.0f s left",
                each,
                each * (plan.iterations() - row.iteration()));
    }

    @Override
    public void onEnd(final String reason) {
        IJ.log(reason);
    }

    /** What a training gave, and where it is. */
    static void result(final Training.Result result, final Path file) {
        final UNetModel trained = result.model();
        IJ.log(
                String.format(
                        "The model is in %s, as it was after iteration %s.",
                        file, trained.provenance().get("best_iteration")));
        if (trained.provenance().get("held_out_errors") instanceof Map<?, ?> errors) {
            IJ.log(
                    String.format(
                            "Errors on the held-out slices, each at its best threshold: pixel error %s,"
                                    + " Rand error %s, warping error %s.",
                            errors.get("pixel_error"),
                            errors.get("rand_error"),
                            errors.get("warping_error")));
        }
        trained.postprocessing()
                .ifPresent(tuned -> IJ.log("Tuned on the held-out slices to " + tuned + "."));
    }
}
