package io.github.unetfiji.segment;

import io.github.unetfiji.stack.SliceSource;

/**
 * A rectangle of every slice of an image.
 *
 * @param source the whole image
 * @param x left border in px
 * @param y upper border in px
 * @param width in px, at least 1 and within the image
 * @param height in px, at least 1 and within the image
 */
record SliceCrop(SliceSource source, int x, int y, int width, int height) implements SliceSource {

    @Override
    public String name() {
        return source.name();
    }

    @Override
    public int channels() {
        return source.channels();
    }

    @Override
    public int slices() {
        return source.slices();
    }

    @Override
    public float[] slice(final int index) {
        final float[] whole = source.slice(index);
        final float[] part = new float[channels() * width * height];
        for (int row = 0; row < channels() * height; row++) {
            System.arraycopy(whole, start(row), part, row * width, width);
        }
        return part;
    }

    /**
     * Puts planes of this size back to where they lie in planes of the whole image.
     *
     * @param factor pixels of the planes for one of the image, along x and along y
     */
    void paste(final float[] planes, final float[] whole, final int factor) {
        final int length = width * factor;
        for (int row = 0; row < planes.length / length; row++) {
            System.arraycopy(planes, row * length, whole, start(row, factor), length);
        }
    }

    private int start(final int row) {
        return start(row, 1);
    }

    /** Where a row lies in the whole image, counted through all planes. */
    private int start(final int row, final int factor) {
        final int rows = height * factor;
        final int above = row / rows * source.height() * factor + y * factor + row % rows;
        return (above * source.width() + x) * factor;
    }
}
