package io.github.unetfiji.training;

import io.github.unetfiji.augment.AnnotatedPlane;

/**
 * The largest mean IoU of the classes over all thresholds. A user who chooses the threshold reaches it, as does the tuning at
 * the end of a training. With balanced classes and border weights the best threshold is rarely 0.5, and moves while a network learns;
 * so the IoU of the most probable class jumps where the probabilities hardly change.
 *
 * <p>Thresholds are 0.05, 0.10 .. 0.95: a pixel is background unless the other classes together have more, and else the most
 * probable of these. A histogram over the thresholds keeps this linear in the number of pixels.
 */
final class ThresholdedIou {

    private static final int STEPS = 20;

    private final int classes;

    /** Pixels by: thresholds that the foreground exceeds, class in truth, most probable foreground class. */
    private final long[][][] counts;

    ThresholdedIou(final int classes) {
        this.classes = classes;
        counts = new long[STEPS][classes][classes];
    }

    /**
     * The best of all thresholds.
     *
     * @param iou mean of the classes that occur in truth or prediction
     * @param threshold at which it is reached; of equal ones the smallest
     */
    record Best(double iou, double threshold) {}

    /**
     * Adds a slice.
     *
     * @param probabilities (class, y, x)
     */
    void add(final AnnotatedPlane slice, final float[] probabilities) {
        final int[] labels = slice.labels();
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] >= 0) {
                float foreground = 0;
                int best = 1;
                for (int c = 1; c < classes; c++) {
                    final float p = probabilities[c * labels.length + i];
                    foreground += p;
                    best = p > probabilities[best * labels.length + i] ? c : best;
                }
                counts[exceeded(foreground)][labels[i]][best]++;
            }
        }
    }

    /** How many of the thresholds a probability exceeds. NB: compared as where classes are decided, whatever the rounding. */
    private static int exceeded(final float probability) {
        int count = Math.max(0, Math.min(STEPS - 1, (int) (probability * STEPS)));
        while (count < STEPS - 1 && probability > threshold(count + 1)) {
            count++;
        }
        while (count > 0 && probability <= threshold(count)) {
            count--;
        }
        return count;
    }

    private static double threshold(final int step) {
        return (double) step / STEPS;
    }

    Best best() {
        Best best = new Best(Double.NEGATIVE_INFINITY, 0);
        for (int step = 1; step < STEPS; step++) {
            final double iou = meanIou(step);
            if (iou > best.iou()) {
                best = new Best(iou, threshold(step));
            }
        }
        return best;
    }

    private double meanIou(final int step) {
        final long[] both = new long[classes];
        final long[] either = new long[classes];
        for (int bin = 0; bin < STEPS; bin++) {
            for (int label = 0; label < classes; label++) {
                for (int found = 1; found < classes; found++) {
                    final long pixels = counts[bin][label][found];
                    final int decided = bin >= step ? found : 0;
                    either[label] += pixels;
                    if (decided == label) {
                        both[label] += pixels;
                    } else {
                        either[decided] += pixels;
                    }
                }
            }
        }
        double sum = 0;
        int occurring = 0;
        for (int c = 0; c < classes; c++) {
            if (either[c] > 0) {
                sum += (double) both[c] / either[c];
                occurring++;
            }
        }
        return sum / occurring;
    }
}
