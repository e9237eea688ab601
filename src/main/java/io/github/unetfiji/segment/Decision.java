package io.github.unetfiji.segment;

import io.github.unetfiji.UNetException;
import java.util.OptionalDouble;

/**
 * How a pixel's class is decided from its class probabilities: the most probable class; or background unless
 * the classes together have more than a threshold, and then the most probable one of these.
 *
 * <p>A threshold is of use where the training balanced the classes, which makes rare ones more probable than
 * they are. With two classes 0.5 is the most probable class.
 */
public final class Decision implements ClassRule {

    /** The most probable class; of equally probable ones the first. */
    public static final Decision MOST_PROBABLE = new Decision(OptionalDouble.empty());

    private final OptionalDouble threshold;

    private Decision(final OptionalDouble threshold) {
        this.threshold = threshold;
    }

    /**
     * Not background with a probability above a threshold.
     *
     * @param threshold 0..1
     * @throws UNetException if it is not
     */
    public static Decision above(final double threshold) {
        SegmentationKeys.THRESHOLD.check(threshold);
        return new Decision(OptionalDouble.of(threshold));
    }

    /**
     * {@inheritDoc}
     *
     * @param probabilities (class, y, x), background first
     */
    @Override
    public byte[] classes(final float[] probabilities, final int size) {
        final byte[] classes = new byte[size];
        for (int i = 0; i < size; i++) {
            final boolean any = threshold.isEmpty();
            if (any || foreground(probabilities, i, size) > threshold.getAsDouble()) {
                classes[i] = (byte) best(probabilities, any ? i : size + i, size);
            }
        }
        return classes;
    }

    private static float foreground(final float[] probabilities, final int pixel, final int size) {
        float sum = 0;
        for (int p = size + pixel; p < probabilities.length; p += size) {
            sum += probabilities[p];
        }
        return sum;
    }

    /** The class of the largest value from an index on. */
    private static int best(final float[] probabilities, final int first, final int size) {
        int best = first;
        for (int p = first + size; p < probabilities.length; p += size) {
            best = probabilities[p] > probabilities[best] ? p : best;
        }
        return best / size;
    }
}
