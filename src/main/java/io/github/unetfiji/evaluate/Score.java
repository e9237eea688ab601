package io.github.unetfiji.evaluate;

/**
 * A number and the threshold at which it was reached.
 *
 * @param value NaN if there is none
 * @param threshold the first of several that are equally good
 */
public record Score(double value, double threshold) {

    /** No number: the metric was not asked for, or says nothing of this slice. */
    public static final Score NONE = new Score(Double.NaN, Double.NaN);

    /** 1 - value, at the same threshold. */
    public Score complement() {
        return new Score(1 - value, threshold);
    }
}
