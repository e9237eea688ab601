package io.github.unetfiji.ui;

import ij.ImagePlus;
import io.github.unetfiji.Progress;
import io.github.unetfiji.bioimageio.PackageDescription;
import io.github.unetfiji.model.CachedModel;
import io.github.unetfiji.model.ForeignDescription;
import io.github.unetfiji.network.Architecture;
import io.github.unetfiji.training.Training;
import io.github.unetfiji.training.TrainingEstimate;
import io.github.unetfiji.training.TrainingSettings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The forecast in the dialog of a training: memory, disk space and time. Times a few iterations of each network once. Not thread-safe. */
public final class TrainingForecast {

    /** Ends the work when the dialog closes. */
    private static final Progress UNTIL_CLOSED =
            Progress.NONE.orCancelledBy(() -> Thread.currentThread().isInterrupted());

    private final Map<List<Object>, OptionalDouble> seconds = new HashMap<>();
    private final CachedModel lookedUp = new CachedModel();

    /**
     * Memory, disk and time of a training.
     *
     * @param example an image like those to learn from, if it is known
     * @param start model file to go on from
     */
    public String of(
            final TrainingSettings settings,
            final Optional<ImagePlus> example,
            final Optional<Path> start) {
        final Optional<PackageDescription> foreign = start.flatMap(ForeignDescription::read);
        if (foreign.isPresent()) {
            return String.format(
                    Locale.ROOT,
                    "Goes on from '%s', the package of another program. What it needs is told when the"
                            + " training begins.",
                    foreign.get().name());
        }
        final Architecture architecture =
                architecture(settings, example.map(ImagePlus::getNChannels).orElse(1), start);
        return of(
                settings,
                architecture,
                Training.patch(
                        settings,
                        architecture.depth(),
                        example.map(ImagePlus::getWidth).orElse(Integer.MAX_VALUE),
                        example.map(ImagePlus::getHeight).orElse(Integer.MAX_VALUE)));
    }

    private Architecture architecture(
            final TrainingSettings settings, final int channels, final Optional<Path> start) {
        if (start.isEmpty()) {
            return new Architecture(
                    settings.depth(), settings.features(), channels, 2, settings.dropout());
        }
        final Architecture parent = lookedUp.at(start.get().toFile()).architecture();
        return new Architecture(parent.depth(), parent.features(), channels, 2, parent.dropout());
    }

    private String of(
            final TrainingSettings settings, final Architecture architecture, final int patch) {
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
