package io.github.unetfiji.ui;

import ij.macro.Interpreter;
import io.github.unetfiji.CancelledException;
import io.github.unetfiji.Progress;
import io.github.unetfiji.report.plot.HistoryPlot;
import io.github.unetfiji.training.TrainedModel;
import io.github.unetfiji.training.Training;
import io.github.unetfiji.training.TrainingControl;
import io.github.unetfiji.training.TrainingListeners;
import java.awt.GraphicsEnvironment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Runs a training that people can watch, in ImageJ's log and, where there is a display, in a window; and words its result. */
public final class WatchedTraining {

    private WatchedTraining() {}

    /**
     * Trains to the end.
     *
     * @param model the file that is written
     * @param progress can cancel the training, too
     * @throws CancelledException if the training was cancelled; its message tells which files stay, and how to go on
     */
    public static Training.Result run(
            final Training training, final Path model, final Progress progress) {
        try {
            // NB: in batch mode nobody looks, and a window would stay.
            return GraphicsEnvironment.isHeadless() || Interpreter.isBatchMode()
                    ? training.optListener(new TrainingLog()).optProgress(progress).run()
                    : runInWindow(training, model, progress);
        } catch (final CancelledException e) {
            throw new CancelledException(cancelled(model), e);
        }
    }

    private static Training.Result runInWindow(
            final Training training, final Path model, final Progress progress) {
        final TrainingControl control = new TrainingControl();
        final TrainingMonitor monitor =
                TrainingMonitor.open("U-Net Train: " + model.getFileName(), control);
        try {
            final Training.Result result =
                    training.optListener(new TrainingListeners(new TrainingLog(), monitor))
                            .optControl(control)
                            .optProgress(progress.orCancelledBy(monitor::isCancelled))
                            .run();
            monitor.ended(
                    result.trained().provenance().get("ended") + " The model is in " + model + ".");
            return result;
        } catch (final CancelledException e) {
            monitor.ended(cancelled(model));
            throw e;
        } catch (final RuntimeException | Error e) {
            monitor.ended("Failed: " + e.getMessage());
            throw e;
        }
    }

    /**
     * The result of a training in words, one sentence a line: where the model is, its errors on the held-out slices, how it was tuned.
     *
     * @param file where the model is
     */
    public static String summary(final Path file, final Training.Result result) {
        final TrainedModel model = result.trained();
        final StringBuilder words = new StringBuilder();
        words.append(
                String.format(
                        Locale.ROOT,
                        "The model is in %s, as it was after iteration %s.",
                        file,
                        model.provenance().get("best_iteration")));
        if (model.provenance().get("held_out_errors") instanceof Map<?, ?> errors) {
            words.append(
                    String.format(
                            Locale.ROOT,
                            "\nErrors on the held-out slices, each at its best threshold: pixel error %s,"
                                    + " Rand error %s, warping error %s.",
                            errors.get("pixel_error"),
                            errors.get("rand_error"),
                            errors.get("warping_error")));
        }
        model.model()
                .postprocessing()
                .ifPresent(
                        tuned ->
                                words.append("\nTuned on the held-out slices to ")
                                        .append(tuned)
                                        .append('.'));
        if (result.history().rows().isEmpty()) {
            words.append('\n').append(HistoryPlot.NO_CURVES);
        }
        return words.toString();
    }

    private static String cancelled(final Path model) {
        return Files.exists(Training.stateFile(model))
                ? "Cancelled: what was reached is saved beside "
                        + model
                        + "; the same training with \"Resume an interrupted training\" goes on from there."
                : "Cancelled before the first iteration: nothing was written.";
    }
}
