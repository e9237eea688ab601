package io.github.unetfiji.training;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.labels.LabelMap;
import io.github.unetfiji.labels.LabelSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The cells and the classes of all annotated slices.
 *
 * @param cells the cells whose distances make the border weights, slice by slice
 * @param classes the class of every pixel, slice by slice
 * @param classCount number of classes, background included
 * @param warnings sentences for the user about what was changed
 */
record Annotations(
        List<LabelMap> cells, List<LabelMap> classes, int classCount, List<String> warnings) {

    private static final int MOST_CLASSES = 256;

    /**
     * Reads the labels of all images, one after the other.
     *
     * @throws UNetException if a value is no label, or there are too many classes
     */
    static Annotations of(final List<LabelSource> images, final LabelKind kind) {
        final List<LabelMap> labels = new ArrayList<>();
        for (final LabelSource image : images) {
            for (int z = 0; z < image.slices(); z++) {
                labels.add(image.slice(z));
            }
        }
        final int largest = labels.stream().mapToInt(LabelMap::maxId).max().orElse(0);
        if (kind == LabelKind.CLASSES) {
            checkLargest(largest);
        }
        final boolean mask = labels.stream().allMatch(map -> holdsOnly(map, largest));
        final int count = kind == LabelKind.INSTANCES ? 2 : Math.max(2, largest + 1);
        final List<LabelMap> cells = new ArrayList<>();
        final List<LabelMap> classes = new ArrayList<>();
        final List<String> warnings = new ArrayList<>();
        for (int z = 0; z < labels.size(); z++) {
            final LabelMap map = labels.get(z);
            final LabelMap parted = kind.cells(map, mask);
            cells.add(parted);
            classes.add(kind.classes(map, parted));
            warnVanished(kind, mask, map, parted, z, warnings);
        }
        return new Annotations(cells, classes, count, warnings);
    }

    private static void warnVanished(
            final LabelKind kind,
            final boolean mask,
            final LabelMap before,
            final LabelMap after,
            final int z,
            final List<String> warnings) {
        if (kind == LabelKind.CLASSES || mask) {
            return;
        }
        final Set<Integer> gone = new TreeSet<>();
        Arrays.stream(before.ids()).forEach(gone::add);
        Arrays.stream(after.ids()).forEach(gone::remove);
        if (!gone.isEmpty()) {
            warnings.add(
                    String.format(
                            "Slice %d: the cells %s are so thin that nothing is left of them when"
                                    + " touching cells are separated; they count as background.",
                            z + 1, gone));
        }
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

    /**
     * Checks that there is something to learn.
     *
     * @throws UNetException if all pixels are of one class, or ignored
     */
    void checkTwoClasses() {
        final Set<Integer> found = new TreeSet<>();
        for (final LabelMap map : classes) {
            for (final int label : map.labels()) {
                if (label >= 0) {
                    found.add(label);
                }
            }
        }
        if (found.isEmpty()) {
            throw new UNetException("The labels hold no class: every pixel is ignored.");
        }
        if (found.size() == 1) {
            throw new UNetException(
                    "The labels hold only "
                            + (found.contains(0) ? "background (0)" : "foreground, no background")
                            + ": two classes are needed to learn a difference.");
        }
    }
}
