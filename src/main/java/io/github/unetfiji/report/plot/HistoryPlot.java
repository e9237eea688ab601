package io.github.unetfiji.report.plot;

import ij.ImagePlus;
import ij.process.ColorProcessor;
import io.github.unetfiji.ij.ImageContent;
import io.github.unetfiji.training.TrainingHistory;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The history of a training as curves over the iterations, one plot above the other: the losses;
 * IoU and pixel error, where slices are held out; the learning rate.
 */
public final class HistoryPlot {

    private static final int WIDTH = 640;

    /** Of a picture that holds but a sentence, px. */
    private static final int WORDS_HEIGHT = 80;

    private static final int WORDS_SIZE = 14;
    private static final int HEIGHT = 600;
    private static final int HEIGHT_WITHOUT_VALIDATION = 420;

    /** Points that the lowest plot needs for the numbers and the label of the axis. */
    private static final int AXIS = 36;

    /** Points a side; a smaller picture gets smaller letters. */
    private static final int SMALLEST = 440;

    /** Parts of the height for losses, qualities and rate. */
    private static final double[] PARTS = {0.42, 0.36, 0.22};

    private HistoryPlot() {}

    /** A colour picture of the curves; classes have their numbers. */
    public static ImagePlus of(final String title, final TrainingHistory history) {
        return of(title, history, List.of());
    }

    /** What a history without a point tells instead of curves. */
    public static final String NO_CURVES =
            "The training ended before the first point of its curves, so there are none.";

    /**
     * A colour picture of the curves; of a history without a point, a sentence.
     *
     * @param classes names of the classes, background first
     */
    public static ImagePlus of(
            final String title, final TrainingHistory history, final List<String> classes) {
        final BufferedImage picture =
                history.rows().isEmpty() ? words() : figure(HistoryCurves.of(history, classes), 1);
        return ImageContent.ILLUSTRATION.mark(new ImagePlus(title, new ColorProcessor(picture)));
    }

    private static BufferedImage words() {
        final BufferedImage picture =
                new BufferedImage(WIDTH, WORDS_HEIGHT, BufferedImage.TYPE_INT_RGB);
        final Graphics2D graphics = picture.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, WIDTH, WORDS_HEIGHT);
        graphics.setColor(Color.DARK_GRAY);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, WORDS_SIZE));
        graphics.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        final int length = graphics.getFontMetrics().stringWidth(NO_CURVES);
        graphics.drawString(NO_CURVES, (WIDTH - length) / 2, WORDS_HEIGHT / 2);
        graphics.dispose();
        return picture;
    }

    /**
     * A picture for a page.
     *
     * @param scale pixels a point
     */
    public static BufferedImage figure(final HistoryCurves curves, final double scale) {
        final int height = curves.validated() ? HEIGHT : HEIGHT_WITHOUT_VALIDATION;
        return draw(curves, (int) (WIDTH * scale), (int) (height * scale), scale);
    }

    /**
     * A picture of a given size.
     *
     * @param width in px
     * @param height in px
     * @param scale pixels a point
     */
    public static BufferedImage draw(
            final HistoryCurves curves, final int width, final int height, final double scale) {
        final BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        final Graphics2D graphics = picture.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        final double room = Math.min((double) width / SMALLEST, (double) height / SMALLEST);
        stack(graphics, plots(curves), width, height, Math.min(scale, room));
        graphics.dispose();
        return picture;
    }

    private static void stack(
            final Graphics2D graphics,
            final List<CurvePlot> plots,
            final int width,
            final int height,
            final double scale) {
        final double axis = AXIS * scale;
        double top = 0;
        for (int i = 0; i < plots.size(); i++) {
            final boolean last = i == plots.size() - 1;
            final double bottom = last ? height : top + (height - axis) * part(plots.size(), i);
            plots.get(i)
                    .draw(
                            graphics,
                            new Rectangle(0, (int) top, width, (int) bottom - (int) top),
                            scale);
            top = bottom;
        }
    }

    private static double part(final int plots, final int index) {
        return plots == PARTS.length ? PARTS[index] : PARTS[0] / (PARTS[0] + PARTS[2]);
    }

    /** NB: the first losses can be so large that they would hide all the rest. */
    private static double[] withoutPeaks(final PlottedCurve curve) {
        final double[] sorted =
                Arrays.stream(curve.y()).filter(Double::isFinite).sorted().toArray();
        return Arrays.copyOf(sorted, sorted.length - sorted.length / 50);
    }

    private static List<CurvePlot> plots(final HistoryCurves curves) {
        final int last = curves.lastIteration();
        final List<CurvePlot> plots = new ArrayList<>();
        final List<PlottedCurve> losses = curves.losses();
        plots.add(
                new CurvePlot(
                        "Loss",
                        losses,
                        AxisRange.of(losses.stream().map(HistoryPlot::withoutPeaks).toList()),
                        last,
                        false));
        if (curves.validated()) {
            plots.add(
                    new CurvePlot(
                            "IoU, pixel error", curves.qualities(), AxisRange.UNIT, last, false));
        }
        plots.add(rate(curves, last));
        return plots;
    }

    /** NB: in units of a power of ten, for ImageJ would write 0.0002 where there is little room. */
    private static CurvePlot rate(final HistoryCurves curves, final int last) {
        final PlottedCurve rate = curves.rate(1);
        final AxisRange range = AxisRange.of(List.of(rate.y()));
        final int exponent = curves.rateExponent();
        if (range.log() || exponent == 0) {
            return new CurvePlot("Rate", List.of(rate), range, last, true);
        }
        final PlottedCurve inUnits = curves.rate(Math.pow(10, exponent));
        return new CurvePlot(
                "Rate / 10^^" + exponent + "^^",
                List.of(inUnits),
                AxisRange.of(List.of(inUnits.y())).withInterval(1),
                last,
                true);
    }
}
