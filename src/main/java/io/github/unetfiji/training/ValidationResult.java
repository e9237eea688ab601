package io.github.unetfiji.training;

import java.util.List;

/**
 * How well the held-out slices are segmented.
 *
 * @param loss weighted cross entropy (eq. 1) over all held-out pixels
 * @param pixelError fraction of pixels (ignored ones left out) whose most probable class is wrong
 * @param iou intersection over union of every class, NaN for one that neither occurs nor is predicted
 */
public record ValidationResult(double loss, double pixelError, List<Double> iou) {

    public ValidationResult {
        iou = List.copyOf(iou);
    }
}
