package io.github.unetfiji.processing;

import io.github.unetfiji.bioimageio.TensorDescription;
import java.util.Map;
import java.util.Set;

/**
 * Applies to an output of a program the operations that its package names. A slice is a sample; all slices are the data set.
 *
 * <p>Some operations need nothing but the values at a place ({@link #isPointwise}); they give the same on a tile and on a whole
 * slice. Others need statistics of the slice, or of the data set ({@link #statistics}), also of the input ({@link #references}):
 * always those of the tensors before their operations.
 *
 * <pre>
 * OutputProcessing processing = OutputProcessing.of(output);
 * Statistics statistics = processing.statistics();
 * for (int pass = 0; pass &lt; statistics.passes(); pass++) {
 *     for (int z = 0; z &lt; slices; z++) {
 *         statistics.add(sample(z), pass);
 *     }
 * }
 * float[] first = processing.applied(sample(0), statistics).values();
 * </pre>
 */
public final class OutputProcessing {

    private final OperationChain chain;

    private OutputProcessing(final OperationChain chain) {
        this.chain = chain;
    }

    /**
     * The postprocessing of an output.
     *
     * @throws io.github.unetfiji.UNetException if an operation casts to an unknown type
     */
    public static OutputProcessing of(final TensorDescription output) {
        return new OutputProcessing(OperationChain.of(output));
    }

    /** Whether the result at a place depends only on the output's values there, of all channels. */
    public boolean isPointwise() {
        return chain.isPointwise();
    }

    /** Ids of other tensors, the input or outputs, that must be in a sample; mostly none. */
    public Set<String> references() {
        return chain.references();
    }

    /** Statistics of the data set, to be collected before {@link #applied}; 0 passes where none are needed. */
    public Statistics statistics() {
        return new Statistics(chain.measures(true));
    }

    /**
     * Applies the operations to the output of a sample. For a whole tensor of the program, which is also the data set, use {@link #applied(Map)}.
     *
     * @param sample the output and the {@link #references} by id, all before any operation; the values of the output are changed
     * @param dataSet that were collected
     * @return the output after its operations
     */
    public NamedTensor applied(final Map<String, NamedTensor> sample, final Statistics dataSet) {
        return chain.applied(sample, dataSet);
    }

    /** Applies the operations to the output of a sample that is also the data set. */
    public NamedTensor applied(final Map<String, NamedTensor> sample) {
        return chain.applied(sample, Statistics.ofSample(chain.measures(true), sample));
    }
}
