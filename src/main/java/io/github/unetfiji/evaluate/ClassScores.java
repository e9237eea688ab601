package io.github.unetfiji.evaluate;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.labels.LabelMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * IoU (Jaccard index) and Dice coefficient of each class, from label maps whose value is the class.
 *
 * <p>Pixels are counted over all slices, then divided: not the mean over slices. Pixels that are ignored in truth or
 * result are left out. Sources: Jaccard 1912, doi:10.1111/j.1469-8137.1912.tb05611.x; Dice
 * 1945, doi:10.2307/1932409.
 *
 * <p>Pitfalls: Dice is always at or above IoU (D = 2 J / (1 + J)): say which; a rare class weighs as
 * much in the mean as a frequent one.
 *
 * @param classes pixels of each class, from 0 = background
 */
public record ClassScores(List<PixelCounts> classes) {

    public ClassScores {
        classes = List.copyOf(classes);
    }

    /**
     * Compares two stacks.
     *
     * @param number number of classes, background included; at least 2
     * @throws UNetException if sizes or numbers of slices differ, or a label is not below number
     */
    public static ClassScores of(
            final List<LabelMap> truth, final List<LabelMap> result, final int number) {
        TruthCheck.checkSameShape(truth, result);
        final List<PixelCounts> classes = new ArrayList<>();
        for (int c = 0; c < number; c++) {
            classes.add(PixelCounts.NONE);
        }
        for (int z = 0; z < truth.size(); z++) {
            checkClasses(truth.get(z), number, "truth in slice " + (z + 1));
            checkClasses(result.get(z), number, "result in slice " + (z + 1));
            final OverlapTable table =
                    OverlapTable.of(truth.get(z).labels(), number, result.get(z).labels(), number);
            add(table, classes);
        }
        return new ClassScores(classes);
    }

    /**
     * Compares cell with background, whatever the ids: a label above 0 is cell. The IoU of the counts is the
     * foreground IoU, that is the paper's "IoU" where every cell is one class.
     *
     * @throws UNetException if sizes or numbers of slices differ
     */
    public static PixelCounts foreground(final List<LabelMap> truth, final List<LabelMap> result) {
        TruthCheck.checkSameShape(truth, result);
        final List<LabelMap> cells = truth.stream().map(LabelMap::mask).toList();
        return of(cells, result.stream().map(LabelMap::mask).toList(), 2).classes.get(1);
    }

    /**
     * The scores of slices together: their pixels are summed.
     *
     * @param slices at least one, all with the same number of classes
     */
    public static ClassScores over(final List<ClassScores> slices) {
        final int number = slices.get(0).classes.size();
        return new ClassScores(
                IntStream.range(0, number)
                        .mapToObj(
                                c ->
                                        slices.stream()
                                                .map(slice -> slice.classes.get(c))
                                                .reduce(PixelCounts.NONE, PixelCounts::plus))
                        .toList());
    }

    /** Whether a class has a pixel in truth or result. */
    public boolean occurs(final int index) {
        return classes.get(index).trueNegatives() < classes.get(index).pixels();
    }

    /** The mean IoU of the classes that occur in truth or result. */
    public double meanIou() {
        return mean(PixelCounts::iou);
    }

    /** The mean Dice coefficient of the classes that occur in truth or result. */
    public double meanDice() {
        return mean(PixelCounts::fScore);
    }

    private double mean(final ToDoubleFunction<PixelCounts> score) {
        return IntStream.range(0, classes.size())
                .filter(this::occurs)
                .mapToDouble(c -> score.applyAsDouble(classes.get(c)))
                .average()
                .orElse(Double.NaN);
    }

    private static void add(final OverlapTable table, final List<PixelCounts> classes) {
        final int number = classes.size();
        final long[] both = new long[number];
        long pixels = 0;
        for (int entry = 0; entry < table.size(); entry++) {
            pixels += table.count(entry);
            if (table.row(entry) == table.column(entry)) {
                both[table.row(entry)] = table.count(entry);
            }
        }
        for (int c = 0; c < number; c++) {
            final long extra = table.columnSum(c) - both[c];
            final long missed = table.rowSum(c) - both[c];
            classes.set(
                    c,
                    classes.get(c)
                            .plus(
                                    new PixelCounts(
                                            both[c],
                                            extra,
                                            missed,
                                            pixels - both[c] - extra - missed)));
        }
    }

    private static void checkClasses(final LabelMap map, final int number, final String name) {
        if (map.maxId() >= number) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "The %s has the label %d; with %d classes the labels 0 to %d are"
                                    + " allowed.",
                            name,
                            map.maxId(),
                            number,
                            number - 1));
        }
    }
}
