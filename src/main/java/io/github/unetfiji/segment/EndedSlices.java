package io.github.unetfiji.segment;

import io.github.unetfiji.Progress;
import io.github.unetfiji.processing.NamedTensor;
import io.github.unetfiji.stack.SliceSource;
import java.util.Arrays;
import java.util.Map;

/** The results of a program for whole slices, which operations of its package end. */
final class EndedSlices implements SliceClassifier {

    private final SliceClassifier program;
    private final OutputEnds ends;
    private final OutputEnds.OfDataSet dataSet;
    private final int channels;

    private EndedSlices(final SliceClassifier program, final OutputEnds ends, final int channels) {
        this.program = program;
        this.ends = ends;
        this.channels = channels;
        dataSet = ends.new OfDataSet();
    }

    /**
     * The results for an image. Where an operation needs statistics of all slices, these are computed first.
     *
     * @param program computes a slice
     * @param prepared slices of the image; followed by the same slices before any operation, as {@link UnpreparedToo} has them,
     *     where the operations need them
     * @param channels that the program takes
     * @param progress told after every slice that is computed for its statistics
     */
    static EndedSlices of(
            final SliceClassifier program,
            final OutputEnds ends,
            final SliceSource prepared,
            final int channels,
            final Progress progress) {
        final EndedSlices ended = new EndedSlices(program, ends, channels);
        ended.dataSet.collect(
                prepared.slices(),
                index ->
                        ended.sample(
                                prepared.slice(index),
                                prepared.width(),
                                prepared.height(),
                                progress.reportingTo((done, total, message) -> {})),
                progress);
        return ended;
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
        return dataSet.ended(sample(image, width, height, progress));
    }

    private Map<String, NamedTensor> sample(
            final float[] image, final int width, final int height, final Progress progress) {
        final int length = channels * width * height;
        final float[] prepared = image.length == length ? image : Arrays.copyOf(image, length);
        final Map<String, NamedTensor> sample =
                ends.sample(
                        program.probabilities(prepared, width, height, progress),
                        width * factor(),
                        height * factor());
        if (ends.needInput()) {
            final Map.Entry<String, NamedTensor> input =
                    ends.input(
                            Arrays.copyOfRange(image, length, image.length),
                            channels,
                            width,
                            height);
            sample.put(input.getKey(), input.getValue());
        }
        return sample;
    }
}
