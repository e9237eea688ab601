package io.github.unetfiji.report;

import ij.WindowManager;
import ij.measure.ResultsTable;
import io.github.unetfiji.file.Csv;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The scores of predictions as a table, which grows from one evaluation to the next. */
public final class ScoreTable {

    private ScoreTable() {}

    /**
     * The rows, at the end of the open table that has the same columns, or else in a new one.
     *
     * @param rows at least one, all with the same columns
     */
    public static ResultsTable with(final List<ScoreRow> rows) {
        final List<String> headings = new ArrayList<>(List.of("Prediction", "Slice"));
        headings.addAll(rows.get(0).numbers().keySet());
        final ResultsTable table = open(headings).orElseGet(ResultsTable::new);
        table.setNaNEmptyCells(true);
        for (final ScoreRow row : rows) {
            table.addRow();
            table.addValue("Prediction", Csv.words(row.prediction()));
            table.addValue("Slice", row.slice());
            row.numbers().forEach(table::addValue);
        }
        return table;
    }

    private static Optional<ResultsTable> open(final List<String> headings) {
        return Stream.concat(
                        Stream.of(ResultsTable.getResultsTable()),
                        Arrays.stream(WindowManager.getNonImageTitles())
                                .map(ResultsTable::getResultsTable))
                .filter(table -> table != null && table.size() > 0)
                .filter(table -> Arrays.asList(table.getHeadings()).equals(headings))
                .findFirst();
    }

    /**
     * The numbers of one slice, or of slices together.
     *
     * @param prediction what was evaluated
     * @param slice its number, or what stands for several
     * @param numbers by the headings of their columns, in their order; NaN where there is none
     */
    public record ScoreRow(String prediction, String slice, Map<String, Double> numbers) {

        public ScoreRow {
            numbers = new LinkedHashMap<>(numbers);
        }
    }
}
