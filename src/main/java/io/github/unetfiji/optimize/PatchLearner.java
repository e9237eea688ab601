package io.github.unetfiji.optimize;

import io.github.unetfiji.augment.AugmentedSample;
import io.github.unetfiji.network.Tensor;
import java.util.Map;

/** Learns from one patch after the other: {@link TrainingStep}, or in tests a double of it. Not thread-safe. */
public interface PatchLearner extends AutoCloseable {

    /**
     * Learns from a patch.
     *
     * @param iteration from 1
     * @param rate learning rate, above 0
     * @return the loss before the step
     * @throws io.github.unetfiji.UNetException if the loss is not finite; then nothing was changed
     * @throws io.github.unetfiji.engine.OutOfMemoryException if memory does not suffice for the patch; then nothing was
     *     changed
     */
    double learn(int iteration, AugmentedSample sample, double rate);

    /** A copy of the optimizer's state between two steps, by name, see {@link Optimizer#state}. */
    Map<String, Tensor> moments();

    /** A copy of the moving average of the parameters by name, empty if there is none. */
    Map<String, Tensor> average();

    /** Goes on from earlier {@link #moments} and an earlier {@link #average}. */
    void restore(Map<String, Tensor> moments, Map<String, Tensor> average);

    @Override
    void close();
}
