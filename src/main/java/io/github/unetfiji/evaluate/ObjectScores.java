package io.github.unetfiji.evaluate;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.labels.LabelMap;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Objects found, made up and missed, at the IoU thresholds 0.5, 0.55 .. 0.95.
 *
 * <p>An object of the result finds one of the truth if their IoU is above the threshold, strictly.
 * Above 0.5 there is at most one partner, so that objects need not be assigned to each other. Counts are summed
 * over the slices; average precision at a threshold is TP / (TP + FP + FN), and its mean over the
 * thresholds the score of the Data Science Bowl.
 *
 * <p>Source: Caicedo et al., Nucleus segmentation across imaging experiments: the 2018 Data Science
 * Bowl, 2019, doi:10.1038/s41592-019-0612-7. Pitfalls: this is not the area under a
 * precision-recall curve (COCO), and tools that ask for IoU at or above the threshold (StarDist)
 * differ where an IoU is exactly on it. Thresholds are compared in whole numbers, without rounding.
 *
 * @param counts at each of the {@link #THRESHOLDS} thresholds, ascending
 */
public record ObjectScores(List<ObjectCounts> counts) {

    /** The number of thresholds. */
    public static final int THRESHOLDS = 10;

    private static final int FIRST = 10;
    private static final int PARTS = 20;

    public ObjectScores {
        counts = List.copyOf(counts);
    }

    /**
     * Compares two stacks, slice by slice.
     *
     * @throws UNetException if sizes or numbers of slices differ, or the truth has no object
     */
    public static ObjectScores of(final List<LabelMap> truth, final List<LabelMap> result) {
        TruthCheck.checkSameShape(truth, result);
        TruthCheck.checkNotEmpty(truth);
        final List<ObjectScores> slices = new ArrayList<>();
        for (int z = 0; z < truth.size(); z++) {
            slices.add(of(ObjectOverlap.of(truth.get(z), result.get(z))));
        }
        return over(slices);
    }

    /** The objects of one slice. */
    static ObjectScores of(final ObjectOverlap slice) {
        final long real = objects(slice.table().rowCount(), slice.table()::rowSum);
        final long claimed = objects(slice.table().columnCount(), slice.table()::columnSum);
        final long[] found = found(slice);
        return new ObjectScores(
                IntStream.range(0, THRESHOLDS)
                        .mapToObj(
                                k ->
                                        new ObjectCounts(
                                                found[k], claimed - found[k], real - found[k]))
                        .toList());
    }

    /** The objects of slices together. */
    static ObjectScores over(final List<ObjectScores> slices) {
        return new ObjectScores(
                IntStream.range(0, THRESHOLDS)
                        .mapToObj(
                                k ->
                                        slices.stream()
                                                .map(slice -> slice.counts.get(k))
                                                .reduce(ObjectCounts.NONE, ObjectCounts::plus))
                        .toList());
    }

    /** Objects that have a pixel left where nothing is ignored. */
    private static long objects(final int number, final IntUnaryOperator area) {
        return IntStream.range(1, number).filter(k -> area.applyAsInt(k) > 0).count();
    }

    private static long[] found(final ObjectOverlap overlap) {
        final long[] found = new long[THRESHOLDS];
        for (int entry = 0; entry < overlap.table().size(); entry++) {
            if (overlap.isOfObjects(entry)) {
                final long shared = (long) PARTS * overlap.table().count(entry);
                final long union = overlap.union(entry);
                for (int k = 0; k < THRESHOLDS && shared > (FIRST + k) * union; k++) {
                    found[k]++;
                }
            }
        }
        return found;
    }

    /** The IoU threshold of counts, 0.5 + 0.05 index. */
    public static double threshold(final int index) {
        return (double) (FIRST + index) / PARTS;
    }

    /** The mean over the thresholds of TP / (TP + FP + FN). */
    public double meanAveragePrecision() {
        return counts.stream()
                .mapToDouble(ObjectCounts::averagePrecision)
                .average()
                .orElse(Double.NaN);
    }

    /**
     * Number of objects found, made up and missed. A ratio 0 / 0 is 1.
     *
     * @param found objects of the truth with a match, TP
     * @param extra objects of the result without one, FP
     * @param missed objects of the truth without one, FN
     */
    public record ObjectCounts(long found, long extra, long missed) {

        /** No objects. */
        public static final ObjectCounts NONE = new ObjectCounts(0, 0, 0);

        /** The counts of two slices together. */
        public ObjectCounts plus(final ObjectCounts other) {
            return new ObjectCounts(
                    found + other.found, extra + other.extra, missed + other.missed);
        }

        /** TP / (TP + FP). */
        public double precision() {
            return PixelCounts.ratio(found, found + extra);
        }

        /** TP / (TP + FN). */
        public double recall() {
            return PixelCounts.ratio(found, found + missed);
        }

        /** 2 TP / (2 TP + FP + FN). */
        public double f1() {
            return PixelCounts.ratio(2 * found, 2 * found + extra + missed);
        }

        /** TP / (TP + FP + FN): the "average precision" of object detection in microscopy. */
        public double averagePrecision() {
            return PixelCounts.ratio(found, found + extra + missed);
        }
    }
}
