package io.github.unetfiji.evaluate;

import io.github.unetfiji.Progress;
import io.github.unetfiji.labels.ConnectedComponents;
import io.github.unetfiji.labels.Connectivity;
import io.github.unetfiji.labels.LabelMap;
import io.github.unetfiji.labels.LabelValues;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Evaluates a stack of label maps slice by slice. Slices are read when they are needed, each twice: all slices are
 * checked before the first is compared. As many slices are in memory as there are threads.
 *
 * <pre>
 * final List&lt;InstanceScores&gt; slices =
 *         new LabelEvaluation(n, prediction, truth, threads).instances(Progress.NONE);
 * InstanceScores.over(slices).seg().value();
 * </pre>
 */
public final class LabelEvaluation {

    private final int slices;
    private final IntFunction<LabelMap> prediction;
    private final IntFunction<LabelMap> truth;
    private final int threads;

    /**
     * @param slices number of slices, at least 1
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
     * Compares cells. Every id is a cell, and ids need not be contiguous; but a stack with only one value besides 0
     * is a mask, and its cells are its 4-connected components.
     *
     * @param progress one unit a slice that is checked, then one a slice that is compared
     * @throws io.github.unetfiji.UNetException if sizes differ, the truth has no cell, or its values are no cells
     * @throws io.github.unetfiji.CancelledException if the user asked to stop
     */
    public List<InstanceScores> instances(final Progress progress) {
        final LabelValues predicted = LabelValues.ofAny();
        final LabelValues real = LabelValues.ofCells();
        check(predicted, real, progress);
        real.checkCells();
        final SharedProgress steps = new SharedProgress(progress, slices);
        return ParallelSlices.each(
                slices,
                threads,
                z -> {
                    final InstanceScores scores =
                            InstanceScores.of(
                                    cells(predicted, prediction.apply(z)),
                                    cells(real, truth.apply(z)));
                    steps.next();
                    return scores;
                });
    }

    /**
     * Compares classes: the value is the class, 0 the background.
     *
     * @param progress as for {@link #instances}
     * @throws io.github.unetfiji.UNetException if sizes differ, the truth has background only, or the values are
     *     no classes
     * @throws io.github.unetfiji.CancelledException if the user asked to stop
     */
    public List<ClassScores> classes(final Progress progress) {
        final LabelValues values = LabelValues.ofAny();
        check(values, values, progress);
        values.checkClasses();
        final int number = values.largest() + 1;
        final SharedProgress steps = new SharedProgress(progress, slices);
        return ParallelSlices.each(
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

    private void check(
            final LabelValues predicted, final LabelValues real, final Progress progress) {
        final TruthCheck check = new TruthCheck(slices, progress);
        for (int z = 0; z < slices; z++) {
            final LabelMap result = prediction.apply(z);
            final LabelMap labels = truth.apply(z);
            result.checkSameSize(labels, "result in slice " + (z + 1), "truth in slice " + (z + 1));
            predicted.add(result);
            real.add(labels);
            check.add(labels);
        }
        check.checkNotEmpty();
    }

    private static LabelMap cells(final LabelValues stack, final LabelMap map) {
        return stack.isMask() ? ConnectedComponents.of(map, Connectivity.FOUR) : map;
    }
}
