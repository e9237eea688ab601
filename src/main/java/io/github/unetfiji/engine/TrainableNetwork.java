package io.github.unetfiji.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.github.unetfiji.network.Parameters;
import io.github.unetfiji.network.Tensor;
import java.util.Map;

/**
 * A network on a device whose parameters can be moved along their gradients: a U-Net ({@link Network}), or a program that
 * somebody else wrote ({@link TrainableProgram}). Not thread-safe. To be closed.
 */
public interface TrainableNetwork extends AutoCloseable {

    /** The manager that lives as long as this network, on its device. */
    NDManager manager();

    /**
     * The output for a batch.
     *
     * @param batch (batch, channel, height, width), valid sizes; the result belongs to its manager
     * @param training whether the network behaves as in training, such as with dropout, and the result knows its gradient
     * @return (batch, output, height - 2 lost, width - 2 lost); a program that pads loses nothing
     */
    NDArray forward(NDArray batch, boolean training);

    /** The live parameters that have gradients, by name; they belong to this network. */
    Map<String, NDArray> arrays();

    /** A copy of all that a model file holds, as it is now: the parameters, and what else changes in training. */
    Parameters parameters();

    /**
     * The same, with other values of the {@link #arrays}.
     *
     * @param averages by name, one of each
     */
    Parameters parameters(Map<String, Tensor> averages);

    @Override
    void close();
}
