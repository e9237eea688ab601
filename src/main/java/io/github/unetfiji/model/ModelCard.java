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

    /** NB: not an error, but how many slices there were. */
    private static final String SLICES = "validation_slices";

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
        if (model.provenance().get("note") instanceof String note) {
            text.append('\n').append(Legible.line(note)).append('\n');
        }
        return text.toString();
    }

    private String validation() {
        final Map<String, Object> errors = errors();
        final String measured =
                errors.isEmpty()
                        ? "No slices were held out, so nothing was measured: evaluate the model on"
                                + " images of your own before you rely on it.\n"
                        : table(errors);
        return measured
                + "\nTo evaluate the model on images with known labels: *U-Net Evaluate Model...* in"
                + " Fiji. How it was trained stands in rdf.yaml under config.unetfiji.provenance.\n";
    }

    private Map<String, Object> errors() {
        final Map<String, Object> errors = new LinkedHashMap<>();
        model.provenance().forEach((key, value) -> addValidation(errors, key, value));
        add(errors, "", HELD_OUT);
        add(errors, "tuned: ", TUNING);
        return errors;
    }

    private static void addValidation(
            final Map<String, Object> errors, final String key, final Object value) {
        if (key.startsWith(VALIDATION) && !key.equals(SLICES)) {
            errors.put(words(key.substring(VALIDATION.length())), value);
        }
    }

    private void add(final Map<String, Object> errors, final String prefix, final String key) {
        if (model.provenance().get(key) instanceof Map<?, ?> values) {
            values.forEach(
                    (name, value) -> errors.put(prefix + words(String.valueOf(name)), value));
        }
    }

    private static String words(final String key) {
        return Legible.line(key.replace('_', ' '));
    }

    private String table(final Map<String, Object> errors) {
        final StringBuilder text = new StringBuilder();
        text.append(
                String.format(
                        Locale.ROOT,
                        "On slices that it did not learn from (%s of them were held out):\n\n"
                                + "| measure | value |\n|---|---|\n",
                        model.provenance().getOrDefault(SLICES, "some")));
        errors.forEach(
                (name, value) ->
                        text.append(
                                String.format(
                                        Locale.ROOT,
                                        "| %s | %s |\n",
                                        cell(name),
                                        cell(shown(value)))));
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
