package io.github.unetfiji.tuning;

import io.github.unetfiji.labels.LabelMap;

/**
 * A slice to tune by: its probabilities and its truth.
 *
 * @param probabilities (class, y, x), background first
 * @param classes the true class of every pixel, 0 = background, {@link LabelMap#IGNORE} = unknown
 */
public record TuningExample(float[] probabilities, LabelMap classes) {

    /** A larger slice would take longer, and change the choice little, px. */
    private static final int LARGEST_SIDE = 2048;

    /** The central 2048 x 2048 px of a larger slice, or the slice itself. */
    public TuningExample centre() {
        return centre(LARGEST_SIDE);
    }

    TuningExample centre(final int largest) {
        final int width = Math.min(largest, classes.width());
        final int height = Math.min(largest, classes.height());
        if (width == classes.width() && height == classes.height()) {
            return this;
        }
        final int left = (classes.width() - width) / 2;
        final int top = (classes.height() - height) / 2;
        final int size = classes.width() * classes.height();
        final int count = probabilities.length / size;
        final float[] values = new float[count * width * height];
        final int[] labels = new int[width * height];
        for (int y = 0; y < height; y++) {
            final int from = (top + y) * classes.width() + left;
            System.arraycopy(classes.labels(), from, labels, y * width, width);
            for (int c = 0; c < count; c++) {
                System.arraycopy(
                        probabilities, c * size + from, values, (c * height + y) * width, width);
            }
        }
        return new TuningExample(values, LabelMap.of(labels, width, height));
    }
}
