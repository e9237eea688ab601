package io.github.unetfiji.optimize;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;

/**
 * Losses of programs of others, which give other things than the logits of classes: weighted cross entropies as {@link
 * WeightedCrossEntropy}, {@code sum_x w(x) e(x) / sum_x w(x)} with
 *
 * <pre>  e = -log p_label                              classes, of probabilities
 *   e = -(y log p + (1 - y) log(1 - p))           foreground y = 0, 1
 *   e = mean of that over foreground and boundary</pre>
 *
 * <p>Of a foreground before its sigmoid, x, the stable form is taken: {@code max(x, 0) - x y + log(1 + e^-|x|)}. Probabilities are
 * drawn a little towards the middle, {@code p (1 - 2 eps) + eps} with eps = 1e-6, so that a wrong one of exactly 0 or 1 costs a finite
 * amount.
 */
public final class ProbabilityLosses {

    private static final float EPSILON = 1e-6f;

    /** Smaller sums of weights than this count as "nothing to learn from". */
    private static final float SMALLEST_SUM = 1e-12f;

    private ProbabilityLosses() {}

    /** Of probabilities of classes; arguments as {@link Loss#of}. */
    public static NDArray ofClasses(
            final NDArray probabilities, final NDArray labels, final NDArray weights) {
        return mean(bounded(probabilities).log().gather(labels, 1).neg(), weights);
    }

    /** Of one channel before the sigmoid; labels are above 0 for the foreground. */
    public static NDArray ofForegroundLogits(
            final NDArray logits, final NDArray labels, final NDArray weights) {
        return mean(ofLogits(logits, foreground(labels)), weights);
    }

    /** Of one channel of probabilities; labels are above 0 for the foreground. */
    public static NDArray ofForeground(
            final NDArray probabilities, final NDArray labels, final NDArray weights) {
        return mean(ofProbabilities(probabilities, foreground(labels)), weights);
    }

    /** Of the channels foreground and boundary before the sigmoid; labels add 1 for foreground and 2 for boundary. */
    public static NDArray ofBoundaryLogits(
            final NDArray logits, final NDArray labels, final NDArray weights) {
        return mean(ofLogits(logits, both(labels)).mean(new int[] {1}, true), weights);
    }

    /** Of the channels foreground and boundary of probabilities; labels add 1 for foreground and 2 for boundary. */
    public static NDArray ofBoundary(
            final NDArray probabilities, final NDArray labels, final NDArray weights) {
        return mean(
                ofProbabilities(probabilities, both(labels)).mean(new int[] {1}, true), weights);
    }

    private static NDArray foreground(final NDArray labels) {
        return labels.gt(0).toType(DataType.FLOAT32, false);
    }

    private static NDArray both(final NDArray labels) {
        final NDArray boundary = labels.gte(2).toType(DataType.FLOAT32, false);
        final NDArray foreground = labels.toType(DataType.FLOAT32, false).sub(boundary.mul(2));
        return foreground.concat(boundary, 1);
    }

    private static NDArray ofLogits(final NDArray logits, final NDArray truth) {
        return logits.maximum(0).sub(logits.mul(truth)).add(logits.abs().neg().exp().add(1).log());
    }

    private static NDArray ofProbabilities(final NDArray probabilities, final NDArray truth) {
        final NDArray p = bounded(probabilities);
        final NDArray q = p.neg().add(1);
        final NDArray against = truth.neg().add(1);
        return p.log().mul(truth).add(q.log().mul(against)).neg();
    }

    private static NDArray bounded(final NDArray probabilities) {
        return probabilities.mul(1 - 2 * EPSILON).add(EPSILON);
    }

    private static NDArray mean(final NDArray each, final NDArray weights) {
        return each.mul(weights).sum().div(weights.sum().maximum(SMALLEST_SUM));
    }
}
