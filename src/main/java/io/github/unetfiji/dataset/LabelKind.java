package io.github.unetfiji.dataset;

import io.github.unetfiji.labels.ConnectedComponents;
import io.github.unetfiji.labels.Connectivity;
import io.github.unetfiji.labels.LabelMap;
import io.github.unetfiji.labels.SeparationBorder;

/** The meaning of the values of a label image. */
public enum LabelKind {
    /**
     * 0 = background, every other value a cell; the classes are background and cell. A mask with one
     * value is split into 4-connected components. Touching cells are separated by background.
     */
    INSTANCES,
    /** The value is the class, 0 = background. */
    CLASSES;

    /** How many px of each of two touching cells become background, see {@link #INSTANCES}. */
    public static final int SEPARATION = 1;

    /**
     * The cells whose distances make the border weights: one id each.
     *
     * @param mask whether the whole stack has but one value besides 0
     */
    LabelMap cells(final LabelMap labels, final boolean mask) {
        if (this == CLASSES || mask) {
            return ConnectedComponents.of(labels, Connectivity.FOUR);
        }
        return SeparationBorder.of(labels, SEPARATION).labels();
    }

    /** The class of every pixel, or {@link LabelMap#IGNORE}. */
    LabelMap classes(final LabelMap labels, final LabelMap cells) {
        if (this == CLASSES) {
            return labels;
        }
        final int[] classes = cells.labels().clone();
        for (int i = 0; i < classes.length; i++) {
            classes[i] = Math.min(1, classes[i]);
        }
        return LabelMap.of(classes, cells.width(), cells.height());
    }
}
