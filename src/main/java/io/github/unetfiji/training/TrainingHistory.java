package io.github.unetfiji.training;

import io.github.unetfiji.UNetException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The losses of a training, and the results of its validations.
 *
 * @param rows in the order of the iterations
 */
public record TrainingHistory(List<Row> rows) {

    private static final String IOU = "iou_";
    private static final String MEAN_IOU = "mean_iou";

    /**
     * One line of the history.
     *
     * @param iteration the last iteration of the line
     * @param loss mean training loss since the line before
     * @param rate learning rate of the last iteration
     * @param validation scores of the held-out slices, or null if none are held out
     * @param seconds since the training began
     */
    public record Row(
            int iteration, double loss, double rate, ValidationResult validation, double seconds) {}

    public TrainingHistory {
        rows = List.copyOf(rows);
    }

    /**
     * The line whose parameters are the model: the best validated one ({@link ValidationResult#meanIou}), of equal ones the
     * first.
     *
     * @return empty if none is validated
     */
    public Optional<Row> best() {
        Row best = null;
        for (final Row row : rows) {
            if (row.validation() != null
                    && (best == null
                            || row.validation().isBetterThan(best.validation().meanIou()))) {
                best = row;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Comma-separated table with a header line; {@code best} is 1 in the line of {@link #best()}. */
    public String toCsv() {
        final int classes =
                rows.isEmpty() || rows.get(0).validation() == null
                        ? 0
                        : rows.get(0).validation().iou().size();
        final List<String> header =
                new ArrayList<>(
                        List.of("iteration", "loss", "rate", "validation_loss", "pixel_error"));
        for (int c = 0; c < classes; c++) {
            header.add(IOU + c);
        }
        header.addAll(List.of(MEAN_IOU, "threshold", "best", "seconds"));
        final StringBuilder csv = new StringBuilder(String.join(",", header)).append('\n');
        final int best = best().map(Row::iteration).orElse(0);
        for (final Row row : rows) {
            final List<String> cells =
                    new ArrayList<>(
                            List.of("" + row.iteration(), "" + row.loss(), "" + row.rate()));
            cells.addAll(cells(row.validation(), classes));
            cells.add(row.iteration() == best ? "1" : "");
            cells.add("" + row.seconds());
            csv.append(String.join(",", cells)).append('\n');
        }
        return csv.toString();
    }

    /** Empty where there is no number. */
    private static List<String> cells(final ValidationResult result, final int classes) {
        if (result == null) {
            return Collections.nCopies(classes + 4, "");
        }
        final List<Double> values = new ArrayList<>(List.of(result.loss(), result.pixelError()));
        values.addAll(result.iou());
        values.addAll(List.of(result.meanIou(), result.threshold()));
        return values.stream().map(value -> value.isNaN() ? "" : value.toString()).toList();
    }

    /**
     * Reads the table that {@link #toCsv()} writes, or one of the first version, which has no mean IoU: there the IoU of the most
     * probable class stands for it.
     *
     * @throws UNetException if it is none
     */
    public static TrainingHistory parse(final String csv) {
        final List<String> header = List.of(csv.lines().findFirst().orElse("").split(","));
        try {
            return new TrainingHistory(
                    csv.lines().skip(1).map(line -> row(header, line.split(",", -1))).toList());
        } catch (final NumberFormatException | IndexOutOfBoundsException e) {
            throw new UNetException("The history is no table of a training.", e);
        }
    }

    private static Row row(final List<String> header, final String[] cells) {
        return new Row(
                Integer.parseInt(cells[header.indexOf("iteration")]),
                number(header, cells, "loss"),
                number(header, cells, "rate"),
                cells[header.indexOf("validation_loss")].isEmpty()
                        ? null
                        : validation(header, cells),
                number(header, cells, "seconds"));
    }

    private static ValidationResult validation(final List<String> header, final String[] cells) {
        final List<Double> iou =
                header.stream()
                        .filter(name -> name.startsWith(IOU))
                        .map(name -> number(header, cells, name))
                        .toList();
        final double loss = number(header, cells, "validation_loss");
        final double error = number(header, cells, "pixel_error");
        return header.contains(MEAN_IOU)
                ? new ValidationResult(
                        loss,
                        error,
                        iou,
                        number(header, cells, MEAN_IOU),
                        number(header, cells, "threshold"))
                : new ValidationResult(loss, error, iou);
    }

    private static double number(
            final List<String> header, final String[] cells, final String name) {
        final String cell = cells[header.indexOf(name)];
        return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
    }
}
