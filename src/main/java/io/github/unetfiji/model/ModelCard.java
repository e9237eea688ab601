package io.github.unetfiji.model;

import io.github.unetfiji.Legible;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The text for people in a package, {@code README.md}: what the model is, whose, and what it reached on slices that it did not learn from. */
final class ModelCard {

    private static final String HELD_OUT = "held_out_errors";
    private static final String TUNING = "tuning";
    private static final String VALIDATION = "validation_";

    private static final String AT = "_at";

    /** NB: not an error, but how many slices there were. */
    private static final String SLICES = "validation_slices";

    private static final int MOST_IMAGES = 50;

    private final UNetModel model;

    ModelCard(final UNetModel model) {
        this.model = model;
    }

    /** The text, in Markdown. */
    String text() {
        return "# "
                + Legible.line(model.name())
                + "\n\n"
                + summary()
                + "\n# Use\n\n"
                + use()
                + "\n# Origin\n\n"
                + origin()
                + "\n# Validation\n\n"
                + validation();
    }

    private String summary() {
        return String.format(
                Locale.ROOT,
                "A U-Net of depth %d with %d features at full resolution, trained with U-Net for"
                        + " Fiji. It takes images of %d channel(s) and gives the probabilities of:"
                        + " %s.\n",
                model.architecture().depth(),
                model.architecture().features(),
                model.architecture().channels(),
                String.join(", ", model.classes()));
    }

    private String use() {
        final ForeignTiles tiles = ForeignTiles.of(model.architecture());
        final String size =
                model.pixelSize()
                        .map(pixel -> "It was trained with pixels of " + pixel + ".\n")
                        .orElse("");
        return String.format(
                Locale.ROOT,
                "In Fiji: *Plugins > U-Net > U-Net Segment...* In other programs of the BioImage.IO"
                        + " family this file is a model package. There, sides of images and tiles are"
                        + " multiples of %d px, at least %d px; with a halo of %d px tiles do not"
                        + " show.\n%s",
                tiles.step(),
                tiles.smallestSide(),
                tiles.halo(),
                size);
    }

    private String origin() {
        final Publication publication = model.publication();
        final StringBuilder text = new StringBuilder();
        if (!publication.authors().isEmpty()) {
            text.append("Authors: ")
                    .append(
                            publication.authors().stream()
                                    .map(Author::name)
                                    .collect(Collectors.joining(", ")))
                    .append(".\n\n");
        }
        text.append("Licence: ").append(publication.license()).append(".\n");
        images(text);
        if (model.provenance().get("note") instanceof String note) {
            text.append('\n').append(Legible.line(note)).append('\n');
        }
        return text.toString();
    }

    private void images(final StringBuilder text) {
        if (model.provenance().get("data") instanceof List<?> data) {
            text.append("\nTrained on:\n\n");
            data.stream()
                    .filter(Map.class::isInstance)
                    .map(image -> (Map<?, ?>) image)
                    .limit(MOST_IMAGES)
                    .forEach(image -> text.append(line(image)));
            if (data.size() > MOST_IMAGES) {
                text.append("- and ").append(data.size() - MOST_IMAGES).append(" more\n");
            }
        }
    }

    private static String line(final Map<?, ?> image) {
        return String.format(
                Locale.ROOT,
                "- %s: %s slices of %s x %s px, %s annotated\n",
                Legible.echo(String.valueOf(image.get("name"))),
                image.get("slices"),
                image.get("width"),
                image.get("height"),
                image.get("annotated_slices"));
    }

    private String validation() {
        return heldOut()
                + tuned()
                + "\nTo evaluate the model on images with known labels: *U-Net Evaluate Model...* in"
                + " Fiji. How it was trained stands in rdf.yaml under config.unetfiji.provenance.\n";
    }

    private String heldOut() {
        final Map<String, Object> validation = new LinkedHashMap<>();
        model.provenance()
                .forEach(
                        (key, value) -> {
                            if (key.startsWith(VALIDATION) && !key.equals(SLICES)) {
                                validation.put(key.substring(VALIDATION.length()), value);
                            }
                        });
        final Map<String, String> errors = new LinkedHashMap<>();
        add(errors, validation);
        add(errors, map(HELD_OUT));
        return errors.isEmpty()
                ? "No slices were held out when it was trained, so no errors were measured then:"
                        + " evaluate it on images of your own before you rely on it.\n"
                : "Measured on annotated slices that were held out from learning ("
                        + model.provenance().getOrDefault(SLICES, "some")
                        + "):\n\n"
                        + table(errors);
    }

    /** NB: which slices a model is tuned to, the user says: perhaps some that it learned from. */
    private String tuned() {
        final Map<Object, Object> tuning = new LinkedHashMap<>(map(TUNING));
        if (tuning.isEmpty()) {
            return "";
        }
        final Object slices = tuning.remove("slices");
        final Object images = tuning.remove("images");
        final Map<String, String> reached = new LinkedHashMap<>();
        add(reached, tuning);
        return "\nThresholds and the division of objects were tuned to "
                + slices
                + " slice(s)"
                + (images == null ? " that were held out" : " of " + cell(shown(images)))
                + ". On these the model reaches:\n\n"
                + table(reached);
    }

    private Map<?, ?> map(final String key) {
        return model.provenance().get(key) instanceof Map<?, ?> map ? map : Map.of();
    }

    /** NB: {@code rand_error_at} is the threshold at which {@code rand_error} was reached. */
    private static void add(final Map<String, String> errors, final Map<?, ?> values) {
        values.forEach(
                (key, value) -> {
                    final String name = String.valueOf(key);
                    final Object at = values.get(name + AT);
                    if (!name.endsWith(AT)) {
                        errors.put(
                                name.replace('_', ' '),
                                shown(value) + (at == null ? "" : " at threshold " + shown(at)));
                    }
                });
    }

    private static String table(final Map<String, String> errors) {
        final StringBuilder text = new StringBuilder("| measure | value |\n|---|---|\n");
        errors.forEach(
                (name, value) ->
                        text.append("| ")
                                .append(cell(name))
                                .append(" | ")
                                .append(cell(value))
                                .append(" |\n"));
        return text.toString();
    }

    private static String shown(final Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(ModelCard::shown).collect(Collectors.joining(", "));
        }
        return value instanceof Double number && Double.isFinite(number)
                ? String.valueOf(Math.round(number * 1e6) / 1e6)
                : String.valueOf(value);
    }

    private static String cell(final String text) {
        return Legible.line(text).replace("|", "\\|");
    }
}
