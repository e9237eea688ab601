package io.github.unetfiji.training;

import java.util.List;

/** Passes everything on to several listeners, one after the other. */
public final class TrainingListeners implements TrainingListener {

    private final List<TrainingListener> all;

    /** Passes everything on to these, in their order. */
    public TrainingListeners(final TrainingListener... all) {
        this.all = List.of(all);
    }

    @Override
    public void onStart(final TrainingPlan plan) {
        all.forEach(each -> each.onStart(plan));
    }

    @Override
    public void onNote(final String note) {
        all.forEach(each -> each.onNote(note));
    }

    @Override
    public void onWarning(final String warning) {
        all.forEach(each -> each.onWarning(warning));
    }

    @Override
    public void onIteration(final int iteration, final double loss, final double rate) {
        all.forEach(each -> each.onIteration(iteration, loss, rate));
    }

    @Override
    public void onRow(final TrainingHistory.Row row) {
        all.forEach(each -> each.onRow(row));
    }

    @Override
    public void onPrediction(final ValidationView view) {
        all.forEach(each -> each.onPrediction(view));
    }

    @Override
    public void onEnd(final String reason) {
        all.forEach(each -> each.onEnd(reason));
    }
}
