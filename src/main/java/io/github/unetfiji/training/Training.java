package io.github.unetfiji.training;

import io.github.unetfiji.Progress;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.image.SliceSource;
import io.github.unetfiji.intensity.Normalization;
import io.github.unetfiji.intensity.NormalizedSlices;
import io.github.unetfiji.model.UNetModel;
import io.github.unetfiji.network.Architecture;
import io.github.unetfiji.network.Network;
import io.github.unetfiji.network.Parameters;
import io.github.unetfiji.tiling.TileGeometry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Trains a model on annotated images, from one line to the next:
 *
 * <pre>
 * Training.Result result = Training.run("my cells", images, settings, listener, progress);
 * ModelPackage.write(result.model(), Path.of("my-cells.zip"));
 * </pre>
 */
public final class Training {

    /** What a training gives: the best model and how it went. */
    public record Result(UNetModel model, TrainingHistory history) {}

    private static final int LARGEST_PLANNED_PATCH = 572;

    private Training() {}

    /**
     * Trains from the start.
     *
     * @param name of the model, for people
     * @param images at least one, of equally many channels; slices are counted through all of them
     * @param progress told after every iteration
     * @throws UNetException if the data or the settings cannot be used
     */
    public static Result run(
            final String name,
            final List<AnnotatedImage> images,
            final TrainingSettings settings,
            final TrainingListener listener,
            final Progress progress) {
        final List<SliceSource> sources = images.stream().map(AnnotatedImage::image).toList();
        checkChannels(images);
        final Annotations annotations = Annotations.toLearnFrom(images, settings.kind(), listener);
        final Set<Integer> heldOut = annotations.heldOut(settings.validation());
        final int patch = patch(settings, sources);
        final Normalization normalization =
                NormalizedSlices.fit(settings.normalization(), sources, progress);
        final TrainingData data =
                TrainingData.of(images, annotations, normalization, heldOut, settings, progress);
        final Architecture architecture = architecture(settings, sources.get(0), data);
        final Parameters initial = Parameters.initial(architecture, settings.seed());
        listener.onStart(
                new TrainingPlan(
                        name,
                        architecture,
                        annotations.classNames(),
                        patch,
                        0,
                        settings.iterations(),
                        data.training().size(),
                        data.validation().size(),
                        settings.device(),
                        settings.precision()));
        try (Network network =
                Network.forTraining(
                        architecture, initial, settings.device(), settings.precision())) {
            final Trainer.Outcome outcome =
                    new Trainer(settings, data, network, listener, progress).run(patch);
            return new Result(
                    new UNetModel(
                            name,
                            architecture,
                            outcome.parameters(),
                            normalization,
                            annotations.classNames(),
                            provenance(images, settings, patch, data, outcome)),
                    outcome.history());
        }
    }

    private static void checkChannels(final List<AnnotatedImage> images) {
        final int channels = images.get(0).image().channels();
        for (final AnnotatedImage image : images) {
            if (image.image().channels() != channels) {
                throw new UNetException(
                        String.format(
                                Locale.ROOT,
                                "The image '%s' has %d channel(s), but '%s' has %d.",
                                image.name(),
                                image.image().channels(),
                                images.get(0).name(),
                                channels));
            }
        }
    }

    /** The patch of the settings, or the largest that the slices fill, up to the paper's 572 px. */
    static int patch(final TrainingSettings settings, final List<SliceSource> images) {
        final TileGeometry geometry = new TileGeometry(settings.depth());
        if (settings.patch() != 0) {
            geometry.checkInput("Patch", settings.patch());
            return settings.patch();
        }
        final int side =
                images.stream().mapToInt(i -> Math.min(i.width(), i.height())).max().orElse(1);
        final int paper = Math.max(1, LARGEST_PLANNED_PATCH - 2 * geometry.halo());
        return geometry.inputFor(Math.min(side, paper));
    }

    private static Architecture architecture(
            final TrainingSettings settings, final SliceSource images, final TrainingData data) {
        return new Architecture(
                settings.depth(),
                settings.features(),
                images.channels(),
                data.classCount(),
                settings.dropout());
    }

    private static Map<String, Object> provenance(
            final List<AnnotatedImage> images,
            final TrainingSettings settings,
            final int patch,
            final TrainingData data,
            final Trainer.Outcome outcome) {
        final Map<String, Object> map = new LinkedHashMap<>();
        map.put("iterations", settings.iterations());
        map.put("best_iteration", outcome.iteration());
        map.put("patch", patch);
        map.put("optimizer", settings.optimizer().key());
        map.put("rate", settings.rate());
        map.put("momentum", settings.momentum());
        map.put("balance", settings.balance());
        map.put("border", settings.weightMap().border());
        map.put("sigma", settings.weightMap().sigma());
        map.put("deformation", settings.augmentation().deformation());
        map.put("rotation", settings.augmentation().rotation());
        map.put("flip", settings.augmentation().flip());
        map.put("intensity", settings.augmentation().intensity());
        map.put("kind", settings.kind().key());
        map.put("images", images.stream().map(AnnotatedImage::name).toList());
        map.put("device", settings.device().toString());
        map.put("precision", settings.precision().name().toLowerCase(Locale.ROOT));
        map.put("seed", settings.seed());
        map.put("validation", settings.validation());
        map.put("training_slices", data.training().size());
        map.put("validation_slices", data.validation().size());
        final List<TrainingHistory.Row> rows = outcome.history().rows();
        rows.stream()
                .filter(row -> row.iteration() == outcome.iteration())
                .filter(row -> row.validation() != null)
                .findFirst()
                .ifPresent(
                        row -> {
                            map.put("validation_loss", row.validation().loss());
                            map.put("validation_pixel_error", row.validation().pixelError());
                        });
        map.put("seconds", rows.isEmpty() ? 0 : rows.get(rows.size() - 1).seconds());
        return map;
    }
}
