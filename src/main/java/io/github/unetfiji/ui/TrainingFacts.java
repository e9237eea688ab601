package io.github.unetfiji.ui;

import io.github.unetfiji.network.Precision;
import io.github.unetfiji.text.Durations;
import io.github.unetfiji.training.TrainingHistory;
import io.github.unetfiji.training.TrainingPlan;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The facts about a training that its monitor lists: progress, speed, time, network, device, memory. */
final class TrainingFacts {

    private TrainingFacts() {}

    /**
     * Names and values, in the order in which they are shown; always the same names.
     *
     * @param memory see {@link MemoryUse#words()}
     */
    static Map<String, String> of(final MonitorState state, final String memory) {
        final TrainingPlan plan = state.plan();
        final Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Iteration", plan == null ? "" : iteration(state.iteration(), plan));
        facts.put("Speed", speed(state.secondsPerIteration()));
        facts.put("Time", time(state));
        facts.put("Best so far", plan == null ? "" : best(state));
        facts.put("Network", plan == null ? "" : network(plan));
        facts.put(
                "Patch",
                plan == null ? "" : plan.patch().width() + " x " + plan.patch().height() + " px");
        facts.put("Slices", plan == null ? "" : slices(plan));
        facts.put("Device", plan == null ? "" : device(plan));
        facts.put("Memory", memory);
        return facts;
    }

    private static String iteration(final int iteration, final TrainingPlan plan) {
        return String.format(
                Locale.ROOT,
                "%,d of %,d (%d %%)",
                iteration,
                plan.iterations(),
                100L * iteration / Math.max(1, plan.iterations()));
    }

    private static String speed(final double seconds) {
        return Double.isNaN(seconds) ? "" : Durations.precise(seconds) + " per iteration";
    }

    private static String time(final MonitorState state) {
        final String soFar = Durations.words(state.secondsSoFar());
        if (state.isEnded()) {
            return soFar;
        }
        return Double.isNaN(state.secondsLeft())
                ? soFar + " so far"
                : soFar + " so far, about " + Durations.about(state.secondsLeft()) + " left";
    }

    private static String best(final MonitorState state) {
        if (state.plan().validationSlices() == 0) {
            return "not known: no slices are held out";
        }
        final Optional<TrainingHistory.Row> best = state.curves().history().best();
        return best.map(
                        row ->
                                String.format(
                                        Locale.ROOT,
                                        "%s, iteration %,d",
                                        row.validation().meanIouWords(),
                                        row.iteration()))
                .orElse("no validation yet");
    }

    private static String network(final TrainingPlan plan) {
        return plan.network().summary();
    }

    private static String slices(final TrainingPlan plan) {
        return String.format(
                Locale.ROOT,
                "%d to learn from, %d held out",
                plan.trainingSlices(),
                plan.validationSlices());
    }

    private static String device(final TrainingPlan plan) {
        final String precision = plan.precision() == Precision.FLOAT32 ? "32-bit" : "16-bit";
        return plan.device().words() + ", " + precision + " numbers";
    }
}
