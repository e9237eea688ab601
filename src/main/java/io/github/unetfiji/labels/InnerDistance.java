package io.github.unetfiji.labels;

/**
 * Distance transform of the inside of cells: the Euclidean distance of every pixel of a cell, in px between pixel
 * centres, to the nearest pixel outside the cell. Exact, O(n) in the number of pixels.
 *
 * <p>Nothing is known outside the image, so its border is no border of a cell: a cell that the border cuts is deepest
 * there.
 */
final class InnerDistance {

    private InnerDistance() {}

    /**
     * The distances of all pixels.
     *
     * @param cells label map (x, y), 0 = background
     * @return 0 in the background; +Infinity if one cell fills the image
     */
    static float[] of(final LabelMap cells) {
        final int[] labels = cells.labels();
        final int width = cells.width();
        final int background = cells.maxId() + 1;
        final int[] filled = new int[labels.length];
        for (int i = 0; i < labels.length; i++) {
            filled[i] = labels[i] > 0 ? labels[i] : background;
        }
        final float[] depth = new float[labels.length];
        // NB: if the background is a cell, too, the second-nearest cell is the nearest other one.
        TwoNearestCells.forEachRow(
                LabelMap.of(filled, width, cells.height()),
                1,
                () ->
                        (y, squared1, squared2) -> {
                            for (int x = 0; x < width; x++) {
                                if (labels[y * width + x] > 0) {
                                    depth[y * width + x] = (float) Math.sqrt(squared2[x]);
                                }
                            }
                        });
        return depth;
    }
}
