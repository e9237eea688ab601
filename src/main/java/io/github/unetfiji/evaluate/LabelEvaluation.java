package io.github.unetfiji.evaluate;

import io.github.unetfiji.Progress;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.labels.ConnectedComponents;
import io.github.unetfiji.labels.Connectivity;
import io.github.unetfiji.labels.LabelMap;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/**
 * The scores of each slice of a stack of label maps, whose slices are read when they are needed, each
 * twice: all are checked before the first is compared. As many are in memory as there are threads.
 *
 * <pre>
 * final List&lt;InstanceScores&gt; slices =
 *         new LabelEvaluation(n, prediction, truth, threads).instances(Progress.NONE);
 * InstanceScores.over(slices).seg().value();
 * </pre>
 */
public final class LabelEvaluation {

    /** The most classes, with the background. */
    public static final int MOST_CLASSES = 256;

    private final int slices;
    private final IntFunction<LabelMap> prediction;
    private final IntFunction<LabelMap> truth;
    private final int threads;

    /**
     * @param slices their number, at least 1
     * @param prediction reads a slice, from 0; asked by several threads at the same time
     * @param truth reads a slice of the same size, likewise
     * @param threads how many slices are compared at the same time, at least 1
     */
    public LabelEvaluation(
            final int slices,
            final IntFunction<LabelMap> prediction,
            final IntFunction<LabelMap> truth,
            final int threads) {
        this.slices = slices;
        this.prediction = prediction;
        this.truth = truth;
        this.threads = threads;
    }

    /**
     * Compares cells. Every id is a cell, and ids need not be contiguous; but if a whole stack holds
     * but one value besides 0, it is a mask, and its cells are the 4-connected components.
     *
     * @param progress one unit a slice that is checked, then one a slice that is compared
     * @throws UNetException if sizes differ, or the truth has no cell
     * @throws io.github.unetfiji.CancelledException if the user asked to stop
     */
    public List<InstanceScores> instances(final Progress progress) {
        final Values predicted = new Values();
        final Values real = new Values();
        check(predicted, real, progress);
        final Steps steps = new Steps(progress, slices);
        return Slices.each(
                slices,
                threads,
                z -> {
                    final InstanceScores scores =
                            InstanceScores.of(
                                    predicted.cells(prediction.apply(z)),
                                    real.cells(truth.apply(z)));
                    steps.next();
                    return scores;
                });
    }

    /**
     * Compares classes: the value is the class, 0 the background.
     *
     * @param progress as for {@link #instances}
     * @throws UNetException if sizes differ, the truth has background only, or there are more than
     *     {@link #MOST_CLASSES} classes
     * @throws io.github.unetfiji.CancelledException if the user asked to stop
     */
    public List<ClassScores> classes(final Progress progress) {
        final Values values = new Values();
        check(values, values, progress);
        final int number = values.largest + 1;
        if (number > MOST_CLASSES) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "The labels hold class %d, but at most %d classes (0 to %d) can be"
                                    + " compared; are these instances (kind=instances)?",
                            values.largest,
                            MOST_CLASSES,
                            MOST_CLASSES - 1));
        }
        final Steps steps = new Steps(progress, slices);
        return Slices.each(
                slices,
                threads,
                z -> {
                    final ClassScores scores =
                            ClassScores.of(
                                    List.of(truth.apply(z)), List.of(prediction.apply(z)), number);
                    steps.next();
                    return scores;
                });
    }

    private void check(final Values predicted, final Values real, final Progress progress) {
        final Look look = new Look(slices, progress);
        for (int z = 0; z < slices; z++) {
            final LabelMap result = prediction.apply(z);
            final LabelMap labels = truth.apply(z);
            result.checkSameSize(labels, "result in slice " + (z + 1), "truth in slice " + (z + 1));
            predicted.add(result);
            real.add(labels);
            look.at(labels);
        }
        look.checkNotEmpty();
    }

    /** Which values a stack holds. */
    private static final class Values {

        private int largest;
        private boolean mask = true;

        private void add(final LabelMap map) {
            final int max = map.maxId();
            if (max > 0) {
                mask = mask && (largest == 0 || largest == max) && map.holdsOnly(max);
            }
            largest = Math.max(largest, max);
        }

        private LabelMap cells(final LabelMap map) {
            return mask ? ConnectedComponents.of(map, Connectivity.FOUR) : map;
        }
    }
}
