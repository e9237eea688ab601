package io.github.unetfiji.model;

import io.github.unetfiji.Legible;
import io.github.unetfiji.network.Architecture;
import io.github.unetfiji.stack.IntensityScale;
import io.github.unetfiji.tiling.TileGeometry;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Describes a model and its origin in lines for people. Facts that the reader of the file checked come first; the claims of
 * the model about itself follow under a heading that says so.
 */
public final class ModelReport {

    private static final MathContext DIGITS = new MathContext(4);

    private static final String INDENT = "  ";

    private static final String MACRO = "macro";
    private static final String HISTORY = "history";
    private static final String IDENTITY = "identity";

    /** Characters of a value. NB: the macro line, with all keys and long paths, is to be copied whole. */
    private static final int LONGEST_VALUE = 8000;

    private static final int MOST_LINES = 2000;

    private ModelReport() {}

    /** The report: one fact a line, {@code name: value}. */
    public static String of(final UNetModel model) {
        final Architecture a = model.architecture();
        final TileGeometry tiles = a.tileGeometry();
        final StringBuilder text = new StringBuilder();
        line(text, "model", model.name());
        line(text, "depth", a.depth());
        line(text, "features", a.features());
        line(text, "parameters", String.format(Locale.ROOT, "%,d", a.parameterCount()));
        line(text, "dropout", a.dropout());
        line(text, "channels", a.channels());
        line(text, "classes", String.join(", ", model.classes()));
        model.pixelSize().ifPresent(size -> line(text, "pixel size", size));
        line(text, "normalization", model.normalization().mode().key());
        for (final IntensityScale scale : model.normalization().fixed()) {
            line(text, "intensity scale", "(value - " + scale.offset() + ") * " + scale.factor());
        }
        line(
                text,
                "tile sizes",
                String.format(
                        Locale.ROOT,
                        "%s px from %d, halo %d px",
                        tiles.inputRule(),
                        tiles.smallestInput(),
                        tiles.halo()));
        model.postprocessing().ifPresent(tuned -> line(text, "tuned to", tuned));
        if (!model.provenance().isEmpty()) {
            text.append("what the model says of itself:\n");
            text.append(ownWords(model.provenance()));
        }
        return text.toString();
    }

    /**
     * NB: the history is a table, which is shown as curves; the macro line stands where it is found; the identity repeats
     * settings and data for comparisons by the program.
     */
    private static String ownWords(final Map<String, Object> provenance) {
        final Map<String, Object> facts = new LinkedHashMap<>(provenance);
        final Object macro = facts.remove(MACRO);
        facts.remove(HISTORY);
        facts.remove(IDENTITY);
        final StringBuilder text = new StringBuilder();
        provenance(text, INDENT, facts);
        final StringBuilder shown = new StringBuilder();
        text.toString().lines().limit(MOST_LINES).forEach(line -> shown.append(line).append('\n'));
        final long more = text.toString().lines().count() - MOST_LINES;
        if (more > 0) {
            shown.append(String.format(Locale.ROOT, "%s.. and %,d more lines\n", INDENT, more));
        }
        if (macro != null) {
            line(shown, "The model says that it was trained with", macro);
        }
        return shown.toString();
    }

    private static void provenance(
            final StringBuilder text, final String indent, final Map<?, ?> map) {
        map.forEach(
                (key, value) -> {
                    final String name = indent + String.valueOf(key).replace('_', ' ');
                    if (value instanceof Map<?, ?> inner) {
                        text.append(name).append(":\n");
                        provenance(text, indent + INDENT, inner);
                    } else if (isListOfMaps(value)) {
                        text.append(name).append(":\n");
                        maps(text, indent + INDENT, (List<?>) value);
                    } else {
                        line(text, name, value);
                    }
                });
    }

    private static boolean isListOfMaps(final Object value) {
        return value instanceof List<?> list
                && !list.isEmpty()
                && list.stream().allMatch(Map.class::isInstance);
    }

    private static void maps(final StringBuilder text, final String indent, final List<?> maps) {
        for (final Object item : maps) {
            final StringBuilder block = new StringBuilder();
            provenance(block, indent + INDENT, (Map<?, ?>) item);
            text.append(indent).append("- ").append(block.toString().strip()).append('\n');
        }
    }

    private static void line(final StringBuilder text, final String name, final Object value) {
        text.append(name)
                .append(": ")
                .append(Legible.shortened(String.valueOf(readable(value)), LONGEST_VALUE))
                .append('\n');
    }

    private static Object readable(final Object value) {
        if (value instanceof List<?> list) {
            return list.stream()
                    .map(item -> String.valueOf(readable(item)))
                    .collect(Collectors.joining(", "));
        }
        return value instanceof Double && Double.isFinite((Double) value)
                ? BigDecimal.valueOf((Double) value)
                        .round(DIGITS)
                        .stripTrailingZeros()
                        .toPlainString()
                : value;
    }
}
