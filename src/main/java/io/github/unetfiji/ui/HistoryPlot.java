package io.github.unetfiji.ui;

import ij.ImagePlus;
import ij.process.ColorProcessor;
import io.github.unetfiji.training.TrainingHistory;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * The history of a training as curves over the iterations, one plot above the other: the losses;
 * IoU and pixel error, where slices are held out; the learning rate.
 */
public final class HistoryPlot {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 600;
    private static final int HEIGHT_WITHOUT_VALIDATION = 420;

    /** Points that the lowest plot needs for the numbers and the label of the axis. */
    private static final int AXIS = 36;

    /** Parts of the height for losses, qualities and rate. */
    private static final double[] PARTS = {0.42, 0.36, 0.22};

    private HistoryPlot() {}

    /** A colour picture of the curves; classes have their numbers. */
    public static ImagePlus of(final String title, final TrainingHistory history) {
        return of(title, history, List.of());
    }

    /**
     * A colour picture of the curves.
     *
     * @param classes names of the classes, background first
     */
    public static ImagePlus of(
            final String title, final TrainingHistory history, final List<String> classes) {
        return new ImagePlus(title, new ColorProcessor(figure(Curves.of(history, classes), 1)));
    }

    /**
     * A picture for a page.
     *
     * @param scale pixels a point
     */
    static BufferedImage figure(final Curves curves, final double scale) {
        final int height = curves.isValidated() ? HEIGHT : HEIGHT_WITHOUT_VALIDATION;
        return draw(curves, (int) (WIDTH * scale), (int) (height * scale), scale);
    }

    /**
     * A picture of a given size.
     *
     * @param width in px
     * @param height in px
     * @param scale pixels a point
     */
    static BufferedImage draw(
            final Curves curves, final int width, final int height, final double scale) {
        final BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        final Graphics2D graphics = picture.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        final List<CurvePlot> plots = plots(curves);
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
        graphics.dispose();
        return picture;
    }

    private static double part(final int plots, final int index) {
        return plots == PARTS.length ? PARTS[index] : PARTS[0] / (PARTS[0] + PARTS[2]);
    }

    private static List<CurvePlot> plots(final Curves curves) {
        final int last = curves.lastIteration();
        final List<CurvePlot> plots = new ArrayList<>();
        final List<Curve> losses = curves.losses();
        plots.add(
                new CurvePlot(
                        "Loss",
                        losses,
                        AxisRange.of(losses.stream().map(Curve::y).toList()),
                        last,
                        false));
        if (curves.isValidated()) {
            plots.add(
                    new CurvePlot(
                            "IoU, pixel error", curves.qualities(), AxisRange.UNIT, last, false));
        }
        final Curve rate = curves.rate();
        plots.add(
                new CurvePlot("Rate", List.of(rate), AxisRange.of(List.of(rate.y())), last, true));
        return plots;
    }
}
