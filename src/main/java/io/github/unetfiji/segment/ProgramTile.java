package io.github.unetfiji.segment;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.bioimageio.PackageDescription;
import io.github.unetfiji.bioimageio.TensorAxis.Kind;
import io.github.unetfiji.bioimageio.TensorDescription;
import io.github.unetfiji.network.Tensor;
import io.github.unetfiji.tiling.TileGeometry;
import io.github.unetfiji.tiling.TileNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;

/**
 * The program of a package as a function of a tile. Its channels are those of all outputs, one after the other.
 *
 * <p>The result has the size of the tile, or is smaller by what the geometry says that is lost. An output of fewer pixels is
 * repeated. An output of k times as many pixels along both axes becomes k k channels: those of row 0 of every k x k block, then those of row 1, and so on; {@link FineSlices} puts them
 * back.
 */
final class ProgramTile implements TileNetwork {

    private final PlaneTensor input;
    private final List<PlaneTensor> outputs = new ArrayList<>();
    private final List<OutputScale> scales = new ArrayList<>();
    private final List<List<IntUnaryOperator>> lengths = new ArrayList<>();
    private final TileGeometry geometry;
    private final OutputOperations operations;
    private final Function<Tensor, List<Tensor>> program;
    private final int factor;

    /**
     * @param geometry of the tiles
     * @param operations of the package on its outputs
     * @param program computes the outputs of the package in its order
     * @throws UNetException if its tensors are no planes, or not as large as the image or a multiple of it
     */
    ProgramTile(
            final PackageDescription description,
            final TileGeometry geometry,
            final OutputOperations operations,
            final Function<Tensor, List<Tensor>> program) {
        this.geometry = geometry;
        this.operations = operations;
        this.program = program;
        final String model = description.name();
        input = PlaneTensor.of(description.input(), model);
        for (final TensorDescription output : description.outputs()) {
            outputs.add(PlaneTensor.of(output, model));
            scales.add(OutputScale.ofPlane(output, model));
            lengths.add(
                    List.of(
                            OutputScale.of(output, Kind.X)::length,
                            OutputScale.of(output, Kind.Y)::length));
        }
        factor = scales.stream().mapToInt(OutputScale::up).max().orElse(1);
        if (scales.stream().anyMatch(scale -> factor % scale.up() != 0)) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "The outputs of the model '%s' are of sizes of which none is a multiple of all others.",
                            model));
        }
    }

    /** Pixels of the result for one of the input, along x and along y. */
    int factor() {
        return factor;
    }

    @Override
    public TileGeometry geometry() {
        return geometry;
    }

    @Override
    public int channels() {
        return input.channels();
    }

    @Override
    public int outputs() {
        return outputs.stream().mapToInt(PlaneTensor::channels).sum() * factor * factor;
    }

    @Override
    public float[] compute(final float[] block, final int[] size) {
        final int width = size[0];
        final int height = size[1];
        final List<Tensor> tensors = program.apply(input.tensor(block, channels(), width, height));
        if (tensors.size() < outputs.size()) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "The program gives %d output(s), but the package says %d.",
                            tensors.size(),
                            outputs.size()));
        }
        final List<PlaneTensor.Planes> planes = new ArrayList<>();
        for (int i = 0; i < outputs.size(); i++) {
            final float[] values = tensors.get(i).values();
            FiniteProbabilities.check(values, values.length, block, "number");
            planes.add(
                    operations.onTile(
                            i, checked(outputs.get(i).planes(tensors.get(i)), i, width, height)));
        }
        final int outWidth = geometry.axis(0).outputFor(width);
        final int outHeight = geometry.axis(1).outputFor(height);
        if (planes.size() == 1 && planes.get(0).isOf(outWidth, outHeight)) {
            return planes.get(0).values();
        }
        final float[] result = new float[outputs() * outWidth * outHeight];
        int start = 0;
        for (int i = 0; i < planes.size(); i++) {
            start = add(planes.get(i), scales.get(i), outWidth, outHeight, result, start);
        }
        return result;
    }

    private PlaneTensor.Planes checked(
            final PlaneTensor.Planes planes, final int output, final int width, final int height) {
        final int wantedWidth = lengths.get(output).get(0).applyAsInt(width);
        final int wantedHeight = lengths.get(output).get(1).applyAsInt(height);
        if (!planes.isOf(wantedWidth, wantedHeight)) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "The program gives %dx%d px of '%s' for a tile of %dx%d px, but the package says"
                                    + " %dx%d px.",
                            planes.width(),
                            planes.height(),
                            outputs.get(output).id(),
                            width,
                            height,
                            wantedWidth,
                            wantedHeight));
        }
        return planes;
    }

    /**
     * Adds the channels of an output to the result.
     *
     * @param width of the result, px
     * @param height of the result, px
     * @return where the next ones begin
     */
    private int add(
            final PlaneTensor.Planes planes,
            final OutputScale scale,
            final int width,
            final int height,
            final float[] result,
            final int start) {
        int i = start;
        final int size = planes.width() * planes.height();
        final int coarser = factor / scale.up() * scale.down();
        // NB: what this output has more than another one that loses more, or a halo that is not to
        // be used.
        final int left = Math.max(0, (planes.width() * scale.down() / scale.up() - width) / 2);
        final int top = Math.max(0, (planes.height() * scale.down() / scale.up() - height) / 2);
        for (int c = 0; c < planes.channels(); c++) {
            for (int part = 0; part < factor * factor; part++) {
                for (int y = top; y < top + height; y++) {
                    final int row = (y * factor + part / factor) / coarser * planes.width();
                    for (int x = left; x < left + width; x++) {
                        final int column = (x * factor + part % factor) / coarser;
                        result[i++] = planes.values()[c * size + row + column];
                    }
                }
            }
        }
        return i;
    }
}
