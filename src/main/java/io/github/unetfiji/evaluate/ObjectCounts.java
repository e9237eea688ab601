package io.github.unetfiji.evaluate;

/**
 * How many objects were found, made up and missed. A ratio of nothing to nothing is 1.
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
        return new ObjectCounts(found + other.found, extra + other.extra, missed + other.missed);
    }

    /** TP / (TP + FP). */
    public double precision() {
        return Ratio.of(found, found + extra);
    }

    /** TP / (TP + FN). */
    public double recall() {
        return Ratio.of(found, found + missed);
    }

    /** 2 TP / (2 TP + FP + FN). */
    public double f1() {
        return Ratio.of(2 * found, 2 * found + extra + missed);
    }

    /** TP / (TP + FP + FN): the "average precision" of object detection in microscopy. */
    public double averagePrecision() {
        return Ratio.of(found, found + extra + missed);
    }
}
