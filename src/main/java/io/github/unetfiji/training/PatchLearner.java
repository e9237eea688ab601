package io.github.unetfiji.training;

import io.github.unetfiji.augment.AugmentedSample;
import io.github.unetfiji.network.Tensor;
import java.util.Map;

/** Learns from one sample after the other. */
interface PatchLearner extends AutoCloseable {

    /**
     * Learns from a sample.
     *
     * @param iteration from 1
     * @param rate learning rate, above 0
     * @return the loss before the step
     * @throws io.github.unetfiji.UNetException if it is not finite; then nothing was changed
     * @throws NotEnoughMemoryException if the patch is too large; then nothing was changed
     */
    double learn(int iteration, AugmentedSample sample, double rate);

    /** What the optimiser must keep, by name. */
    Map<String, Tensor> moments();

    /** The moving average of the parameters by name, empty if there is none. */
    Map<String, Tensor> average();

    /** Goes on from the moments and the average of a state. */
    void restore(TrainingState state);

    @Override
    void close();
}
