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

    /** Puts planes of this size back to where they lie in planes of the whole image. */
    void paste(final float[] planes, final float[] whole) {
        for (int row = 0; row < planes.length / width; row++) {
            System.arraycopy(planes, row * width, whole, start(row), width);
        }
    }

    /** Where a row lies in the whole image, counted through all planes. */
    private int start(final int row) {
        return (row / height * source.height() + y + row % height) * source.width() + x;
    }
}
