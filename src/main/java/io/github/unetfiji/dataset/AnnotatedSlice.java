package io.github.unetfiji.dataset;

import io.github.unetfiji.labels.LabelMap;

/**
 * What the pixels of a slice are.
 *
 * @param cells 0 = background, one id for every cell, {@link LabelMap#IGNORE}
 * @param classes of the same size: 0 = background, the class, {@link LabelMap#IGNORE}
 * @param contested number of pixels that were given to several cells and now belong to one
 */
public record AnnotatedSlice(LabelMap cells, LabelMap classes, int contested) {

    public AnnotatedSlice {
        cells.checkSameSize(classes, "label image", "class image");
    }

    /** A slice whose cells do not overlap. */
    public AnnotatedSlice(final LabelMap cells, final LabelMap classes) {
        this(cells, classes, 0);
    }
}
