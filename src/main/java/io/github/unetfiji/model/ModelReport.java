package io.github.unetfiji.model;

import io.github.unetfiji.network.Architecture;
import io.github.unetfiji.stack.IntensityScale;
import io.github.unetfiji.tiling.TileGeometry;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Describes a model and its origin in lines for people. Facts that the reader of the file checked come first; the claims of
 * the model about itself follow under a heading that says so.
 */
public final class ModelReport {

    private static final String INDENT = "  ";

    private static final String MACRO = "macro";
    private static final String HISTORY = "history";
    private static final String IDENTITY = "identity";

    private static final int MOST_LINES = 2000;

    private ModelReport() {}

    /** The report: one fact a line, {@code name: value}. */
    public static String of(final UNetModel model) {
        final Architecture a = model.architecture();
        final TileGeometry tiles = a.tileGeometry();
        final ReportLines lines = new ReportLines();
        lines.add("model", model.name());
        lines.add("depth", a.depth());
        lines.add("features", a.features());
        lines.add("parameters", String.format(Locale.ROOT, "%,d", a.parameterCount()));
        lines.add("dropout", a.dropout());
        lines.add("channels", a.channels());
        lines.add("classes", String.join(", ", model.classes()));
        model.pixelSize().ifPresent(size -> lines.add("pixel size", size));
        lines.add("normalization", model.normalization().mode().key());
        for (final IntensityScale scale : model.normalization().fixed()) {
            lines.add("intensity scale", "(value - " + scale.offset() + ") * " + scale.factor());
        }
        lines.add(
                "tile sizes",
                String.format(
                        Locale.ROOT,
                        "%s px from %d, halo %d px",
                        tiles.inputRule(),
                        tiles.smallestInput(),
                        tiles.halo()));
        model.postprocessing().ifPresent(tuned -> lines.add("tuned to", tuned));
        if (!model.provenance().isEmpty()) {
            lines.heading("what the model says of itself");
            return lines.text() + ownWords(model.provenance());
        }
        return lines.text();
    }

    /**
     * NB: the history is a table, which is shown as curves; the macro line stands where it is found; the identity repeats
     * settings and data for comparisons by the program.
     */
    static String ownWords(final Map<String, Object> provenance) {
        final Map<String, Object> facts = new LinkedHashMap<>(provenance);
        final Object macro = facts.remove(MACRO);
        facts.remove(HISTORY);
        facts.remove(IDENTITY);
        final ReportLines all = new ReportLines();
        all.map(INDENT, facts);
        final StringBuilder shown = new StringBuilder();
        all.text().lines().limit(MOST_LINES).forEach(line -> shown.append(line).append('\n'));
        final long more = all.text().lines().count() - MOST_LINES;
        if (more > 0) {
            shown.append(String.format(Locale.ROOT, "%s.. and %,d more lines\n", INDENT, more));
        }
        if (macro != null) {
            final ReportLines last = new ReportLines();
            last.add("The model says that it was trained with", macro);
            shown.append(last.text());
        }
        return shown.toString();
    }
}
