package io.github.unetfiji.labels;

/**
 * How deep pixels lie inside of their cells: the Euclidean distance, in px between pixel centres, to the
 * nearest pixel that is not of the cell. Exact, O(n) in the number of pixels.
 *
 * <p>What lies outside of the image is not known and counts as nothing: a cell that is cut by the border is
 * deepest there.
 */
final class InnerDistance {

    private InnerDistance() {}

    /**
     * The depths of all pixels.
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
