package io.github.unetfiji.labels;

import io.github.unetfiji.UNetException;
import java.util.Locale;

/**
 * Refuses gray images that are given as labels. In labels, a value fills areas; in a gray image, and along the
 * smoothed edges of a mask, every value is scattered over pieces of a few pixels.
 *
 * <p>Many cells, small cells and cells in pieces are accepted. On real micrographs a piece has 1.0 to 1.3 px, and a
 * value
 * lies in 500 to 16,000 of them; on label maps cells of 2x2 px that touch have 4 px, and a value lies in one.
 */
public final class GrayImageCheck {

    /** An image of so few values may be a map of classes, however fine its structure. */
    private static final int FEW_VALUES = 16;

    /** Mean area, px. */
    private static final double SMALL_PIECE = 16;

    /** Number of pieces of a value, on average. */
    private static final double SCATTERED = 8;

    /** Mean area, px: with as many values as pixels a gray image has one value a piece, as labels have. */
    private static final double SINGLE_PIXELS = 2;

    private final int[] labels;
    private final int width;

    /** Pixels above 0. */
    private int area;

    /** Pixels that continue neither the value to the left nor that above: at least as many as there are pieces. */
    private int starts;

    /** Pixels with a neighbour above 0 to the left or above. */
    private int touching;

    private GrayImageCheck(final LabelMap map) {
        labels = map.labels();
        width = map.width();
    }

    /**
     * Checks a slice; O(n) in the number of pixels.
     *
     * @throws UNetException if it is a gray image; the message is the end of a sentence, which begins with the
     *     name of the image
     */
    public static void check(final LabelMap map) {
        final GrayImageCheck texture = new GrayImageCheck(map);
        texture.count();
        if (texture.area >= SMALL_PIECE * texture.starts) {
            return;
        }
        final int values = map.ids().length;
        if (values > FEW_VALUES) {
            texture.check(values, ConnectedComponents.of(map, Connectivity.FOUR).maxId());
        }
    }

    private void count() {
        for (int row = 0; row < labels.length; row += width) {
            for (int x = 0; x < width; x++) {
                final int label = labels[row + x];
                if (label > 0) {
                    final int left = x > 0 ? labels[row + x - 1] : 0;
                    final int above = row > 0 ? labels[row + x - width] : 0;
                    area++;
                    starts += label != left && label != above ? 1 : 0;
                    touching += left > 0 || above > 0 ? 1 : 0;
                }
            }
        }
    }

    private void check(final int values, final int pieces) {
        final double piece = (double) area / pieces;
        final boolean scattered = piece < SMALL_PIECE && pieces > SCATTERED * values;
        final boolean single = piece < SINGLE_PIXELS && touching > area / 2;
        if (scattered || single) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "it is no label image but a gray image: its %d values lie in %d separate"
                                    + " pieces of %.1f px on average, where labels are areas of one"
                                    + " value. A mask with smoothed edges is made one of two values"
                                    + " by Image > Adjust > Threshold.",
                            values,
                            pieces,
                            piece));
        }
    }
}
