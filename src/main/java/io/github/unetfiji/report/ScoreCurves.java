package io.github.unetfiji.report;

import ij.gui.Plot;
import io.github.unetfiji.evaluate.ChallengeScores;
import io.github.unetfiji.evaluate.ThresholdCurve;
import io.github.unetfiji.evaluate.ThresholdCurve.Score;
import java.awt.Color;
import java.awt.Font;
import java.util.Arrays;
import java.util.List;

/**
 * Plots the errors of an evaluation over the threshold, in one plot of ImageJ: pixel error, Rand error
 * (1 - F, pairs of different pixels), warping error, 1 - V_Rand and 1 - V_Info; those that were
 * asked for. The best of each stands in the legend above and is marked in black. The axes show what there are data for.
 *
 * <p>The vertical axis is logarithmic, for a good warping error is a hundred times smaller than the
 * others: every error can be read from the axis, and none is multiplied. An error of 0 has no place on
 * such an axis; the curve has a gap there, and the legend says 0. The warping error ends at the last
 * threshold at which it may be least: beyond, a prediction may be empty and its error 0.
 *
 * <p>Colours (Okabe and Ito 2008, and gray) differ for every kind of colour vision, marks without
 * colour.
 */
public final class ScoreCurves {

    private static final int WIDTH = 620;
    private static final int HEIGHT = 400;
    private static final int LETTERS = 14;
    private static final int LINE = 2;

    /** Columns of the legend, which stands above the frame. */
    private static final int COLUMNS = 2;

    /** A line of the legend, px. */
    private static final int LEGEND_LINE = 19;

    /** Below the frame, in the room that ImageJ adds there as above, px. */
    private static final double CAPTION = 68;

    /** How far the frame goes beyond the data: a factor of errors, a part of all thresholds. */
    private static final double ROOM = 1.15;

    private static final double MARGIN = 0.02;

    private static final int FLAGS =
            Plot.X_GRID
                    | Plot.Y_GRID
                    | Plot.X_TICKS
                    | Plot.Y_TICKS
                    | Plot.Y_LOG_TICKS
                    | Plot.X_NUMBERS
                    | Plot.Y_NUMBERS
                    | Plot.Y_MINOR_TICKS;

    private static final Style[] STYLES = {
        new Style(new Color(0x0072b2), Plot.CIRCLE, "\u25cf"),
        new Style(new Color(0xd55e00), Plot.BOX, "\u25a0"),
        new Style(new Color(0x009e73), Plot.TRIANGLE, "\u25b2"),
        new Style(new Color(0xcc79a7), Plot.DIAMOND, "\u25c6"),
        new Style(new Color(0x666666), Plot.X, "\u2715"),
    };

    private ScoreCurves() {}

    /**
     * An error over the thresholds. Arrays are not copied.
     *
     * @param thresholds ascending
     * @param errors as many
     * @param best the least of them; NaN if none is a number
     */
    record Line(String name, double[] thresholds, double[] errors, Score best) {

        /** The lines of the measures that were asked for. */
        static List<Line> of(final ChallengeScores scores) {
            return Measure.of(scores).stream().map(measure -> of(measure, scores)).toList();
        }

        private static Line of(final Measure measure, final ChallengeScores scores) {
            final List<ThresholdCurve.Point<Double>> points = measure.errors(scores).points();
            return new Line(
                    measure.errorLabel(),
                    points.stream().mapToDouble(ThresholdCurve.Point::threshold).toArray(),
                    points.stream().mapToDouble(ThresholdCurve.Point::value).toArray(),
                    measure.error(scores));
        }
    }

    /** How a curve is drawn; the mark is one of {@link Plot}'s, the sign the same as a letter. */
    private record Style(Color color, int mark, String sign) {}

