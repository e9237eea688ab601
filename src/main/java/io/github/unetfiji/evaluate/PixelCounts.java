package io.github.unetfiji.evaluate;

/**
 * Counts of the pixels on which prediction and truth agree and differ; positive = cell, or one class.
 *
 * <p>A ratio 0 / 0 is 1: a prediction that claims nothing makes no mistake.
 *
 * @param truePositives cell in both
 * @param falsePositives cell in the prediction only
 * @param falseNegatives cell in the truth only
 * @param trueNegatives cell in neither
 */
public record PixelCounts(
        long truePositives, long falsePositives, long falseNegatives, long trueNegatives) {

    /** No pixels. */
    public static final PixelCounts NONE = new PixelCounts(0, 0, 0, 0);

    /**
     * Counts two masks of the same size.
     *
     * @throws IllegalArgumentException if the sizes differ
     */
    public static PixelCounts of(final boolean[] prediction, final boolean[] truth) {
        if (prediction.length != truth.length) {
            throw new IllegalArgumentException(
                    prediction.length + " pixels are compared with " + truth.length);
        }
        long both = 0;
        long predicted = 0;
        long real = 0;
        for (int i = 0; i < truth.length; i++) {
            both += prediction[i] && truth[i] ? 1 : 0;
            predicted += prediction[i] ? 1 : 0;
            real += truth[i] ? 1 : 0;
        }
        return new PixelCounts(
                both, predicted - both, real - both, truth.length - predicted - real + both);
    }

    /** The counts of two sets of pixels together. */
    public PixelCounts plus(final PixelCounts other) {
        return new PixelCounts(
                truePositives + other.truePositives,
                falsePositives + other.falsePositives,
                falseNegatives + other.falseNegatives,
                trueNegatives + other.trueNegatives);
    }

    public long pixels() {
        return truePositives + falsePositives + falseNegatives + trueNegatives;
    }

    /** TP / (TP + FP). */
    public double precision() {
        return ratio(truePositives, truePositives + falsePositives);
    }

    /** TP / (TP + FN). */
    public double recall() {
        return ratio(truePositives, truePositives + falseNegatives);
    }

    /** Harmonic mean of precision and recall, 2 TP / (2 TP + FP + FN): the Dice coefficient. */
    public double fScore() {
        return ratio(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives);
    }

    /** Intersection over union, TP / (TP + FP + FN): the Jaccard index. */
    public double iou() {
        return ratio(truePositives, truePositives + falsePositives + falseNegatives);
    }

    /** The share of pixels that differ, (FP + FN) / pixels. */
    public double disagreement() {
        return 1 - ratio(truePositives + trueNegatives, pixels());
    }

    /** part / whole; 1 where the whole is 0. */
    static double ratio(final double part, final double whole) {
        return whole == 0 ? 1 : part / whole;
    }
}
