package io.github.unetfiji.bioimageio;

import io.github.unetfiji.bioimageio.TensorAxis.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the axes of a tensor in format 0.5: a list of maps. */
final class AxisFields05 {

    static final int MOST_CHANNELS = 4096;

    /** NB: letters of 0.4 that writers still use for ids. */
    private static final Map<String, String> IDS =
            Map.of("b", "batch", "t", "time", "i", "index", "c", "channel");

    private static final List<String> TYPES = List.of("batch", "channel", "index", "time", "space");

    private final boolean output;

    private AxisFields05(final boolean output) {
        this.output = output;
    }

    /**
     * Reads an axis.
     *
     * @param output whether its tensor is an output
     */
    static TensorAxis read(final Field axis, final boolean output) {
        return new AxisFields05(output).axis(axis);
    }

    /** The id that a field has. */
    static String id(final Field id) {
        return IDS.getOrDefault(id.line(), id.line());
    }

    private TensorAxis axis(final Field axis) {
        return switch (axis.at("type").word(TYPES)) {
            case "batch" -> batch(axis);
            case "channel" -> channel(axis);
            case "index" -> sized(axis, Kind.INDEX, "index");
            case "time" -> sized(axis, Kind.TIME, "time");
            default -> space(axis);
        };
    }

    private TensorAxis batch(final Field axis) {
        final Optional<Field> size = axis.given("size");
        if (size.isPresent() && !Integer.valueOf(1).equals(size.get().value().get())) {
            throw size.get().wrong("1, or missing");
        }
        return new TensorAxis(
                Kind.BATCH,
                idOf(axis, "batch"),
                size.isPresent() ? new AxisSize.Fixed(1) : new AxisSize.Stepped(1, 1),
                List.of(),
                0,
                1,
                Optional.empty());
    }

    private TensorAxis channel(final Field axis) {
        final List<String> names = names(axis);
        return new TensorAxis(
                Kind.CHANNEL,
                idOf(axis, "channel"),
                new AxisSize.Fixed(names.size()),
                names,
                0,
                1,
                Optional.empty());
    }

    private static List<String> names(final Field axis) {
        final Field names = axis.at("channel_names");
        if (names.isText()) {
            return numbered(names, axis.at("size").whole(1, MOST_CHANNELS));
        }
        final List<Field> items = names.items();
        if (items.isEmpty() || items.size() > MOST_CHANNELS) {
            throw names.failure(
                    "has " + items.size() + " items, but must have from 1 to " + MOST_CHANNELS);
        }
        return items.stream().map(Field::line).toList();
    }

    /** NB: a template of older 0.5 packages, {@code channel{i}}, counted from 1. */
    private static List<String> numbered(final Field template, final int count) {
        if (!template.text().contains("{i}")) {
            throw template.wrong("a list of names, or a text with {i}");
        }
        final List<String> names = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            names.add(template.line().replace("{i}", String.format(Locale.ROOT, "%d", i)));
        }
        return names;
    }

    private TensorAxis space(final Field axis) {
        final Field id = axis.at("id");
        final String name = id.isPresent() ? id.word(List.of("x", "y", "z")) : "x";
        return sized(axis, Kind.valueOf(name.toUpperCase(Locale.ROOT)), name);
    }

    private TensorAxis sized(final Field axis, final Kind kind, final String defaultId) {
        final Field size = axis.at("size");
        axis.given("concatenable").ifPresent(Field::truth);
        return new TensorAxis(
                kind,
                idOf(axis, defaultId),
                output ? SizeField.ofOutput(size) : SizeField.ofInput(size),
                List.of(),
                halo(axis),
                axis.given("scale").map(AxisFields05::scale).orElse(1.0),
                axis.given("unit").map(Field::line));
    }

    private static double scale(final Field scale) {
        return scale.number("a number above 0", 1e-12, 1e12);
    }

    private int halo(final Field axis) {
        final Optional<Field> halo = axis.given("halo");
        if (halo.isPresent() && !output) {
            throw halo.get().failure("stands at an input, but only outputs have a halo");
        }
        return halo.map(px -> px.whole(0, SizeField.LONGEST)).orElse(0);
    }

    private static String idOf(final Field axis, final String otherwise) {
        return axis.given("id").map(AxisFields05::id).orElse(otherwise);
    }
}
