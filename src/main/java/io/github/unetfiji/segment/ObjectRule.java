package io.github.unetfiji.segment;

import io.github.unetfiji.labels.ConnectedComponents;
import io.github.unetfiji.labels.Connectivity;
import io.github.unetfiji.labels.LabelMap;
import io.github.unetfiji.labels.SmallCells;
import io.github.unetfiji.labels.Watershed;

/**
 * How the objects of a slice are found: which class a pixel of an object has, and which pixels are one object.
 *
 * @param kinds the class of every pixel of an object, 0 elsewhere
 * @param cells divides these into objects
 */
record ObjectRule(ClassRule kinds, CellRule cells) {

    /** Components of the pixels of a class, divided at their necks if the settings say so. */
    static CellRule components(final InstanceSettings settings) {
        return (kinds, planes) -> {
            final LabelMap components = ConnectedComponents.of(kinds, Connectivity.FOUR);
            return settings.split() == Split.WATERSHED
                    ? Watershed.split(components, settings.height())
                    : components;
        };
    }

    /** Objects of class probabilities, background first. */
    static ObjectRule ofProbabilities(final InstanceSettings settings) {
        return new ObjectRule(Decision.above(settings.threshold()), components(settings));
    }

    /** The classes of the pixels of a slice that belong to objects. */
    LabelMap kinds(final float[] planes, final int width, final int height) {
        final byte[] decided = kinds.classes(planes, width * height);
        final int[] labels = new int[decided.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = decided[i] & 0xff;
        }
        return LabelMap.of(labels, width, height);
    }

    /** The objects of a slice that have enough pixels. */
    LabelMap cells(final LabelMap kindMap, final float[] planes, final int smallest) {
        final LabelMap found = cells.cells(kindMap, planes);
        return smallest > 1 ? SmallCells.removed(found, smallest) : found;
    }
}
