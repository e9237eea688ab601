package io.github.unetfiji.report.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import io.github.unetfiji.training.TrainingHistory;
import io.github.unetfiji.ui.SyntheticTraining;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryPlotTest {

    private static final int TRAINING = 0x1f77b4;
    private static final int VALIDATION = 0xd62728;
    private static final int CELL = 0xff9f1c;

    private static TrainingHistory history(final boolean validated, final int lines) {
        final SyntheticTraining training = new SyntheticTraining(1000, validated);
        final List<TrainingHistory.Row> rows = new ArrayList<>();
        for (int i = 1; i <= lines; i++) {
            rows.add(training.row(1000 / lines * i, training.loss(1000 / lines * i), 3e-4));
        }
        return new TrainingHistory(rows);
    }

    private static int count(final BufferedImage picture, final int color) {
        int count = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                count += (picture.getRGB(x, y) & 0xffffff) == color ? 1 : 0;
            }
        }
        return count;
    }

    @Test
    void showsLossesQualitiesAndRate() {
        final ImagePlus plot = HistoryPlot.of("h", history(true, 20));
        assertEquals("h", plot.getTitle());
        assertEquals(640, plot.getWidth());
        assertEquals(600, plot.getHeight());
        assertTrue(count(plot.getBufferedImage(), TRAINING) > 300);
        assertTrue(count(plot.getBufferedImage(), VALIDATION) > 300);
        assertTrue(count(plot.getBufferedImage(), CELL) > 300);
    }

    @Test
    void tellsInWordsThatThereIsNoPoint() {
        final ImagePlus plot = HistoryPlot.of("h", history(true, 0), List.of("background", "cell"));
        assertEquals(640, plot.getWidth());
        assertEquals(80, plot.getHeight());
        assertTrue(count(plot.getBufferedImage(), 0xffffff) > 640 * 70, "it is white");
        assertTrue(count(plot.getBufferedImage(), 0xffffff) < 640 * 80 - 300, "it has letters");
    }

    @Test
    void showsLossAndRateAloneWhereNothingIsHeldOut() {
        final ImagePlus plot = HistoryPlot.of("h", history(false, 20));
        assertEquals(420, plot.getHeight());
        assertTrue(count(plot.getBufferedImage(), TRAINING) > 300);
        assertEquals(0, count(plot.getBufferedImage(), VALIDATION));
        assertEquals(0, count(plot.getBufferedImage(), CELL));
    }

    @Test
    void canBeDrawnOfNothingAndOfOneLineInAnySize() {
        for (final int lines : new int[] {0, 1}) {
            final BufferedImage picture =
                    HistoryPlot.draw(
                            HistoryCurves.of(history(true, lines), List.of("background", "cell")),
                            37,
                            1200,
                            1.5);
            assertEquals(37, picture.getWidth());
            assertEquals(1200, picture.getHeight());
        }
        assertTrue(
                count(HistoryPlot.of("h", history(true, 1)).getBufferedImage(), VALIDATION) > 10);
    }

    @Test
    void anAxisBeginsAtZeroOrIsLogarithmic() {
        assertEquals(
                new AxisRange(0, 1.08, false, Double.NaN),
                AxisRange.of(List.of(new double[] {1, Double.NaN}, new double[] {0.02})));
        assertEquals(
                new AxisRange(0.001, 15, true, Double.NaN),
                AxisRange.of(List.of(new double[] {0.0015, 10})));
        assertEquals(
                new AxisRange(0, 1, false, Double.NaN),
                AxisRange.of(List.of(new double[] {0, -1})));
    }

    @Test
    void curvesHaveTheNamesOfTheClasses() {
        final TrainingHistory history = history(true, 3);
        assertEquals(
                List.of("IoU background", "IoU cell", "mean IoU", "pixel error", "best"),
                labels(HistoryCurves.of(history, List.of("background", "cell")).qualities()));
        assertEquals(
                List.of("IoU class 0", "IoU class 1", "mean IoU", "pixel error", "best"),
                labels(HistoryCurves.of(history, List.of()).qualities()));
        assertEquals(
                List.of("training loss", "validation loss"),
                labels(HistoryCurves.of(history, List.of()).losses()));
        assertEquals(-4, HistoryCurves.of(history, List.of()).rateExponent());
    }

    private static List<String> labels(final List<PlottedCurve> curves) {
        return curves.stream().map(PlottedCurve::label).toList();
    }
}
