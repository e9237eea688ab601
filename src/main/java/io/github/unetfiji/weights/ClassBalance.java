package io.github.unetfiji.weights;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.labels.LabelMap;
import java.util.Locale;

/**
 * Class weights w_c from the class frequencies of a whole training set (Ronneberger et al. 2015, eq.
 * 2: w_c, doi:10.1007/978-3-319-24574-4_28).
 *
 * <p>With n_c pixels of class c, N pixels in all and K classes that occur, the weight is
 *
 * <pre>
 * w_c = a (N / (K n_c))^strength,    a such that sum n_c w_c = N
 * </pre>
 *
 * <p>The mean weight of a pixel is 1 at any strength, so that the learning rate keeps its meaning.
 * At strength 1 (a = 1) all classes that occur have the same total weight N / K, at strength 0 all
 * weights are 1. A class that does not occur has weight 1. Ignored pixels do not count.
 *
 * <pre>
 * ClassBalance balance = ClassBalance.builder(2).addCells(slice1).addCells(slice2).build();
 * </pre>
 *
 * <p>Immutable, thread-safe; the builder is not.
 */
public final class ClassBalance {

    private final double[] weights;

    private ClassBalance(final double[] weights) {
        this.weights = weights;
    }

    /**
     * Starts to count.
     *
     * @param classes number of classes with background, at least 2
     * @throws UNetException if there are fewer
     */
    public static Builder builder(final int classes) {
        return new Builder(classes);
    }

    /**
     * No balance: weight 1 for each class.
     *
     * @param classes number of classes with background, at least 2
     * @throws UNetException if there are fewer
     */
    public static ClassBalance none(final int classes) {
        return builder(classes).build();
    }

    /** Number of classes with background. */
    public int classes() {
        return weights.length;
    }

    /**
     * Weight w_c.
     *
     * @param c class, 0 = background
     */
    public double weight(final int c) {
        return weights[c];
    }

    /**
     * Checks that all classes of a map have a weight.
     *
     * @throws UNetException if one has not; names the first such pixel
     */
    static void checkClasses(final LabelMap map, final int classes) {
        final int[] labels = map.labels();
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] >= classes) {
                throw new UNetException(
                        String.format(
                                Locale.ROOT,
                                "The class image has the class %d at x=%d, y=%d; allowed are 0"
                                        + " (background) to %d.",
                                labels[i],
                                i % map.width(),
                                i / map.width(),
                                classes - 1));
            }
        }
    }

    /** Counts the classes of a training set, map by map. */
    public static final class Builder {

        private final long[] pixels;
        private double strength = 1;

        private Builder(final int classes) {
            if (classes < 2) {
                throw new UNetException(
                        "The number of classes is "
                                + classes
                                + "; allowed are 2 (background and cell) and more.");
            }
            pixels = new long[classes];
        }

        /**
         * Counts a class map: the label is the class.
         *
         * @param map class map (x, y)
         * @throws UNetException if there is a class beyond the number of classes
         */
        public Builder addClasses(final LabelMap map) {
            checkClasses(map, pixels.length);
            for (final int c : map.labels()) {
                if (c >= 0) {
                    pixels[c]++;
                }
            }
            return this;
        }

        /**
         * Counts a map of cells: every cell is class 1.
         *
         * @param map label map (x, y)
         */
        public Builder addCells(final LabelMap map) {
            for (final int label : map.labels()) {
                if (label >= 0) {
                    pixels[Math.min(label, 1)]++;
                }
            }
            return this;
        }

        /**
         * Strength of the balance.
         *
         * @param value 0 (not at all) to 1 (all classes have the same total weight, the default)
         * @throws UNetException if it is outside 0..1
         */
        public Builder optStrength(final double value) {
            if (!(value >= 0 && value <= 1)) {
                throw new UNetException(
                        "The strength of the class balance is "
                                + value
                                + "; allowed is 0 (none) to 1 (all classes count the same).");
            }
            strength = value;
            return this;
        }

        public ClassBalance build() {
            final double[] weights = new double[pixels.length];
            long all = 0;
            double weighted = 0;
            for (int c = 0; c < weights.length; c++) {
                weights[c] = pixels[c] == 0 ? 1 : Math.pow(pixels[c], -strength);
                all += pixels[c];
                weighted += pixels[c] * weights[c];
            }
            for (int c = 0; c < weights.length; c++) {
                weights[c] = pixels[c] == 0 ? 1 : weights[c] * all / weighted;
            }
            return new ClassBalance(weights);
        }
    }
}
