package io.github.unetfiji.training;

import io.github.unetfiji.dataset.AnnotatedImage;
import io.github.unetfiji.dataset.AnnotatedSlice;
import io.github.unetfiji.dataset.Annotations;
import io.github.unetfiji.dataset.RegionSource;
import io.github.unetfiji.engine.EngineStart;
import io.github.unetfiji.file.YamlMap;
import io.github.unetfiji.model.ImportedModel;
import io.github.unetfiji.stack.SliceSequence;
import io.github.unetfiji.stack.SliceSource;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Describes how a model was made, by plain values that are written into it. */
final class Provenance {

    /** Settings, data and parents of the training, as a YAML text by which it is known again. */
    static final String IDENTITY = "identity";

    /** Whether there is nothing more to train. */
    static final String COMPLETE = "complete";

    private final TrainingRequest request;
    private final TrainingInput input;
    private final TrainingPlan plan;

    Provenance(final TrainingRequest request, final TrainingInput input, final TrainingPlan plan) {
        this.request = request;
        this.input = input;
        this.plan = plan;
    }

    /** The images and labels: names, sizes, and a checksum of their values. */
    static List<Object> data(final List<AnnotatedImage> images, final Annotations annotations) {
        final List<Object> data = new ArrayList<>();
        final SliceSequence slices = SliceSequence.of(images, image -> image.image().slices());
        for (int i = 0; i < images.size(); i++) {
            final AnnotatedImage image = images.get(i);
            final SliceSequence.Span range = slices.span(i);
            final Map<String, Object> map = new LinkedHashMap<>();
            map.put("name", image.name());
            map.put("width", image.image().width());
            map.put("height", image.image().height());
            map.put("slices", image.image().slices());
            map.put("channels", image.image().channels());
            final SortedMap<Integer, AnnotatedSlice> annotated =
                    annotations.slices().subMap(range.first(), range.end());
            map.put("annotated_slices", annotated.size());
            map.put("sha256", checksum(image.image(), range.first(), annotated));
            data.add(map);
        }
        return data;
    }

    /** NB: of the annotated slices; the others count only for the normalisation. */
    private static String checksum(
            final SliceSource image,
            final int first,
            final SortedMap<Integer, AnnotatedSlice> annotated) {
        final Checksum checksum = new Checksum();
        annotated.forEach(
                (index, slice) -> {
                    checksum.add(image.slice(index - first));
                    checksum.add(slice.classes().labels());
                    checksum.add(slice.cells().labels());
                });
        return checksum.hex();
    }

    /**
     * The provenance of a model.
     *
     * @param statistics of the training so far; its best parameters are the model's
     * @param ending of the training, empty if it has not ended
     */
    Map<String, Object> map(
            final TrainingStatistics statistics,
            final double seconds,
            final Optional<TrainingEnd> ending) {
        final Map<String, Object> map = new LinkedHashMap<>();
        if (!request.note().isEmpty()) {
            map.put("note", request.note());
        }
        final TrainingSettings settings = request.settings();
        map.putAll(request.method().map(settings));
        if (request.start().orElse(null) instanceof ImportedModel) {
            ProgramSettings.MEANINGLESS.forEach(setting -> map.remove(setting.key()));
        }
        if (request.images().get(0).annotations() instanceof RegionSource) {
            // NB: what the values of label images mean has no bearing on ROIs.
            map.put("kind", "rois");
        }
        if (settings.minutes() > 0) {
            map.put("minutes", settings.minutes());
        }
        map.putAll(plan.network().facts());
        map.put("patch", plan.patchFact());
        map.put("iterations_done", statistics.iteration());
        map.put("best_iteration", statistics.best().iteration());
        statistics.history().rows().stream()
                .filter(row -> row.iteration() == statistics.best().iteration())
                .filter(row -> row.validation() != null)
                .findFirst()
                .ifPresent(
                        row -> {
                            map.put("validation_loss", row.validation().loss());
                            map.put("validation_pixel_error", row.validation().pixelError());
                            map.put("validation_iou", row.validation().iou());
                            map.put("validation_mean_iou", row.validation().meanIou());
                            map.put("validation_threshold", row.validation().threshold());
                        });
        map.put("training_slices", plan.trainingSlices());
        map.put("validation_slices", plan.validationSlices());
        map.put("data", input.dataDescription());
        final TrainedNetwork origin = input.network();
        if (!origin.parents().isEmpty()) {
            map.put("parents", origin.parents());
            map.put("layers_begun_anew", List.copyOf(origin.fresh()));
        }
        map.put("device", plan.device().toString());
        map.put("seconds", seconds);
        map.put("ended", ending.map(TrainingEnd::reason).orElse("not yet"));
        map.put(COMPLETE, ending.map(TrainingEnd::complete).orElse(false));
        map.put("written", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        map.put("versions", versions());
        if (!request.macro().isEmpty()) {
            map.put("macro", request.macro());
        }
        map.put("history", statistics.history().toCsv());
        map.put(IDENTITY, YamlMap.text(input.identity()));
        return map;
    }

    private static Map<String, Object> versions() {
        final String program = Provenance.class.getPackage().getImplementationVersion();
        final Map<String, Object> versions = new LinkedHashMap<>();
        versions.put("unet", program == null ? "development" : program);
        versions.put("djl", EngineStart.djlVersion());
        versions.put("libtorch", EngineStart.version());
        versions.put("java", System.getProperty("java.version"));
        versions.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        return versions;
    }
}
