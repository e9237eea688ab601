package io.github.unetfiji.training;

import java.util.List;
import java.util.Locale;

/**
 * How well the held-out slices are segmented.
 *
 * @param loss weighted cross entropy (eq. 1) over all held-out pixels
 * @param pixelError fraction of pixels (ignored ones left out) whose most probable class is wrong
 * @param iou intersection over union of every class where the most probable is taken, NaN for one that neither occurs nor is
 *     predicted
 * @param meanIou mean of the classes that occur, at the threshold of 0.05 to 0.95 where it is largest; the larger, the better the
 *     model
 * @param threshold at which that is, 0 if it is that of the most probable class
 */
public record ValidationResult(
        double loss, double pixelError, List<Double> iou, double meanIou, double threshold) {

    public ValidationResult {
        iou = List.copyOf(iou);
    }

    /** A result without thresholds: the mean IoU of the most probable classes stands for that of the best threshold. */
    public ValidationResult(final double loss, final double pixelError, final List<Double> iou) {
        this(
                loss,
                pixelError,
                iou,
                iou.stream()
                        .filter(value -> !value.isNaN())
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElse(0),
                0);
    }

    /**
     * Whether the parameters of this result are better than others: the one measure by which a training picks its model.
     *
     * @param otherMeanIou of the others, which were found before, so that they stay where both are equal
     */
    boolean isBetterThan(final double otherMeanIou) {
        return meanIou > otherMeanIou;
    }

    /** For people: {@code mean IoU 0.743 at threshold 0.40}. */
    public String meanIouWords() {
        return String.format(Locale.ROOT, "mean IoU %.3f", meanIou)
                + (threshold == 0
                        ? ""
                        : String.format(Locale.ROOT, " at threshold %.2f", threshold));
    }
}
