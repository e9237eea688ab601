package io.github.unetfiji.command;

import io.github.unetfiji.Progress;
import io.github.unetfiji.network.Architecture;
import io.github.unetfiji.training.TrainingEstimate;
import io.github.unetfiji.training.TrainingSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Tells in the dialog what a training will need; tries each network once. Not thread-safe. */
final class TrainingForecast {

    /** Ends the work when the dialog closes. */
    private static final Progress UNTIL_CLOSED =
            Progress.NONE.orCancelledBy(() -> Thread.currentThread().isInterrupted());

    private final Map<List<Object>, OptionalDouble> seconds = new HashMap<>();

    /**
     * Memory and time of a training.
     *
     * @param patch valid input side in px
     */
    String of(final TrainingSettings settings, final Architecture architecture, final int patch) {
        final TrainingEstimate estimate = TrainingEstimate.of(architecture, patch, settings);
        final Optional<String> warning = estimate.warning();
        if (warning.isPresent()) {
            return warning.get();
        }
        final List<Object> network =
                List.of(
                        architecture,
                        patch,
                        settings.device(),
                        settings.precision(),
                        settings.optimizer());
        if (!seconds.containsKey(network)) {
            seconds.put(
                    network, TrainingEstimate.probe(architecture, patch, settings, UNTIL_CLOSED));
        }
        final OptionalDouble each = seconds.get(network);
        return (each.isPresent() ? estimate.withSeconds(each.getAsDouble()) : estimate).sentence()
                + " Patches of "
                + patch
                + " px.";
    }
}
