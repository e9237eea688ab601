package io.github.unetfiji.report.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.util.List;

/** The names of curves in one line, smaller if there are many. */
final class Legend {

    private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 11);
    private static final FontRenderContext METRICS = new FontRenderContext(null, true, true);
    private static final double SWATCH = 16;
    private static final float RING = 1.2f;
    private static final double SPACE = 4;
    private static final double GAP = 12;

    /** How far above the base line the middle of small letters is. */
    private static final double MIDDLE = 4;

    private Legend() {}

    /**
     * Draws the line.
     *
     * @param left where it begins, px
     * @param base its base line, px
     * @param room its largest width, px
     * @param scale pixels a point
     */
    static void draw(
            final Graphics2D canvas,
            final List<PlottedCurve> curves,
            final double left,
            final double base,
            final double room,
            final double scale) {
        final double width = curves.stream().mapToDouble(Legend::width).sum() - GAP;
        final double size = Math.min(scale, room / Math.max(1, width));
        final Graphics2D graphics = (Graphics2D) canvas.create();
        graphics.translate(left, base);
        graphics.scale(size, size);
        graphics.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(
                RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setFont(FONT);
        for (final PlottedCurve curve : curves) {
            graphics.setColor(curve.color());
            graphics.setStroke(
                    new BasicStroke(
                            curve.style() == PlottedCurve.Style.RINGS ? RING : curve.width()));
            graphics.draw(swatch(curve));
            graphics.setColor(Color.BLACK);
            graphics.drawString(curve.label(), (float) (SWATCH + SPACE), 0);
            graphics.translate(width(curve), 0);
        }
        graphics.dispose();
    }

    private static double width(final PlottedCurve curve) {
        return SWATCH + SPACE + FONT.getStringBounds(curve.label(), METRICS).getWidth() + GAP;
    }

    private static Shape swatch(final PlottedCurve curve) {
        return curve.style() == PlottedCurve.Style.RINGS
                ? new Ellipse2D.Double(SWATCH / 2 - 3, -MIDDLE - 3, 6, 6)
                : new Line2D.Double(0, -MIDDLE, SWATCH, -MIDDLE);
    }
}
