package io.github.unetfiji.ui;

import io.github.unetfiji.report.plot.HistoryCurves;
import io.github.unetfiji.report.plot.LossTrace;
import io.github.unetfiji.training.TrainingHistory;
import io.github.unetfiji.training.TrainingListener;
import io.github.unetfiji.training.TrainingPlan;
import io.github.unetfiji.training.ValidationView;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Collects the events of a training for its monitor. The training writes here and goes on; the window asks for the {@link #state()} a
 * few times a second, so that no event ever waits for a window. Thread-safe.
 */
final class MonitorModel implements TrainingListener {

    private static final int TRACE = 1000;
    private static final int MOST_WARNINGS = 100;

    private final LossTrace trace = new LossTrace(TRACE);
    private final List<TrainingHistory.Row> rows = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final SpeedMeter speed;
    private TrainingPlan plan;
    private ValidationView view;
    private String end;
    private int iteration;
    private long changes;

    MonitorModel(final LongSupplier nanoTime) {
        speed = new SpeedMeter(nanoTime);
    }

    @Override
    public synchronized void onStart(final TrainingPlan newPlan) {
        changes++;
        plan = newPlan;
        iteration = Math.max(iteration, newPlan.done());
        speed.pause();
    }

    /** Keeps a warning; one that was there before comes last. */
    @Override
    public synchronized void onWarning(final String warning) {
        changes++;
        warnings.remove(warning);
        warnings.add(warning);
        if (warnings.size() > MOST_WARNINGS) {
            warnings.remove(0);
        }
    }

    @Override
    public synchronized void onIteration(
            final int newIteration, final double loss, final double rate) {
        changes++;
        iteration = newIteration;
        trace.add(newIteration, loss);
        speed.iteration();
    }

    /** Adds a line; a training that starts anew replaces those that it had. */
    @Override
    public synchronized void onRow(final TrainingHistory.Row row) {
        changes++;
        rows.removeIf(old -> old.iteration() >= row.iteration());
        rows.add(row);
        if (row.iteration() == iteration && row.validation() != null) {
            speed.validation();
        } else {
            speed.pause();
        }
    }

    @Override
    public synchronized void onPrediction(final ValidationView newView) {
        changes++;
        view = newView;
        speed.validation();
    }

    @Override
    public void onEnd(final String reason) {
        ended(reason);
    }

    /** The training is over, whatever the reason; a later reason replaces an earlier one. */
    synchronized void ended(final String reason) {
        changes++;
        end = reason;
        speed.end();
    }

    /** The numbers of this moment. */
    synchronized MonitorState state() {
        final HistoryCurves curves =
                new HistoryCurves(
                        new TrainingHistory(rows),
                        plan == null ? List.of() : plan.classes(),
                        plan != null && plan.validationSlices() > 0,
                        trace.points());
        return new MonitorState(
                plan,
                iteration,
                speed.perIteration(),
                speed.elapsed(),
                plan == null ? Double.NaN : speed.left(plan.iterations() - iteration),
                curves,
                warnings,
                view,
                changes,
                end);
    }
}
