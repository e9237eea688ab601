package io.github.unetfiji.training;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.labels.LabelMap;
import java.util.ArrayList;
import java.util.List;

/**
 * The cells and the classes of all annotated slices.
 *
 * @param cells the cells whose distances make the border weights, slice by slice
 * @param classes the class of every pixel, slice by slice
 * @param classCount number of classes, background included
 */
record Annotations(List<LabelMap> cells, List<LabelMap> classes, int classCount) {

    private static final int MOST_CLASSES = 256;

    /**
     * Reads the labels of all images, one after the other.
     *
     * @throws UNetException if a value is no label, or all pixels are of one class
     */
    static Annotations of(final List<AnnotatedImage> images, final LabelKind kind) {
        final List<LabelMap> labels = new ArrayList<>();
        for (final AnnotatedImage image : images) {
            for (int z = 0; z < image.labels().slices(); z++) {
                labels.add(image.labels().slice(z));
            }
        }
        final int largest = labels.stream().mapToInt(LabelMap::maxId).max().orElse(0);
        if (kind == LabelKind.CLASSES) {
            checkLargest(largest);
        }
        final boolean mask = labels.stream().allMatch(map -> holdsOnly(map, largest));
        final List<LabelMap> cells = new ArrayList<>();
        final List<LabelMap> classes = new ArrayList<>();
        for (final LabelMap map : labels) {
            cells.add(kind.cells(map, mask));
            classes.add(kind.classes(map, cells.get(cells.size() - 1)));
        }
        final int count = kind == LabelKind.INSTANCES ? 2 : largest + 1;
        checkClasses(classes, count);
        return new Annotations(cells, classes, count);
    }

    private static boolean holdsOnly(final LabelMap map, final int value) {
        for (final int label : map.labels()) {
            if (label > 0 && label != value) {
                return false;
            }
        }
        return true;
    }

    private static void checkLargest(final int largest) {
        if (largest >= MOST_CLASSES) {
            throw new UNetException(
                    String.format(
                            "The labels hold class %d, but at most %d classes (0 to %d) can be"
                                    + " told apart; are these instances (kind=instances)?",
                            largest, MOST_CLASSES, MOST_CLASSES - 1));
        }
    }

    private static void checkClasses(final List<LabelMap> classes, final int count) {
        final boolean[] present = new boolean[count];
        for (final LabelMap map : classes) {
            for (final int label : map.labels()) {
                if (label >= 0) {
                    present[label] = true;
                }
            }
        }
        int found = 0;
        int last = -1;
        for (int c = 0; c < present.length; c++) {
            if (present[c]) {
                found++;
                last = c;
            }
        }
        if (found < 2) {
            throw new UNetException(
                    last < 0
                            ? "The labels hold no class: every pixel is ignored."
                            : "The labels hold only "
                                    + (last == 0 ? "background (0)" : "foreground, no background")
                                    + ": two classes are needed to learn a difference.");
        }
    }
}
