package io.github.unetfiji.segment;

import io.github.unetfiji.Progress;
import io.github.unetfiji.bioimageio.PackageDescription;
import io.github.unetfiji.bioimageio.TensorDescription;
import io.github.unetfiji.processing.NamedTensor;
import io.github.unetfiji.processing.OutputProcessing;
import io.github.unetfiji.processing.Statistics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** The operations that a package applies to the outputs of its program. */
final class OutputOperations {

    private final PackageDescription description;
    private final List<OutputProcessing> outputs;

    OutputOperations(final PackageDescription description) {
        this.description = description;
        outputs = description.outputs().stream().map(OutputProcessing::of).toList();
    }

    /** Whether they can be applied to tiles one by one, since none needs statistics. */
    boolean arePointwise() {
        return outputs.stream().allMatch(OutputProcessing::isPointwise);
    }

    /** Whether an operation needs statistics of the image itself. */
    boolean needInput() {
        final String input = description.input().id();
        return outputs.stream().anyMatch(output -> output.references().contains(input));
    }

    /** Applies them to an output of a tile, if none of any output needs statistics; otherwise gives the output as it is. */
    PlaneTensor.Planes onTile(final int output, final PlaneTensor.Planes planes) {
        final TensorDescription tensor = description.outputs().get(output);
        if (!arePointwise() || tensor.operations().isEmpty()) {
            return planes;
        }
        final NamedTensor named =
                NamedTensor.ofSlice(
                        tensor,
                        planes.channels(),
                        planes.height(),
                        planes.width(),
                        planes.values());
        return planes.withValues(outputs.get(output).applied(Map.of(tensor.id(), named)).values());
    }

    /** The same operations, with statistics of all slices of an image, which are yet to be collected. */
    OfDataSet ofDataSet() {
        return new OfDataSet();
    }

    /** The operations with statistics of all slices. */
    final class OfDataSet {

        private final List<Statistics> statistics =
                outputs.stream().map(OutputProcessing::statistics).toList();

        /** How often all slices must be computed before they can be applied to the first one. */
        int passes() {
            return statistics.stream().mapToInt(Statistics::passes).max().orElse(0);
        }

        /**
         * Takes the results of all slices.
         *
         * @param samples computes the tensors of a slice
         */
        void collect(
                final int slices,
                final IntFunction<Map<String, NamedTensor>> samples,
                final Progress progress) {
            for (int step = 0; step < passes() * slices; step++) {
                progress.checkCancelled();
                final Map<String, NamedTensor> sample = samples.apply(step % slices);
                for (final Statistics one : statistics) {
                    if (step / slices < one.passes()) {
                        one.add(sample, step / slices);
                    }
                }
                progress.report(step + 1, (long) passes() * slices, "reading results");
            }
        }

        /** Applies them to the outputs of a slice: (channel, y, x) of all outputs. */
        float[] applied(final Map<String, NamedTensor> sample) {
            final List<float[]> results = new ArrayList<>();
            for (int i = 0; i < outputs.size(); i++) {
                // NB: an operation may change the values, and another output may refer to them.
                final Map<String, NamedTensor> own = new LinkedHashMap<>(sample);
                own.computeIfPresent(description.outputs().get(i).id(), (id, one) -> copy(one));
                results.add(outputs.get(i).applied(own, statistics.get(i)).values());
            }
            return results.size() == 1 ? results.get(0) : joined(results);
        }

        private static NamedTensor copy(final NamedTensor tensor) {
            return new NamedTensor(tensor.axes(), tensor.lengths(), tensor.values().clone());
        }

        private static float[] joined(final List<float[]> parts) {
            final float[] all = new float[parts.stream().mapToInt(part -> part.length).sum()];
            int start = 0;
            for (final float[] part : parts) {
                System.arraycopy(part, 0, all, start, part.length);
                start += part.length;
            }
            return all;
        }
    }

    /**
     * The tensors of a slice by their names, before any operation.
     *
     * @param planes of all outputs (channel, y, x)
     * @param width of the planes, px
     * @param height of the planes, px
     */
    Map<String, NamedTensor> sample(final float[] planes, final int width, final int height) {
        final Map<String, NamedTensor> sample = new LinkedHashMap<>();
        int start = 0;
        for (final TensorDescription output : description.outputs()) {
            final int channels = output.channels();
            final int end = start + channels * width * height;
            sample.put(
                    output.id(),
                    NamedTensor.ofSlice(
                            output,
                            channels,
                            height,
                            width,
                            Arrays.copyOfRange(planes, start, end)));
            start = end;
        }
        return sample;
    }

    /** The image of a slice as it was before any operation, with its name. */
    Map.Entry<String, NamedTensor> input(
            final float[] slice, final int channels, final int width, final int height) {
        return Map.entry(
                description.input().id(),
                NamedTensor.ofSlice(description.input(), channels, height, width, slice));
    }
}
