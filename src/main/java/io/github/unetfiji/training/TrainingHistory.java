package io.github.unetfiji.training;

import io.github.unetfiji.UNetException;
import java.util.ArrayList;
import java.util.List;

/**
 * What was measured while training.
 *
 * @param rows in the order of the iterations
 */
public record TrainingHistory(List<Row> rows) {

    /** Column of the validation loss in the table. */
    private static final int LOSS = 3;

    /**
     * One line of the history.
     *
     * @param iteration the last iteration of the line
     * @param loss mean training loss since the line before
     * @param rate learning rate of the last iteration
     * @param validation what the held-out slices gave, or null if none are held out
     * @param seconds since the training began
     */
    public record Row(
            int iteration, double loss, double rate, ValidationResult validation, double seconds) {}

    public TrainingHistory {
        rows = List.copyOf(rows);
    }

    /** Comma-separated table with a header line. */
    public String toCsv() {
        final StringBuilder csv =
                new StringBuilder("iteration,loss,rate,validation_loss,pixel_error");
        final int classes =
                rows.isEmpty() || rows.get(0).validation() == null
                        ? 0
                        : rows.get(0).validation().iou().size();
        for (int c = 0; c < classes; c++) {
            csv.append(",iou_").append(c);
        }
        csv.append(",seconds\n");
        for (final Row row : rows) {
            csv.append(row.iteration())
                    .append(',')
                    .append(row.loss())
                    .append(',')
                    .append(row.rate());
            for (final double value : validation(row)) {
                csv.append(',');
                if (!Double.isNaN(value)) {
                    csv.append(value);
                }
            }
            csv.append(',').append(row.seconds()).append('\n');
        }
        return csv.toString();
    }

    /**
     * Reads the table that {@link #toCsv()} writes.
     *
     * @throws UNetException if it is none
     */
    public static TrainingHistory parse(final String csv) {
        try {
            return new TrainingHistory(csv.lines().skip(1).map(TrainingHistory::row).toList());
        } catch (final NumberFormatException | IndexOutOfBoundsException e) {
            throw new UNetException("The history is no table of a training.", e);
        }
    }

    private static Row row(final String line) {
        final String[] cells = line.split(",", -1);
        final int last = cells.length - 1;
        ValidationResult validation = null;
        if (!cells[LOSS].isEmpty()) {
            final List<Double> iou = new ArrayList<>();
            for (int i = LOSS + 2; i < last; i++) {
                iou.add(cells[i].isEmpty() ? Double.NaN : Double.parseDouble(cells[i]));
            }
            validation =
                    new ValidationResult(
                            Double.parseDouble(cells[LOSS]),
                            Double.parseDouble(cells[LOSS + 1]),
                            iou);
        }
        return new Row(
                Integer.parseInt(cells[0]),
                Double.parseDouble(cells[1]),
                Double.parseDouble(cells[2]),
                validation,
                Double.parseDouble(cells[last]));
    }

    private static List<Double> validation(final Row row) {
        final List<Double> values = new ArrayList<>();
        if (row.validation() == null) {
            return List.of(Double.NaN, Double.NaN);
        }
        values.add(row.validation().loss());
        values.add(row.validation().pixelError());
        values.addAll(row.validation().iou());
        return values;
    }
}
