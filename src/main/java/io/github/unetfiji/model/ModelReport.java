package io.github.unetfiji.model;

import io.github.unetfiji.intensity.IntensityScale;
import io.github.unetfiji.network.Architecture;
import io.github.unetfiji.tiling.TileGeometry;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Says what a model is and where it comes from, in lines for people. */
public final class ModelReport {

    private static final MathContext DIGITS = new MathContext(4);

    private static final String INDENT = "  ";

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
        provenance(text, "", model.provenance());
        return text.toString();
    }

    /** NB: values of several lines are tables, such as the curves: they are shown as such. */
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
                    } else if (!(value instanceof String words && words.contains("\n"))) {
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
        text.append(name).append(": ").append(readable(value)).append('\n');
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
