package io.github.unetfiji.labels;

import io.github.unetfiji.Legible;
import io.github.unetfiji.UNetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Collects the values of all slices of label images, and checks that they are what the user says: ids of cells, or
 * classes. A mask that is given as classes is refused, as are classes that are given as cells.
 *
 * <p>Not thread-safe.
 */
public final class LabelValues {

    /** The largest number of classes, background included. */
    public static final int MOST_CLASSES = 256;

    /** Classes up to this one may be missing, whatever else there is. */
    private static final int SMALL_CLASS = 8;

    /** With so many values or fewer they may be classes. */
    private static final int FEW_VALUES = 16;

    /** Pieces of a value in a slice, on average, that no cell has. */
    private static final int CERTAINLY_CLASSES = 50;

    private static final int PROBABLY_CLASSES = 8;

    /** NB: not all, since there may be millions of cells: one more than there can be classes. */
    private final SortedSet<Integer> values = new TreeSet<>();

    private final boolean cells;
    private int largest;
    private long valuesOfSlices;
    private long piecesOfSlices;

    private LabelValues(final boolean cells) {
        this.cells = cells;
    }

    /** For labels that are to be cells: counts the pieces of each value. */
    public static LabelValues ofCells() {
        return new LabelValues(true);
    }

    /** For labels that are not checked to be cells; takes less time. */
    public static LabelValues ofAny() {
        return new LabelValues(false);
    }

    /** Adds the values of a slice. */
    public void add(final LabelMap slice) {
        final int[] ids = slice.ids();
        if (ids.length == 0) {
            return;
        }
        largest = Math.max(largest, ids[ids.length - 1]);
        for (int i = 0; i < ids.length && values.size() <= MOST_CLASSES; i++) {
            values.add(ids[i]);
        }
        if (cells && ids.length > 1 && values.size() <= FEW_VALUES) {
            valuesOfSlices += ids.length;
            piecesOfSlices += ConnectedComponents.of(slice, Connectivity.FOUR).maxId();
        }
    }

    /** The largest value; 0 if there is only background. */
    public int largest() {
        return largest;
    }

    /** Whether there is at most one value besides 0. */
    public boolean isMask() {
        return values.size() <= 1;
    }

    /**
     * Checks that values {@linkplain #ofCells to be cells} are not classes: each value is one cell, or there is one
     * value, a mask.
     *
     * @throws UNetException if values lie in so many pieces that they can only be classes
     */
    public void checkCells() {
        if (isFewInPieces(CERTAINLY_CLASSES)) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "The labels hold only the values %s, which lie in %d pieces each in a slice:"
                                    + " with kind=instances every value is one cell, or there is but"
                                    + " one value besides 0. Classes are numbered 0, 1, 2 and have"
                                    + " kind=classes.",
                            Legible.list(values),
                            piecesOfSlices / valuesOfSlices));
        }
    }

    /** A sentence for the user if values that are taken for cells are probably classes; empty otherwise. */
    public Optional<String> doubt() {
        return isFewInPieces(PROBABLY_CLASSES)
                ? Optional.of(
                        String.format(
                                Locale.ROOT,
                                "The labels hold only the values %s, which lie in %d pieces each in a"
                                        + " slice: are these classes (kind=classes)? Every value is"
                                        + " taken for one cell.",
                                Legible.list(values),
                                piecesOfSlices / valuesOfSlices))
                : Optional.empty();
    }

    private boolean isFewInPieces(final int pieces) {
        return values.size() > 1
                && values.size() <= FEW_VALUES
                && piecesOfSlices > pieces * valuesOfSlices;
    }

    /**
     * Checks that values are classes: 0, 1, 2 .. with hardly a gap.
     *
     * @throws UNetException if they are a mask, if there are too many, or if more classes are missing than present
     */
    public void checkClasses() {
        final int missing = largest - values.size();
        if (largest > SMALL_CLASS && isMask()) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "The labels hold only 0 and %d, which is a mask and would be %d classes: use"
                                    + " kind=instances, or divide the values by %d so that they are 0"
                                    + " and 1.",
                            largest,
                            largest + 1L,
                            largest));
        }
        if (values.size() <= MOST_CLASSES && largest > SMALL_CLASS && missing > values.size()) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "The labels hold the values 0, %s, which would be %d classes of which %d occur"
                                    + " nowhere: number the classes 0, 1, 2 without gaps, or use"
                                    + " kind=instances if every value is a cell.",
                            Legible.list(values),
                            largest + 1L,
                            missing));
        }
        if (largest >= MOST_CLASSES) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "The labels hold class %d, but at most %d classes (0 to %d) can be told"
                                    + " apart; are these instances (kind=instances)?",
                            largest,
                            MOST_CLASSES,
                            MOST_CLASSES - 1));
        }
    }

    /** A sentence for the user about classes below the largest one that no slice has; empty if there are none. */
    public Optional<String> missing() {
        final List<Integer> missing = new ArrayList<>();
        for (int c = 1; c < largest; c++) {
            if (!values.contains(c)) {
                missing.add(c);
            }
        }
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        String.format(
                                Locale.ROOT,
                                "No slice has the class(es) %s, though there is class %d: the model gets"
                                        + " them, but cannot learn them.",
                                Legible.list(missing),
                                largest));
    }
}
