package io.github.unetfiji.optimize;

import ai.djl.ndarray.NDArray;

/**
 * The number that a training minimises: the distance between the network's output for a patch and the labels. The built-in
 * one is {@link WeightedCrossEntropy}; a program hands its own to {@code Training.optLoss}:
 *
 * <pre>{@code
 * Loss pixelwise = (logits, labels, weights) ->
 *         logits.logSoftmax(1).gather(labels, 1).mul(weights).mean().neg();
 * Training.of("my cells", images, settings).optLoss("mean cross entropy", pixelwise).run();
 * }</pre>
 *
 * <p>It must be a pure function, since a training that is resumed calls it for the same patches again: its value depends
 * on its arguments alone. It is called from one thread. Held-out slices are judged by the weighted cross entropy whatever the
 * loss, so that trainings with several losses can be compared.
 */
@FunctionalInterface
public interface Loss {

    /**
     * The loss of a batch. Intermediate arrays belong to the manager of the logits, which closes them after the backward pass.
     *
     * @param logits output of the network before the soft-max, (batch, class, height, width), float32
     * @param labels class of every pixel, (batch, 1, height, width), int64, 0..classes-1; any class where the weight is 0
     * @param weights weight of every pixel, (batch, 1, height, width), float32, at least 0; 0 where the pixel is ignored
     * @return a scalar in float32 that was computed from the logits, so that it knows its gradient
     */
    NDArray of(NDArray logits, NDArray labels, NDArray weights);
}
