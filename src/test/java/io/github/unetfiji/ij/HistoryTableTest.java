package io.github.unetfiji.ij;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.measure.ResultsTable;
import io.github.unetfiji.training.TrainingHistory;
import io.github.unetfiji.training.ValidationResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryTableTest {

    @Test
    void iterationsAreWholeNumbersWhateverThePrecision() {
        final ResultsTable table =
                HistoryTable.of(
                        new TrainingHistory(
                                List.of(
                                        new TrainingHistory.Row(
                                                5,
                                                1.23456789,
                                                0.0003,
                                                new ValidationResult(
                                                        0.5,
                                                        0.25,
                                                        List.of(Double.NaN, 0.75),
                                                        0.8,
                                                        0.4),
                                                2.5))));
        assertEquals(
                "Iteration\tLoss\tRate\tValidation loss\tPixel error\tIoU 0\tIoU 1\tMean IoU\tThreshold\tBest\tSeconds",
                table.getColumnHeadings().trim());
        table.setPrecision(5);
        assertEquals(
                "5\t1.23457\t0.00030\t0.50000\t0.25000\tNaN\t0.75000\t0.80000\t0.40000\t1\t2.50000",
                table.getRowAsString(0));
        table.setPrecision(3);
        assertEquals(
                "5\t1.235\t3.000E-4\t0.500\t0.250\tNaN\t0.750\t0.800\t0.400\t1\t2.500",
                table.getRowAsString(0));
    }
}
