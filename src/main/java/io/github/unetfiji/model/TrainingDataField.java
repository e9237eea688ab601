package io.github.unetfiji.model;

import io.github.unetfiji.Legible;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The field {@code training_data} of a description: a data set of the images that the provenance lists, by name and size. Where to get
 * them, this program does not know.
 */
final class TrainingDataField {

    private static final int LONGEST_DESCRIPTION = 500;

    private TrainingDataField() {}

    /** The data set; empty if the provenance does not list any image. */
    static Optional<Map<String, Object>> of(final UNetModel model) {
        if (!(model.provenance().get("data") instanceof List<?> data)) {
            return Optional.empty();
        }
        final String images =
                data.stream()
                        .filter(Map.class::isInstance)
                        .map(image -> words((Map<?, ?>) image))
                        .collect(Collectors.joining("; "));
        return images.isEmpty() ? Optional.empty() : Optional.of(dataset(model, images));
    }

    private static String words(final Map<?, ?> image) {
        return String.format(
                Locale.ROOT,
                "%s: %s slices of %s x %s px, %s annotated",
                Legible.echo(String.valueOf(image.get("name"))),
                image.get("slices"),
                image.get("width"),
                image.get("height"),
                image.get("annotated_slices"));
    }

    private static Map<String, Object> dataset(final UNetModel model, final String images) {
        final Map<String, Object> dataset = new LinkedHashMap<>();
        dataset.put("format_version", "0.3.0");
        dataset.put("type", "dataset");
        dataset.put("name", PackageNames.name("Training data of " + model.name()));
        dataset.put("description", Legible.shortened(images, LONGEST_DESCRIPTION));
        return dataset;
    }
}
