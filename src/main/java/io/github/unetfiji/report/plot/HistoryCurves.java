package io.github.unetfiji.report.plot;

import io.github.unetfiji.training.TrainingHistory;
import io.github.unetfiji.training.ValidationResult;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * The numbers of a training that curves are drawn of.
 *
 * @param history its lines so far
 * @param classes names of the classes, background first; empty if they are not known
 * @param validated whether slices are held out
 * @param trace running mean of the training loss
 */
public record HistoryCurves(
        TrainingHistory history, List<String> classes, boolean validated, LossTrace.Points trace) {

    /** More points than this need no marks. */
    private static final int MOST_MARKS = 60;

    public HistoryCurves {
        classes = List.copyOf(classes);
    }

    /** Curves of the lines alone. */
    public static HistoryCurves of(final TrainingHistory history, final List<String> classes) {
        final boolean validated = history.rows().stream().anyMatch(row -> row.validation() != null);
        return new HistoryCurves(history, classes, validated, LossTrace.Points.NONE);
    }

    private int classCount() {
        return history.rows().stream()
                .filter(row -> row.validation() != null)
                .mapToInt(row -> row.validation().iou().size())
                .max()
                .orElse(classes.size());
    }

    private String className(final int index) {
        return index < classes.size() ? classes.get(index) : "class " + index;
    }

    /** The last iteration that is shown. */
    int lastIteration() {
        final List<TrainingHistory.Row> rows = history.rows();
        final int row = rows.isEmpty() ? 0 : rows.get(rows.size() - 1).iteration();
        return (int) Math.max(row, trace.last());
    }

    List<PlottedCurve> losses() {
        final PlottedCurve faint =
                new PlottedCurve(
                        "running mean",
                        Palette.TRAINING_FAINT,
                        1,
                        PlottedCurve.Style.LINE,
                        trace.iterations(),
                        trace.losses());
        final PlottedCurve training =
                curve("training loss", Palette.TRAINING, TrainingHistory.Row::loss);
        final PlottedCurve validation =
                curve("validation loss", Palette.VALIDATION, validated(ValidationResult::loss));
        return Stream.of(faint, training, validation).filter(HistoryCurves::hasNumbers).toList();
    }

    private PlottedCurve kept() {
        final List<TrainingHistory.Row> kept = history.best().stream().toList();
        return new PlottedCurve(
                "best",
                Color.BLACK,
                2,
                PlottedCurve.Style.RINGS,
                kept.stream().mapToDouble(TrainingHistory.Row::iteration).toArray(),
                kept.stream().mapToDouble(row -> row.validation().meanIou()).toArray());
    }

    /** IoU of every class, the mean IoU at its best threshold with the best of it, and the pixel error. */
    List<PlottedCurve> qualities() {
        final List<PlottedCurve> curves = new ArrayList<>();
        for (int c = 0; c < classCount(); c++) {
            final int index = c;
            curves.add(
                    curve(
                            "IoU " + className(c),
                            Palette.ofClass(c),
                            validated(result -> result.iou().get(index))));
        }
        curves.add(curve("mean IoU", Palette.MEAN_IOU, validated(ValidationResult::meanIou)));
        curves.add(
                curve("pixel error", Palette.PIXEL_ERROR, validated(ValidationResult::pixelError)));
        curves.add(kept());
        return curves.stream().filter(HistoryCurves::hasNumbers).toList();
    }

    /** @param unit the rate that counts as one */
    PlottedCurve rate(final double unit) {
        return curve("learning rate", Palette.RATE, row -> row.rate() / unit);
    }

    /** The power of ten of the largest rate. */
    int rateExponent() {
        final double largest =
                history.rows().stream().mapToDouble(TrainingHistory.Row::rate).max().orElse(1);
        return largest > 0 ? (int) Math.floor(Math.log10(largest) + 1e-9) : 0;
    }

    private static ToDoubleFunction<TrainingHistory.Row> validated(
            final ToDoubleFunction<ValidationResult> value) {
        return row -> row.validation() == null ? Double.NaN : value.applyAsDouble(row.validation());
    }

    private PlottedCurve curve(
            final String label,
            final Color color,
            final ToDoubleFunction<TrainingHistory.Row> value) {
        final List<TrainingHistory.Row> rows = history.rows();
        return new PlottedCurve(
                label,
                color,
                2,
                rows.size() <= MOST_MARKS
                        ? PlottedCurve.Style.LINE_AND_DOTS
                        : PlottedCurve.Style.LINE,
                rows.stream().mapToDouble(TrainingHistory.Row::iteration).toArray(),
                rows.stream().mapToDouble(value).toArray());
    }

    private static boolean hasNumbers(final PlottedCurve curve) {
        return Arrays.stream(curve.y()).anyMatch(Double::isFinite);
    }
}
