package io.github.unetfiji.segment;

import io.github.unetfiji.labels.LabelMap;

/** Divides the pixels of objects into the objects of a slice. */
@FunctionalInterface
interface CellRule {

    /**
     * The objects of a slice.
     *
     * @param kinds the class of every pixel of an object (x, y), 0 = background
     * @param planes of the result (channel, y, x)
     * @return label map; every object has one class
     */
    LabelMap cells(LabelMap kinds, float[] planes);
}
