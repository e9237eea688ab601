package io.github.unetfiji.phantom;

/**
 * One slice of a {@link Phantom}: the image and its ground truth.
 *
 * <p>All arrays are row-major, index {@code y * width + x}. They are not copied, and every call of {@link
 * Phantom#slice} makes new ones, so the caller may keep and change them.
 */
public final class PhantomSlice {

    private final int width;
    private final int height;
    private final byte[] image;
    private final byte[] labels;
    private final int[] cells;

    PhantomSlice(
            final int width,
            final int height,
            final byte[] image,
            final byte[] labels,
            final int[] cells) {
        this.width = width;
        this.height = height;
        this.image = image;
        this.labels = labels;
        this.cells = cells;
    }

    /** Columns, px. */
    public int width() {
        return width;
    }

    /** Rows, px. */
    public int height() {
        return height;
    }

    /** Gray values, unsigned 8-bit (0 black .. 255 white): dark membranes, light cytoplasm. */
    public byte[] image() {
        return image;
    }

    /** Ground truth as in ISBI 2012, unsigned 8-bit: 255 = inside a cell, 0 = membrane. */
    public byte[] labels() {
        return labels;
    }

    /**
     * Ground truth cell by cell: 0 = membrane, otherwise the cell's id.
     *
     * <p>A cell has the same id in all slices; two cells never share one within 60000 px and 800
     * slices. Ids are positive and sparse, not 1..N. Pixels of different cells are never 4-neighbours.
     * One cell may appear as several pieces in a slice, as branching cells do.
     */
    public int[] cells() {
        return cells;
    }
}
