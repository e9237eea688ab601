package io.github.unetfiji.ui;

import ij.macro.Interpreter;
import io.github.unetfiji.CancelledException;
import io.github.unetfiji.Progress;
import io.github.unetfiji.training.Training;
import io.github.unetfiji.training.TrainingControl;
import io.github.unetfiji.training.TrainingListeners;
import java.awt.GraphicsEnvironment;
import java.nio.file.Files;
import java.nio.file.Path;

/** Runs a training so that people can see it: in the log, and where there is a display, in a window. */
public final class WatchedTraining {

    private WatchedTraining() {}

    /**
     * Trains to the end.
     *
     * @param model the file that is written
     * @param progress by which it may be cancelled, too
     * @throws CancelledException if it was; says what stays, and how to go on
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
                    result.model().provenance().get("ended") + " The model is in " + model + ".");
            return result;
        } catch (final CancelledException e) {
            monitor.ended(cancelled(model));
            throw e;
        } catch (final RuntimeException | Error e) {
            monitor.ended("Failed: " + e.getMessage());
            throw e;
        }
    }

    private static String cancelled(final Path model) {
        return Files.exists(Training.stateFile(model))
                ? "Cancelled: what was reached is saved beside "
                        + model
                        + "; the same training with \"Resume an interrupted training\" goes on from there."
                : "Cancelled before the first iteration: nothing was written.";
    }
}
