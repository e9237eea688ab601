package io.github.unetfiji.model;

import io.github.unetfiji.intensity.IntensityScale;
import io.github.unetfiji.network.Architecture;
import io.github.unetfiji.tiling.TileGeometry;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Says what a model is, in lines for people. */
public final class ModelReport {

    private static final MathContext DIGITS = new MathContext(4);

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
        model.provenance().forEach((key, value) -> line(text, key.replace('_', ' '), value));
        return text.toString();
    }

    private static void line(final StringBuilder text, final String name, final Object value) {
        text.append(name).append(": ").append(readable(value)).append('\n');
    }

    private static Object readable(final Object value) {
        return value instanceof Double && Double.isFinite((Double) value)
                ? BigDecimal.valueOf((Double) value)
                        .round(DIGITS)
                        .stripTrailingZeros()
                        .toPlainString()
                : value;
    }
}
