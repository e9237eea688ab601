package io.github.unetfiji.dataset;

import io.github.unetfiji.labels.LabelMap;

/**
 * The annotation of a slice: the cell and the class of every pixel.
 *
 * @param cells 0 = background, one id for every cell, {@link LabelMap#IGNORE}
 * @param classes of the same size: 0 = background, the class, {@link LabelMap#IGNORE}
 * @param contested number of pixels that the user gave to several cells, and that now belong to one
 */
public record AnnotatedSlice(LabelMap cells, LabelMap classes, int contested) {

    /**
     * @throws io.github.unetfiji.UNetException if the sizes of the two maps differ
     */
    public AnnotatedSlice {
        cells.checkSameSize(classes, "label image", "class image");
    }

    /** A slice whose cells do not overlap. */
    public AnnotatedSlice(final LabelMap cells, final LabelMap classes) {
        this(cells, classes, 0);
    }
}
