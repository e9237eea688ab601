package io.github.unetfiji.stack;

import java.util.BitSet;
import java.util.IntSummaryStatistics;
import java.util.Locale;

/** The pixels of every slice that are to be segmented: at least one, all of them in the image. */
public final class Selection {

    private final BitSet pixels;
    private final int x;
    private final int y;
    private final int width;
    private final int height;

    private Selection(final int imageWidth, final BitSet pixels) {
        this.pixels = pixels;
        final IntSummaryStatistics columns =
                pixels.stream().map(i -> i % imageWidth).summaryStatistics();
        x = columns.getMin();
        width = columns.getMax() - x + 1;
        y = pixels.nextSetBit(0) / imageWidth;
        height = (pixels.length() - 1) / imageWidth - y + 1;
    }

    /**
     * Pixels of an image.
     *
     * @param pixels indices y * imageWidth + x, at least one
     * @throws IllegalArgumentException if there is none
     */
    public static Selection of(final int imageWidth, final int... pixels) {
        if (pixels.length == 0) {
            throw new IllegalArgumentException("a selection of no pixel");
        }
        final BitSet set = new BitSet();
        for (final int pixel : pixels) {
            set.set(pixel);
        }
        return new Selection(imageWidth, set);
    }

    /** Left border of its bounding box, px. */
    public int x() {
        return x;
    }

    /** Upper border of its bounding box, px. */
    public int y() {
        return y;
    }

    /** Width of its bounding box, px. */
    public int width() {
        return width;
    }

    /** Height of its bounding box, px. */
    public int height() {
        return height;
    }

    /**
     * Whether a pixel belongs to it.
     *
     * @param index y * image width + x
     */
    public boolean contains(final int index) {
        return pixels.get(index);
    }

    /** Such as {@code 30x20 px at (5, 7)}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%dx%d px at (%d, %d)", width, height, x, y);
    }
}
