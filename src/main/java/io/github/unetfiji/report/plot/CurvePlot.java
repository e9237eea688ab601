package io.github.unetfiji.report.plot;

import ij.gui.Plot;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * Curves over the iterations, as ImageJ plots them, with the legend in a line above the frame, where
 * it hides nothing. Everything that is drawn below another shares its horizontal axis.
 *
 * @param label of the vertical axis
 * @param iterations where the horizontal axis ends
 * @param bottom whether the horizontal axis has numbers and a label
 */
record CurvePlot(
        String label, List<PlottedCurve> curves, AxisRange range, int iterations, boolean bottom) {

    private static final int FLAGS =
            Plot.X_GRID
                    | Plot.Y_GRID
                    | Plot.X_TICKS
                    | Plot.Y_TICKS
                    | Plot.Y_LOG_TICKS
                    | Plot.Y_MINOR_TICKS
                    | Plot.Y_NUMBERS;

    private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);

    /** Points more than ImageJ leaves beside the frame. */
    private static final int SPACE = 6;

    /** Points kept below the frame of a plot without numbers. */
    private static final int GAP = 7;

    /** Lines of ImageJ's plots are jagged: they are drawn larger and made smaller. */
    private static final int OVERSAMPLING = 2;

    /**
     * Draws into a rectangle of a picture.
     *
     * @param graphics in pixels
     * @param place in pixels
     * @param scale pixels a point
     */
    void draw(final Graphics2D graphics, final Rectangle place, final double scale) {
        final int width = (int) Math.round(place.width / scale);
        final int height = (int) Math.round(place.height / scale);
        final int hidden = bottom ? 0 : Plot.BOTTOM_MARGIN + 2 - GAP;
        final Plot plot = plot(width, height + hidden);
        plot.setScale((float) (scale * OVERSAMPLING));
        final BufferedImage large = plot.getProcessor().getBufferedImage();
        final Rectangle frame = plot.getDrawingFrame();
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.setClip(place);
        graphics.drawImage(
                large,
                place.x,
                place.y,
                large.getWidth() / OVERSAMPLING,
                large.getHeight() / OVERSAMPLING,
                null);
        final double left = place.x + frame.x / (double) OVERSAMPLING;
        Legend.draw(
                graphics,
                curves,
                left,
                place.y + (Plot.TOP_MARGIN - 4) * scale,
                frame.width / (double) OVERSAMPLING,
                scale);
        graphics.setClip(null);
    }

    private Plot plot(final int width, final int height) {
        final int flags = bottom ? FLAGS | Plot.X_NUMBERS : FLAGS;
        final Plot plot = new Plot("", bottom ? "Iteration" : "", label, flags);
        plot.setFont(FONT);
        plot.setXLabelFont(FONT);
        plot.setYLabelFont(FONT);
        plot.setAntialiasedText(true);
        // NB: or the last number of the horizontal axis is cut off.
        plot.setOptions(
                Double.isNaN(range.interval())
                        ? "addhspace=" + SPACE
                        : "addhspace=" + SPACE + " yinterval=" + range.interval());
        plot.setSize(width, height);
        plot.setAxisYLog(range.log());
        for (final PlottedCurve curve : curves) {
            add(plot, curve);
        }
        plot.setColor(Color.BLACK);
        plot.setLineWidth(1);
        plot.setLimits(0, Math.max(10, iterations), range.min(), range.max());
        return plot;
    }

    private static void add(final Plot plot, final PlottedCurve curve) {
        if (curve.x().length == 0) {
            return;
        }
        plot.setLineWidth(curve.width());
        plot.setColor(curve.color(), curve.color());
        if (curve.style() == PlottedCurve.Style.RINGS) {
            plot.setColor(curve.color(), null);
            plot.add("circle", curve.x(), curve.y());
            return;
        }
        plot.add("line", curve.x(), curve.y());
        if (curve.style() == PlottedCurve.Style.LINE_AND_DOTS) {
            plot.setLineWidth(1);
            plot.add("circle", curve.x(), curve.y());
        }
    }
}
