package io.github.unetfiji.model;

import io.github.unetfiji.network.Architecture;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The field {@code config.bioimageio} of a description: what the zoo shows of a model's network and training. */
final class ZooConfig {

    /** Where the zoo has the kinds of microscopes among its tags. */
    private static final String MODALITY = ".*-microscopy|high-content-imaging|whole-slide-imaging";

    private static final double SECONDS_IN_HOUR = 3600;

    /** NB: a tolerance above a hundredth of the largest probability would prove nothing. */
    private static final double TOLERANCE = 1e-3;

    private final UNetModel model;

    ZooConfig(final UNetModel model) {
        this.model = model;
    }

    Map<String, Object> map() {
        final Architecture a = model.architecture();
        final Map<String, Object> map = new LinkedHashMap<>();
        map.put("reproducibility_tolerance", List.of(tolerance()));
        map.put("architecture_type", "U-Net");
        map.put(
                "architecture_description",
                String.format(
                        Locale.ROOT,
                        "U-Net of depth %d with %d features at full resolution, unpadded 3x3"
                                + " convolutions, as in Ronneberger et al. 2015; the program pads"
                                + " the image by mirroring.",
                        a.depth(),
                        a.features()));
        model.publication().tags().stream()
                .filter(tag -> tag.matches(MODALITY))
                .findFirst()
                .ifPresent(tag -> map.put("modality", tag.replace('-', ' ')));
        map.put("target_structure", model.classes().subList(1, model.classes().size()));
        map.put("task", "semantic segmentation");
        map.put("model_parameter_count", a.parameterCount());
        map.put("training", training());
        return map;
    }

    private Map<String, Object> tolerance() {
        final Map<String, Object> tolerance = new LinkedHashMap<>();
        tolerance.put("relative_tolerance", TOLERANCE);
        tolerance.put("absolute_tolerance", Math.min(TOLERANCE, 0.005 / model.classes().size()));
        return tolerance;
    }

    private Map<String, Object> training() {
        final Map<String, Object> training = new LinkedHashMap<>();
        training.put("training_batch_size", 1);
        text("optimizer").ifPresent(value -> training.put("optimizer", value));
        text("schedule").ifPresent(value -> training.put("learning_rate_schedule", value));
        number("rate").ifPresent(value -> training.put("initial_learning_rate", value));
        number("seconds")
                .ifPresent(value -> training.put("training_duration", value / SECONDS_IN_HOUR));
        training.put("loss_function", text("loss").orElse("weighted cross entropy"));
        return training;
    }

    private Optional<String> text(final String key) {
        return model.provenance().get(key) instanceof String text
                ? Optional.of(text)
                : Optional.empty();
    }

    private Optional<Double> number(final String key) {
        return model.provenance().get(key) instanceof Number number
                        && Double.isFinite(number.doubleValue())
                ? Optional.of(number.doubleValue())
                : Optional.empty();
    }
}
