package io.github.unetfiji.dataset;

import io.github.unetfiji.labels.LabelMap;
import io.github.unetfiji.stack.CalibratedImage;
import net.imglib2.type.numeric.RealType;

/** A stack of equally large label maps, read one at a time. The meaning of their values is a {@link LabelKind}. */
public non-sealed interface LabelSource extends AnnotationSource {

    /**
     * The slices of a label image of any type, whose axes are in any order; nothing is copied before it is read. Slices are
     * counted over all Z positions of the first time point, then of the next.
     *
     * @param labels whole numbers from 0 to 2^31-1; without channels
     * @throws io.github.unetfiji.UNetException if the image has several channels
     */
    static LabelSource of(final CalibratedImage<? extends RealType<?>> labels) {
        return new StackLabels(labels);
    }

    /**
     * Reads a slice.
     *
     * @param index 0 .. slices - 1
     * @throws io.github.unetfiji.UNetException if a value is no label
     */
    LabelMap slice(int index);
}
