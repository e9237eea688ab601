package io.github.unetfiji.tuning;

import io.github.unetfiji.Progress;
import io.github.unetfiji.evaluate.ClassScores;
import io.github.unetfiji.evaluate.ObjectScores;
import io.github.unetfiji.labels.ConnectedComponents;
import io.github.unetfiji.labels.Connectivity;
import io.github.unetfiji.labels.LabelMap;
import io.github.unetfiji.model.Postprocessing;
import io.github.unetfiji.segment.Decision;
import io.github.unetfiji.segment.InstanceSettings;
import io.github.unetfiji.segment.Instances;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the postprocessing that fits slices with truth best, by trying thresholds, watersheds and sizes.
 *
 * <p>For classes, the threshold with the largest mean IoU over all classes that occur is taken. For objects, the
 * largest mean average precision over the IoU thresholds 0.5 to 0.95 decides ({@link ObjectScores}); the true objects
 * are the 4-connected components of each class. First the threshold and the watershed are chosen together, without
 * specks, then the smallest size; objects above 0.5 without any of these are kept if they are better. Of equally good
 * settings the one that changes least is taken: the most probable class, a threshold near 0.5, no watershed, no
 * smallest size.
 */
public final class Tuning {

    /** More pixels than this would take longer, and change the choice little. */
    private static final long ENOUGH_PIXELS = 1L << 22;

    private static final double[] CLASS_THRESHOLDS = steps(0.05, 0.95, 0.05);
    private static final double[] OBJECT_THRESHOLDS = steps(0.1, 0.9, 0.1);
    private static final double[] NECKS = {0, 1, 2, 4, 8};
    private static final int[] SIZES = {0, 5, 10, 20, 50, 100, 200};

    /** While threshold and watershed are chosen, smaller objects are noise, px. */
    private static final int SPECK = 10;

    private static final int TRIALS =
            3 + CLASS_THRESHOLDS.length + NECKS.length * OBJECT_THRESHOLDS.length + SIZES.length;

    private final List<TuningExample> examples;
    private final List<LabelMap> classes;
    private final List<LabelMap> objects;
    private final int classCount;
    private final Progress progress;

    private int tried;

    private Tuning(
            final List<TuningExample> examples, final int classCount, final Progress progress) {
        this.examples = examples;
        this.classCount = classCount;
        this.progress = progress;
        classes = examples.stream().map(TuningExample::classes).toList();
        objects =
                classes.stream()
                        .map(map -> ConnectedComponents.of(map, Connectivity.FOUR))
                        .toList();
    }

    /**
     * Chooses the slices to tune by: all of them if they are few, otherwise some at equal distances.
     *
     * @param count number of slices
     * @param pixels pixels of a slice, on average
     * @return indices in ascending order
     */
    public static List<Integer> chosenSlices(final int count, final long pixels) {
        final int wanted = (int) Math.min(count, Math.max(1, ENOUGH_PIXELS / Math.max(1, pixels)));
        final List<Integer> chosen = new ArrayList<>();
        for (int i = 0; i < wanted; i++) {
            chosen.add((int) ((2L * i + 1) * count / (2L * wanted)));
        }
        return chosen;
    }

    /**
     * Finds the best postprocessing.
     *
     * @param examples slices with probabilities and truth
     * @param classCount number of classes, background included
     * @param progress one unit a trial; cancels between two
     * @return empty if the truth has no object at all
     */
    public static Optional<TuningResult> of(
            final List<TuningExample> examples, final int classCount, final Progress progress) {
        if (examples.stream().allMatch(example -> example.classes().maxId() == 0)) {
            return Optional.empty();
        }
        return Optional.of(new Tuning(examples, classCount, progress).run());
    }

    /** The best settings so far. */
    private record Choice(Postprocessing what, double score) {

        Choice or(final Postprocessing other, final double reached, final boolean simpler) {
            return reached > score || (reached == score && simpler)
                    ? new Choice(other, reached)
                    : this;
        }
    }

    private TuningResult run() {
        final double iouBefore = iou(Decision.MOST_PROBABLE);
        final double precisionBefore = precision(Postprocessing.NONE);
        final Choice classes = threshold(iouBefore);
        final double threshold = classes.what().threshold();
        final Choice untuned =
                new Choice(new Postprocessing(threshold, 0.5, 0, 0), precisionBefore);
        final Choice objects = size(division(threshold), untuned);
        return new TuningResult(
                objects.what(), classes.score(), iouBefore, objects.score(), precisionBefore);
    }

    private Choice threshold(final double iouBefore) {
        Choice best = new Choice(Postprocessing.NONE, iouBefore);
        for (final double next : CLASS_THRESHOLDS) {
            best =
                    best.or(
                            new Postprocessing(next, 0.5, 0, 0),
                            iou(Decision.above(next)),
                            best.what().threshold() > 0 && isNearer(next, best.what().threshold()));
        }
        return best;
    }

    private Postprocessing division(final double threshold) {
        final Postprocessing first = new Postprocessing(threshold, 0.5, 0, SPECK);
        Choice best = new Choice(first, precision(first));
        for (final double neck : NECKS) {
            for (final double next : OBJECT_THRESHOLDS) {
                final Postprocessing other = new Postprocessing(threshold, next, neck, SPECK);
                best =
                        best.or(
                                other,
                                precision(other),
                                neck == best.what().neck()
                                        && isNearer(next, best.what().objectThreshold()));
            }
        }
        return best.what();
    }

    /**
     * NB: without any of these objects may be best, if most true objects are as small as the specks that were left
     * out.
     */
    private Choice size(final Postprocessing chosen, final Choice untuned) {
        Choice best = untuned;
        for (final int size : SIZES) {
            final Postprocessing other =
                    new Postprocessing(
                            chosen.threshold(), chosen.objectThreshold(), chosen.neck(), size);
            best = best.or(other, precision(other), false);
        }
        return best;
    }

    private static boolean isNearer(final double one, final double other) {
        return Math.abs(one - 0.5) < Math.abs(other - 0.5);
    }

    private double iou(final Decision decision) {
        step();
        final List<LabelMap> decided = new ArrayList<>();
        for (final TuningExample example : examples) {
            final LabelMap truth = example.classes();
            final byte[] found = decision.classes(example.probabilities(), truth.labels().length);
            final int[] labels = new int[found.length];
            for (int i = 0; i < labels.length; i++) {
                labels[i] = found[i] & 0xff;
            }
            decided.add(LabelMap.of(labels, truth.width(), truth.height()));
        }
        return ClassScores.of(classes, decided, classCount).meanIou();
    }

    private double precision(final Postprocessing tried) {
        step();
        final InstanceSettings settings = InstanceSettings.of(tried, 1, false);
        final List<LabelMap> found = new ArrayList<>();
        for (final TuningExample example : examples) {
            final LabelMap truth = example.classes();
            final int[] ids =
                    new Instances(settings, truth.width(), truth.height(), 1)
                            .next(example.probabilities());
            found.add(LabelMap.of(ids, truth.width(), truth.height()));
        }
        return ObjectScores.of(objects, found).meanAveragePrecision();
    }

    private void step() {
        progress.checkCancelled();
        progress.report(++tried, TRIALS, "tuning");
    }

    private static double[] steps(final double first, final double last, final double step) {
        final double[] values = new double[(int) Math.round((last - first) / step) + 1];
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.round((first + i * step) * 100) / 100.0;
        }
        return values;
    }
}
