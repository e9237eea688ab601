package io.github.unetfiji.report;

import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.TextRoi;
import io.github.unetfiji.report.SpotPainter.SpotShape;
import java.awt.Color;
import java.awt.Font;
import java.util.Optional;

/**
 * The legend of a {@link MismatchPicture} as an overlay: <em>Image &gt; Overlay &gt; Hide</em> takes
 * it away, <em>Flatten</em> makes it part of the picture.
 */
final class MismatchLegend {

    private static final int LEAST_LETTERS = 8;
    private static final int SIDE_PER_LETTERS = 42;
    private static final double LINE = 1.35;

    /** Letters are about half as wide as high, and the longest name has 18. */
    private static final double WIDTH = 12.5;

    private static final double LARGEST_PART = 0.45;
    private static final Color PAPER = new Color(0, 0, 0, 170);

    private MismatchLegend() {}

    /** A legend in the lower left corner; none if it would hide much of a small picture. */
    static Optional<Overlay> fitting(final int width, final int height) {
        final int letters = Math.max(LEAST_LETTERS, Math.min(width, height) / SIDE_PER_LETTERS);
        final double line = LINE * letters;
        final double boxWidth = WIDTH * letters;
        final double boxHeight = line * MismatchColor.values().length + letters / 2.0;
        if (boxWidth > LARGEST_PART * width || boxHeight > LARGEST_PART * height) {
            return Optional.empty();
        }
        final Overlay overlay = new Overlay();
        final double top = height - boxHeight;
        overlay.add(filled(new Roi(0, top, boxWidth, boxHeight), PAPER));
        double y = top + letters / 4.0;
        for (final MismatchColor color : MismatchColor.values()) {
            final double size = color.isMistake() ? letters : letters * 0.6;
            final double inset = (line - size) / 2;
            final double left = (1.5 * letters - size) / 2 + letters / 4.0;
            overlay.add(filled(sign(color.shape(), left, y + inset, size), color.color()));
            final TextRoi text =
                    new TextRoi(
                            2.0 * letters,
                            y,
                            color.label(),
                            new Font(Font.SANS_SERIF, Font.PLAIN, letters));
            text.setAntiAlias(true);
            text.setStrokeColor(Color.WHITE);
            overlay.add(text);
            y += line;
        }
        return Optional.of(overlay);
    }

    private static Roi sign(
            final SpotShape shape, final double x, final double y, final double size) {
        return switch (shape) {
            case DISC -> new OvalRoi(x, y, size, size);
            case SQUARE -> new Roi(x, y, size, size);
            case DIAMOND ->
                    new PolygonRoi(
                            new float[] {
                                (float) (x + size / 2),
                                (float) (x + size),
                                (float) (x + size / 2),
                                (float) x
                            },
                            new float[] {
                                (float) y,
                                (float) (y + size / 2),
                                (float) (y + size),
                                (float) (y + size / 2)
                            },
                            Roi.POLYGON);
        };
    }

    private static Roi filled(final Roi roi, final Color color) {
        roi.setFillColor(color);
        return roi;
    }
}
