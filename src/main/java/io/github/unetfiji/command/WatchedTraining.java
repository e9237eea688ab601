package io.github.unetfiji.command;

import ij.macro.Interpreter;
import io.github.unetfiji.CancelledException;
import io.github.unetfiji.Progress;
import io.github.unetfiji.training.Training;
import io.github.unetfiji.training.TrainingControl;
import io.github.unetfiji.ui.TrainingMonitor;
import java.awt.GraphicsEnvironment;
import java.nio.file.Path;

/** Runs a training so that people can see it: in the log, and where there is a display, in a window. */
final class WatchedTraining {

    private WatchedTraining() {}

    /**
     * Trains to the end.
     *
     * @param model the file that is written
     * @param progress by which it may be cancelled, too
     */
    static Training.Result run(final Training training, final Path model, final Progress progress) {
        // NB: in batch mode nobody looks, and a window would stay.
        if (GraphicsEnvironment.isHeadless() || Interpreter.isBatchMode()) {
            return training.optListener(new TrainingLog()).optProgress(progress).run();
        }
        final TrainingControl control = new TrainingControl();
        final TrainingMonitor monitor =
                TrainingMonitor.open("U-Net Train: " + model.getFileName(), control);
        try {
            return training.optListener(new TrainingListeners(new TrainingLog(), monitor))
                    .optControl(control)
                    .optProgress(progress.orCancelledBy(monitor::isCancelled))
                    .run();
        } catch (final CancelledException e) {
            monitor.ended("Cancelled; resume goes on from here.");
            throw e;
        } catch (final RuntimeException | Error e) {
            monitor.ended("Failed: " + e.getMessage());
            throw e;
        }
    }
}