    /**
     * Draws the curves; without any metric the frame is empty.
     *
     * @param stack errors of a stack, or of one slice
     * @param title of the plot's window
     */
    public static Plot of(final ChallengeScores stack, final String title) {
        final List<Line> curves = Line.of(stack);
        final Plot plot = new Plot(title, "Threshold of the probability", "Error", FLAGS);
        final Font font = new Font(Font.SANS_SERIF, Font.PLAIN, LETTERS);
        plot.setFont(font);
        plot.setXLabelFont(font);
        plot.setYLabelFont(font);
        plot.setAntialiasedText(true);
        final int lines = (curves.size() + COLUMNS - 1) / COLUMNS;
        plot.setOptions("addvspace=" + LEGEND_LINE * lines);
        plot.setFrameSize(WIDTH, HEIGHT);
        limit(plot, curves);
        for (int i = 0; i < curves.size(); i++) {
            add(plot, curves.get(i), STYLES[i % STYLES.length]);
        }
        legend(plot, curves);
        // NB: one that was never drawn has one pixel, and so has its picture of high resolution.
        plot.draw();
        return plot;
    }

    /** NB: from the least to the largest of the data, for what is beyond says nothing. */
    private static void limit(final Plot plot, final List<Line> curves) {
        final double[] thresholds =
                curves.stream()
                        .flatMapToDouble(curve -> Arrays.stream(curve.thresholds()))
                        .toArray();
        final double first = Arrays.stream(thresholds).min().orElse(0);
        final double last = Arrays.stream(thresholds).max().orElse(1);
        final double margin = last > first ? MARGIN * (last - first) : MARGIN;
        final double[] errors =
                curves.stream()
                        .flatMapToDouble(curve -> Arrays.stream(curve.errors()))
                        .filter(error -> error > 0)
                        .toArray();
        if (errors.length == 0) {
            plot.setLimits(first - margin, last + margin, 0, 1);
            return;
        }
        plot.setAxisYLog(true);
        plot.setLimits(
                first - margin,
                last + margin,
                Arrays.stream(errors).min().getAsDouble() / ROOM,
                Arrays.stream(errors).max().getAsDouble() * ROOM);
    }

    private static void add(final Plot plot, final Line curve, final Style style) {
        final double[] shown = curve.errors().clone();
        for (int i = 0; i < shown.length; i++) {
            shown[i] = shown[i] > 0 ? shown[i] : Double.NaN;
        }
        plot.setLineWidth(LINE);
        plot.setColor(style.color, style.color);
        plot.addPoints(curve.thresholds(), shown, Plot.LINE);
        plot.addPoints(curve.thresholds(), shown, style.mark);
        if (curve.best().value() > 0) {
            plot.setColor(Color.BLACK, Color.BLACK);
            plot.addPoints(
                    new double[] {curve.best().threshold()},
                    new double[] {curve.best().value()},
                    style.mark);
        }
    }

    /** The least error and where it is. */
    private static String entry(final Line curve) {
        return curve.name()
                + ", best "
                + Numbers.error(curve.best().value())
                + " at "
                + Numbers.threshold(curve.best().threshold());
    }

    /** NB: above the frame, where it hides nothing and needs no room on the axis. */
    private static void legend(final Plot plot, final List<Line> curves) {
        final int lines = (curves.size() + COLUMNS - 1) / COLUMNS;
        for (int i = 0; i < curves.size(); i++) {
            final Style style = STYLES[i % STYLES.length];
            final int above = lines - i / COLUMNS;
            plot.setColor(style.color);
            plot.addLabel(
                    (double) (i % COLUMNS) / COLUMNS,
                    -(above * LEGEND_LINE - LEGEND_LINE + LETTERS / 2.0) / HEIGHT,
                    style.sign + "  " + entry(curves.get(i)));
        }
        plot.setColor(Color.BLACK);
        plot.setLineWidth(1);
        if (!curves.isEmpty()) {
            plot.addLabel(
                    0, 1 + CAPTION / HEIGHT, "Black: the threshold at which an error is least.");
        }
    }
}
