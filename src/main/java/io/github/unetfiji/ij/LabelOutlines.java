package io.github.unetfiji.ij;

import ij.gui.Roi;
import ij.plugin.filter.ThresholdToSelection;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import io.github.unetfiji.labels.LabelMap;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;

/**
 * Outlines the classes of a slice as ImageJ selections for an overlay.
 *
 * <p>They run along the edges between pixels, around every region and every hole of it: a pixel at
 * (2, 1) alone has the corners (2, 1), (3, 1), (3, 2), (2, 2). One selection holds all regions of a
 * class, which a class with hundreds of cells needs to be drawn quickly.
 */
final class LabelOutlines {

    private static final Color IGNORED = new Color(0xb0b0b0);
    private static final float[] DASHES = {4, 4};

    private LabelOutlines() {}

    /**
     * One selection a class above 0, ascending, named {@code class 1} and so on in a colour of its own;
     * then the pixels that are ignored, named {@code ignored}, dashed and gray. Without a position.
     *
     * @param classes the class of every pixel, 0 = background, {@link LabelMap#IGNORE} = ignored
     */
    static List<Roi> of(final LabelMap classes) {
        final float[] values = new float[classes.labels().length];
        boolean ignored = false;
        for (int i = 0; i < values.length; i++) {
            values[i] = classes.labels()[i];
            ignored |= values[i] == LabelMap.IGNORE;
        }
        final ImageProcessor plane = new FloatProcessor(classes.width(), classes.height(), values);
        final List<Roi> outlines = new ArrayList<>();
        for (final int id : classes.ids()) {
            final Roi outline = around(plane, id);
            outline.setName("class " + id);
            outline.setStrokeColor(Colors.outline(id));
            outlines.add(outline);
        }
        if (ignored) {
            final Roi outline = around(plane, LabelMap.IGNORE);
            outline.setName("ignored");
            outline.setStroke(dashed());
            outline.setStrokeColor(IGNORED);
            outlines.add(outline);
        }
        return outlines;
    }

    private static BasicStroke dashed() {
        return new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, DASHES, 0);
    }

    /** A dashed white frame around a part of the image, on every slice. */
    static Roi frame(final Rectangle part) {
        final Roi frame = new Roi(part);
        frame.setName("learned from");
        frame.setStrokeColor(Color.WHITE);
        frame.setStroke(dashed());
        return frame;
    }

    private static Roi around(final ImageProcessor plane, final int value) {
        plane.setThreshold(value, value, ImageProcessor.NO_LUT_UPDATE);
        return new ThresholdToSelection().convert(plane);
    }
}
