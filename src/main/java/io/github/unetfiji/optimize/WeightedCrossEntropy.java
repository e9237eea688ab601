package io.github.unetfiji.optimize;

import ai.djl.ndarray.NDArray;

/**
 * The built-in {@link Loss}, the energy of Ronneberger et al. 2015, eq. 1: pixel-wise soft-max over the classes and cross
 * entropy weighted by w(x), divided by the sum of the weights:
 *
 * <pre>  E = sum_x w(x) * -log p_label(x)(x)  /  sum_x w(x)</pre>
 *
 * The division makes the step size independent of the patch size and of how much of it is ignored.
 * A patch that is ignored everywhere has energy 0.
 */
public final class WeightedCrossEntropy {

    /** Smaller sums of weights than this count as "nothing to learn from". */
    private static final float SMALLEST_SUM = 1e-12f;

    private WeightedCrossEntropy() {}

    /**
     * The energy of a batch.
     *
     * @param logits (batch, class, height, width)
     * @param labels (batch, 1, height, width), int64, 0..classes-1; any valid class where the weight is 0
     * @param weights (batch, 1, height, width), at least 0
     * @return a scalar in float32 that knows its gradient
     */
    public static NDArray of(final NDArray logits, final NDArray labels, final NDArray weights) {
        final NDArray sum = weights.sum().maximum(SMALLEST_SUM);
        return weightedSum(logits, labels, weights).div(sum);
    }

    /** The numerator of the energy: the sum over pixels of w * -log p. */
    static NDArray weightedSum(final NDArray logits, final NDArray labels, final NDArray weights) {
        return logits.logSoftmax(1).gather(labels, 1).mul(weights).sum().neg();
    }
}
