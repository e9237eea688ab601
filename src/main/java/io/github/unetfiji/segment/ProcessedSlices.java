package io.github.unetfiji.segment;

import io.github.unetfiji.Progress;
import io.github.unetfiji.processing.NamedTensor;
import io.github.unetfiji.stack.SliceSource;
import java.util.Arrays;
import java.util.Map;

/** The results of a program for whole slices, after the operations that its package applies to its outputs. */
final class ProcessedSlices implements SliceClassifier {

    private final SliceClassifier program;
    private final OutputOperations operations;
    private final OutputOperations.OfDataSet dataSet;
    private final int channels;

    private ProcessedSlices(
            final SliceClassifier program, final OutputOperations operations, final int channels) {
        this.program = program;
        this.operations = operations;
        this.channels = channels;
        dataSet = operations.ofDataSet();
    }

    /**
     * The results for an image. Where an operation needs statistics of all slices, these are computed first.
     *
     * @param program computes a slice
     * @param prepared slices of the image; followed by the same slices before any operation, as {@link PreparedAndRaw} has them,
     *     where the operations need them
     * @param channels that the program takes
     * @param progress told after every slice that is computed for its statistics
     */
    static ProcessedSlices of(
            final SliceClassifier program,
            final OutputOperations operations,
            final SliceSource prepared,
            final int channels,
            final Progress progress) {
        final ProcessedSlices slices = new ProcessedSlices(program, operations, channels);
        slices.dataSet.collect(
                prepared.slices(),
                index ->
                        slices.sample(
                                prepared.slice(index),
                                prepared.width(),
                                prepared.height(),
                                progress.reportingTo((done, total, message) -> {})),
                progress);
        return slices;
    }

    @Override
    public int tiles(final int width, final int height) {
        return program.tiles(width, height);
    }

    @Override
    public int factor() {
        return program.factor();
    }

    @Override
    public float[] probabilities(
            final float[] image, final int width, final int height, final Progress progress) {
        return dataSet.applied(sample(image, width, height, progress));
    }

    private Map<String, NamedTensor> sample(
            final float[] image, final int width, final int height, final Progress progress) {
        final int length = channels * width * height;
        final float[] prepared = image.length == length ? image : Arrays.copyOf(image, length);
        final Map<String, NamedTensor> sample =
                operations.sample(
                        program.probabilities(prepared, width, height, progress),
                        width * factor(),
                        height * factor());
        if (operations.needInput()) {
            final Map.Entry<String, NamedTensor> input =
                    operations.input(
                            Arrays.copyOfRange(image, length, image.length),
                            channels,
                            width,
                            height);
            sample.put(input.getKey(), input.getValue());
        }
        return sample;
    }
}
