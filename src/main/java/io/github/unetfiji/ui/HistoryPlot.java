package io.github.unetfiji.ui;

import ij.ImagePlus;
import ij.gui.Plot;
import io.github.unetfiji.training.TrainingHistory;
import io.github.unetfiji.training.ValidationResult;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The history of a training as curves over the iterations. */
public final class HistoryPlot {

    private static final int WIDTH = 560;
    private static final int HEIGHT = 320;

    private HistoryPlot() {}

    /** Training loss, and validation loss and pixel error where slices are held out. */
    public static ImagePlus of(final String title, final TrainingHistory history) {
        final List<TrainingHistory.Row> rows = history.rows();
        final boolean validated = !rows.isEmpty() && rows.get(0).validation() != null;
        final Plot plot = new Plot(title, "Iteration", validated ? "Loss, pixel error" : "Loss");
        plot.setSize(WIDTH, HEIGHT);
        plot.setLineWidth(2);
        final double[] x = column(rows, TrainingHistory.Row::iteration);
        curve(plot, "#1f77b4", x, column(rows, TrainingHistory.Row::loss));
        final StringBuilder legend = new StringBuilder("training loss");
        if (validated) {
            curve(plot, "#d62728", x, validation(rows, ValidationResult::loss));
            curve(plot, "#2ca02c", x, validation(rows, ValidationResult::pixelError));
            legend.append("\nvalidation loss\nvalidation pixel error");
        }
        plot.setColor("black");
        plot.setLimitsToFit(true);
        final double[] limits = plot.getLimits();
        plot.setLimits(limits[0], limits[1], 0, limits[3]);
        plot.addLegend(legend.toString(), "top-right");
        return plot.getImagePlus();
    }

    private static void curve(
            final Plot plot, final String color, final double[] x, final double[] y) {
        plot.setColor(color);
        plot.add(x.length == 1 ? "circle" : "line", x, y);
    }

    private static double[] column(
            final List<TrainingHistory.Row> rows,
            final ToDoubleFunction<TrainingHistory.Row> value) {
        return rows.stream().mapToDouble(value).toArray();
    }

    private static double[] validation(
            final List<TrainingHistory.Row> rows, final ToDoubleFunction<ValidationResult> value) {
        return column(rows, row -> value.applyAsDouble(row.validation()));
    }
}
