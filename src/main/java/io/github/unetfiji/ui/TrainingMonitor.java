package io.github.unetfiji.ui;

import io.github.unetfiji.training.TrainingControl;
import io.github.unetfiji.training.TrainingHistory;
import io.github.unetfiji.training.TrainingListener;
import io.github.unetfiji.training.TrainingPlan;
import io.github.unetfiji.training.ValidationView;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;
import javax.swing.Timer;

/**
 * A window that shows a training while it runs, and lets the user end it early:
 *
 * <pre>{@code
 * TrainingControl control = new TrainingControl();
 * TrainingMonitor monitor = TrainingMonitor.open("U-Net Train: my cells", control);
 * // the training listens to control, its Progress asks monitor.isCancelled()
 * try {
 *     training.optListener(monitor).optControl(control).optProgress(Progress.NONE.orCancelledBy(monitor::isCancelled)).run();
 * } catch (CancelledException e) {
 *     monitor.ended("Cancelled.");
 *     throw e;
 * }
 * }</pre>
 *
 * <p>The window opens when the training begins, or when its preparation takes longer than a moment; one that is refused at
 * once leaves none. Every method returns at once, whatever the window does. Thread-safe.
 */
public final class TrainingMonitor implements TrainingListener {

    /** Milliseconds. */
    private static final int A_MOMENT = 1500;

    private final MonitorModel model = new MonitorModel(System::nanoTime);
    private final EndRequest request;
    private final String title;

    /** NB: known to the thread of the windows only. */
    private MonitorFrame frame;

    private TrainingMonitor(final String title, final TrainingControl control) {
        this.title = title;
        request = new EndRequest(control);
    }

    /**
     * Watches a training that is about to begin.
     *
     * @param title of the window
     * @param control is told when the user stops the training and keeps the best model
     * @throws HeadlessException if there is no display
     */
    public static TrainingMonitor open(final String title, final TrainingControl control) {
        if (GraphicsEnvironment.isHeadless()) {
            throw new HeadlessException("The training monitor needs a display.");
        }
        final TrainingMonitor monitor = new TrainingMonitor(title, control);
        final Timer moment = new Timer(A_MOMENT, event -> monitor.show());
        moment.setRepeats(false);
        moment.start();
        return monitor;
    }

    private void show() {
        if (frame == null && !model.state().isEnded()) {
            frame = new MonitorFrame(title, model, request);
            frame.setVisible(true);
        }
    }

    /** NB: the message of a failure says all that a window without a training could. */
    private void closeIfNothingBegan() {
        if (frame != null && model.state().plan() == null) {
            frame.dispose();
        }
    }

    /** Whether the user wants to end the training now, unfinished. */
    public boolean isCancelled() {
        return request.isCancelled();
    }

    /**
     * Says that the training is over, where {@link #onEnd} does not: if it failed or was cancelled. If it did not even begin, the
     * window closes.
     *
     * @param reason one sentence for people; replaces an earlier one
     */
    public void ended(final String reason) {
        model.ended(reason);
        EventQueue.invokeLater(this::closeIfNothingBegan);
    }

    @Override
    public void onStart(final TrainingPlan plan) {
        model.onStart(plan);
        EventQueue.invokeLater(this::show);
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
