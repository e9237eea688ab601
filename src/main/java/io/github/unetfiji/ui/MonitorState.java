package io.github.unetfiji.ui;

import io.github.unetfiji.report.plot.HistoryCurves;
import io.github.unetfiji.training.TrainingPlan;
import io.github.unetfiji.training.ValidationView;
import java.util.List;

/**
 * A snapshot of a training for its monitor.
 *
 * @param plan null before the training starts
 * @param iteration the last one, 0 before the first
 * @param secondsPerIteration NaN before the first
 * @param secondsSoFar since the monitor was opened
 * @param secondsLeft NaN where it cannot be told
 * @param warnings the oldest first
 * @param view the network's prediction for a held-out slice, or null before the first
 * @param changes how often something changed, to see whether it has to be drawn again
 * @param end why the training ended, or null while it goes on
 */
record MonitorState(
        TrainingPlan plan,
        int iteration,
        double secondsPerIteration,
        double secondsSoFar,
        double secondsLeft,
        HistoryCurves curves,
        List<String> warnings,
        ValidationView view,
        long changes,
        String end) {

    MonitorState {
        warnings = List.copyOf(warnings);
    }

    boolean isEnded() {
        return end != null;
    }
}
