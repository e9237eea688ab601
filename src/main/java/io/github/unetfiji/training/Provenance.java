package io.github.unetfiji.training;

import ai.djl.engine.Engine;
import io.github.unetfiji.dataset.AnnotatedImage;
import io.github.unetfiji.dataset.AnnotatedSlice;
import io.github.unetfiji.dataset.Annotations;
import io.github.unetfiji.engine.EngineStart;
import io.github.unetfiji.model.YamlMap;
import io.github.unetfiji.stack.SliceSource;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Where a model comes from, as plain values that are written into it. */
final class Provenance {

    /** Settings, data and parents of the training, as a YAML text by which it is known again. */
    static final String IDENTITY = "identity";

    /** Whether there is nothing more to train. */
    static final String COMPLETE = "complete";

    private final TrainingSettings settings;
    private final Map<String, Object> identity;
    private final boolean drawn;
    private final List<Object> data;
    private final FineTuning origin;
    private final TrainingPlan plan;
    private final String macro;
    private final String note;

    /**
     * @param identity of the training
     * @param drawn whether the annotations are ROIs, not label images
     * @param data what {@link #data} gave
     * @param macro line that trains the model again, empty if unknown
     * @param note of the user, empty if there is none
     */
    Provenance(
            final TrainingSettings settings,
            final Map<String, Object> identity,
            final boolean drawn,
            final List<Object> data,
            final FineTuning origin,
            final TrainingPlan plan,
            final String macro,
            final String note) {
        this.settings = settings;
        this.identity = identity;
        this.drawn = drawn;
        this.data = data;
        this.origin = origin;
        this.plan = plan;
        this.macro = macro;
        this.note = note;
    }

    /** What the images and labels are: names, sizes, and a checksum of their values. */
    static List<Object> data(final List<AnnotatedImage> images, final Annotations annotations) {
        final List<Object> data = new ArrayList<>();
        int first = 0;
        for (final AnnotatedImage image : images) {
            final int next = first + image.image().slices();
            final Map<String, Object> map = new LinkedHashMap<>();
            map.put("name", image.name());
            map.put("width", image.image().width());
            map.put("height", image.image().height());
            map.put("slices", image.image().slices());
            map.put("channels", image.image().channels());
            final SortedMap<Integer, AnnotatedSlice> annotated =
                    annotations.slices().subMap(first, next);
            map.put("annotated_slices", annotated.size());
            map.put("sha256", checksum(image.image(), first, annotated));
            data.add(map);
            first = next;
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
     * @param course of the training so far; its best parameters are the model's
     * @param ending of the training, empty if it has not ended
     */
    Map<String, Object> map(
            final TrainingState.Course course,
            final double seconds,
            final Optional<Trainer.Ending> ending) {
        final Map<String, Object> map = new LinkedHashMap<>();
        if (!note.isEmpty()) {
            map.put("note", note);
        }
        map.putAll(settings.learned());
        if (drawn) {
            // NB: what the values of label images mean has no bearing on ROIs.
            map.put("kind", "rois");
        }
        if (settings.minutes() > 0) {
            map.put("minutes", settings.minutes());
        }
        map.put("features", plan.architecture().features());
        map.put("depth", plan.architecture().depth());
        map.put("patch", plan.patch());
        map.put("iterations_done", course.iteration());
        map.put("best_iteration", course.best().iteration());
        course.history().rows().stream()
                .filter(row -> row.iteration() == course.best().iteration())
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
        map.put("data", data);
        if (!origin.parents().isEmpty()) {
            map.put("parents", origin.parents());
            map.put("layers_begun_anew", List.copyOf(origin.fresh()));
        }
        map.put("device", plan.device().toString());
        map.put("seconds", seconds);
        map.put("ended", ending.map(Trainer.Ending::reason).orElse("not yet"));
        map.put(COMPLETE, ending.map(Trainer.Ending::complete).orElse(false));
        map.put("written", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        map.put("versions", versions());
        if (!macro.isEmpty()) {
            map.put("macro", macro);
        }
        map.put("history", course.history().toCsv());
        map.put(IDENTITY, YamlMap.text(identity));
        return map;
    }

    private static Map<String, Object> versions() {
        final String program = Provenance.class.getPackage().getImplementationVersion();
        final Map<String, Object> versions = new LinkedHashMap<>();
        versions.put("unet", program == null ? "development" : program);
        versions.put("djl", Engine.getDjlVersion());
        versions.put("libtorch", EngineStart.version());
        versions.put("java", System.getProperty("java.version"));
        versions.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        return versions;
    }
}
