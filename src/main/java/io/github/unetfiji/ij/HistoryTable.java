package io.github.unetfiji.ij;

import ij.measure.ResultsTable;
import io.github.unetfiji.training.TrainingHistory;

/** The history of a training as a table. */
public final class HistoryTable {

    private HistoryTable() {}

    /** One row a validation; columns as in {@link TrainingHistory#toCsv()}. */
    public static ResultsTable of(final TrainingHistory history) {
        final ResultsTable table = new ResultsTable();
        table.setNaNEmptyCells(true);
        final int best = history.best().map(TrainingHistory.Row::iteration).orElse(0);
        for (final TrainingHistory.Row row : history.rows()) {
            table.addRow();
            table.addValue("Iteration", row.iteration());
            table.addValue("Loss", row.loss());
            table.addValue("Rate", row.rate());
            if (row.validation() != null) {
                table.addValue("Validation loss", row.validation().loss());
                table.addValue("Pixel error", row.validation().pixelError());
                for (int c = 0; c < row.validation().iou().size(); c++) {
                    table.addValue("IoU " + c, row.validation().iou().get(c));
                }
                table.addValue("Mean IoU", row.validation().meanIou());
                table.addValue("Threshold", row.validation().threshold());
                table.addValue("Best", row.iteration() == best ? 1 : 0);
            }
            table.addValue("Seconds", row.seconds());
        }
        return table;
    }
}
