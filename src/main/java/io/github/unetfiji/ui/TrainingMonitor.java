package io.github.unetfiji.ui;

import io.github.unetfiji.training.TrainingControl;
import io.github.unetfiji.training.TrainingHistory;
import io.github.unetfiji.training.TrainingListener;
import io.github.unetfiji.training.TrainingPlan;
import io.github.unetfiji.training.ValidationView;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;

/**
 * A window in which people watch a training, and end it early:
 *
 * <pre>{@code
 * TrainingControl control = new TrainingControl();
 * TrainingMonitor monitor = TrainingMonitor.open("U-Net Train: my cells", control);
 * // the training listens to control, its Progress asks monitor.isCancelled()
 * try {
 *     Training.run(.., monitor, ..);
 * } catch (CancelledException e) {
 *     monitor.ended("Cancelled.");
 *     throw e;
 * }
 * }</pre>
 *
 * <p>Every method returns at once, whatever the window does. Thread-safe.
 */
public final class TrainingMonitor implements TrainingListener {

    private final MonitorModel model = new MonitorModel(System::nanoTime);
    private final Steering steering;

    private TrainingMonitor(final TrainingControl control) {
        steering = new Steering(control);
    }

    /**
     * Opens the window.
     *
     * @param title of the window
     * @param control is told when the user stops the training and keeps the best model
     * @throws HeadlessException if there is no display
     */
    public static TrainingMonitor open(final String title, final TrainingControl control) {
        if (GraphicsEnvironment.isHeadless()) {
            throw new HeadlessException("The training monitor needs a display.");
        }
        final TrainingMonitor monitor = new TrainingMonitor(control);
        EventQueue.invokeLater(
                () -> new MonitorFrame(title, monitor.model, monitor.steering).setVisible(true));
        return monitor;
    }

    /** Whether the user wants to end the training and to keep nothing of it. */
    public boolean isCancelled() {
        return steering.isCancelled();
    }

    /**
     * Says that the training is over, where {@link #onEnd} does not: if it failed or was cancelled.
     *
     * @param reason one sentence for people; replaces an earlier one
     */
    public void ended(final String reason) {
        model.ended(reason);
    }

    @Override
    public void onStart(final TrainingPlan plan) {
        model.onStart(plan);
    }

    @Override
    public void onWarning(final String warning) {
        model.onWarning(warning);
    }

    @Override
    public void onIteration(final int iteration, final double loss, final double rate) {
        model.onIteration(iteration, loss, rate);
    }

    @Override
    public void onRow(final TrainingHistory.Row row) {
        model.onRow(row);
    }

    @Override
    public void onPrediction(final ValidationView view) {
        model.onPrediction(view);
    }

    @Override
    public void onEnd(final String reason) {
        model.onEnd(reason);
    }
}
