package io.github.unetfiji.dataset;

import io.github.unetfiji.labels.LabelMap;

/** A stack of equally large label maps, read one at a time; what the values mean is the reader's choice. */
public non-sealed interface LabelSource extends AnnotationSource {

    /**
     * Reads a slice.
     *
     * @param index 0 .. slices - 1
     * @throws io.github.unetfiji.UNetException if a value is no label
     */
    LabelMap slice(int index);
}
