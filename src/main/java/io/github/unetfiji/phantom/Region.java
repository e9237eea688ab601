package io.github.unetfiji.phantom;

/**
 * A rectangle of pixels of the endless slice.
 *
 * @param x left-most column, px
 * @param y top-most row, px
 * @param width columns, at least 1
 * @param height rows, at least 1
 */
record Region(int x, int y, int width, int height) {

    Region grow(final int margin) {
        return new Region(x - margin, y - margin, width + 2 * margin, height + 2 * margin);
    }

    int size() {
        return width * height;
    }

    /** Whether the pixel lies in the region. */
    boolean contains(final int px, final int py) {
        return px >= x && py >= y && px < x + width && py < y + height;
    }

    /** Row-major index of a pixel, given in coordinates of the endless slice. */
    int index(final int px, final int py) {
        return (py - y) * width + px - x;
    }
}
