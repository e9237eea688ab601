package io.github.unetfiji.ui;

import ij.IJ;
import io.github.unetfiji.text.Durations;
import io.github.unetfiji.training.TrainingHistory;
import io.github.unetfiji.training.TrainingListener;
import io.github.unetfiji.training.TrainingPlan;
import io.github.unetfiji.training.ValidationResult;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes the progress of a training to ImageJ's log, which is there in Fiji, in plain ImageJ and headless. */
public final class TrainingLog implements TrainingListener {

    private TrainingPlan plan;
    private TrainingHistory.Row before;

    @Override
    public void onStart(final TrainingPlan newPlan) {
        plan = newPlan;
        IJ.log(plan.sentence());
    }

    @Override
    public void onNote(final String note) {
        IJ.log(note);
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
                "validation loss %.4f, pixel error %.4f, IoU %s, %s",
                result.loss(),
                result.pixelError(),
                iou,
                result.meanIouWords());
    }

    /** Seconds an iteration, validation included, and the time left. */
    private String speed(final TrainingHistory.Row row) {
        final double seconds = row.seconds() - (before == null ? 0 : before.seconds());
        final int iterations = row.iteration() - (before == null ? 0 : before.iteration());
        final double each = seconds / iterations;
        return Durations.precise(each)
                + " an iteration, "
                + Durations.about(each * (plan.iterations() - row.iteration()))
                + " left";
    }

    @Override
    public void onEnd(final String reason) {
        IJ.log(reason);
    }
}
