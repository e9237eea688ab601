package io.github.unetfiji.processing;

import io.github.unetfiji.Progress;
import io.github.unetfiji.bioimageio.TensorDescription;
import io.github.unetfiji.network.Tensor;
import io.github.unetfiji.stack.Normalizer;
import io.github.unetfiji.stack.SliceSource;
import java.util.Map;

/**
 * Prepares the input of a program, as its package says. A slice of an image is a sample; all slices are the data set.
 *
 * <pre>
 * SliceSource prepared = Preprocessing.of(description.input()).normalized(image, Progress.NONE);
 * </pre>
 */
public final class Preprocessing implements Normalizer {

    private final TensorDescription input;
    private final OperationChain chain;

    private Preprocessing(final TensorDescription input) {
        this.input = input;
        chain = OperationChain.of(input);
    }

    /**
     * The preprocessing of an input.
     *
     * @throws io.github.unetfiji.UNetException if an operation casts to an unknown type
     */
    public static Preprocessing of(final TensorDescription input) {
        return new Preprocessing(input);
    }

    /**
     * Prepares a whole tensor, which is a sample and the data set.
     *
     * @param tensor with the axes of the description; not changed
     */
    public Tensor applied(final Tensor tensor) {
        final NamedTensor copy =
                NamedTensor.of(input, new Tensor(tensor.shape(), tensor.values().clone()));
        final Map<String, NamedTensor> sample = Map.of(input.id(), copy);
        final Statistics dataSet = Statistics.ofSample(chain.measures(true), sample);
        return chain.applied(sample, dataSet).tensor();
    }

    /**
     * {@inheritDoc}
     *
     * <p>Where an operation needs statistics of the data set, all slices are read once, or twice if these are percentiles.
     * Percentiles are exact.
     *
     * @throws io.github.unetfiji.UNetException if an intensity is NaN or infinite, here or when the slice is read, or does not fit
     *     the integers that the program takes, or if the operations have numbers for another count of channels
     */
    @Override
    public SliceSource normalized(final SliceSource image, final Progress progress) {
        final Statistics dataSet = new Statistics(chain.measures(true));
        final PreparedSlices slices = new PreparedSlices(image, input, chain, dataSet);
        slices.collect(progress);
        return slices;
    }
}
