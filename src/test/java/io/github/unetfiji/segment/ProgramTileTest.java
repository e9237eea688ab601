package io.github.unetfiji.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.unetfiji.Progress;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.bioimageio.AxisSize;
import io.github.unetfiji.bioimageio.Operation;
import io.github.unetfiji.bioimageio.PackageDescription;
import io.github.unetfiji.network.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Programs of packages as functions of a tile; here the programs are functions of Java. */
class ProgramTileTest {

    private static final AxisSize ANY = new AxisSize.Stepped(2, 2);

    private static ProgramTile tile(
            final PackageDescription description, final Function<Tensor, List<Tensor>> program) {
        return new ProgramTile(
                description,
                new ProgramGeometry(description).with(List.of(0, 0)),
                new OutputOperations(description),
                program);
    }

    private static float[] noise(final int length) {
        final Random random = new Random(length);
        final float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = random.nextFloat();
        }
        return values;
    }

    private static int position(final String order, final char axis) {
        return order.indexOf(axis);
    }

    /** Where a value lies in a tensor of 3 channels, 4 rows and 6 columns, or so many. */
    private static int index(final String order, final long[] shape, final int... cyx) {
        int index = 0;
        for (int d = 0; d < order.length(); d++) {
            final char axis = order.charAt(d);
            final int at = axis == 'c' ? cyx[0] : axis == 'y' ? cyx[1] : axis == 'x' ? cyx[2] : 0;
            index = index * (int) shape[d] + at;
        }
        return index;
    }

    /** A program that adds 1 to the rows, 10 to the columns: it sees what is where, whatever the order of the axes. */
    @ParameterizedTest
    @CsvSource({"bcyx, bcyx", "byxc, byxc", "cyx, bcxy", "xcyb, yxc", "ycbx, cyx"})
    void axesInAnyOrder(final String in, final String out) {
        final int[] seen = {0};
        final ProgramTile tile =
                tile(
                        Foreign.of(Foreign.input(in, 3, ANY), Foreign.output("a", out, 3, 1, 0, 0)),
                        tensor -> {
                            assertEquals(3, tensor.shape()[position(in, 'c')]);
                            assertEquals(4, tensor.shape()[position(in, 'y')]);
                            assertEquals(6, tensor.shape()[position(in, 'x')]);
                            seen[0]++;
                            final long[] shape = new long[out.length()];
                            for (int d = 0; d < shape.length; d++) {
                                final int from = in.indexOf(out.charAt(d));
                                shape[d] = from < 0 ? 1 : tensor.shape()[from];
                            }
                            final float[] values = new float[3 * 4 * 6];
                            for (int c = 0; c < 3; c++) {
                                for (int y = 0; y < 4; y++) {
                                    for (int x = 0; x < 6; x++) {
                                        values[index(out, shape, c, y, x)] =
                                                tensor.values()[index(in, tensor.shape(), c, y, x)]
                                                        + y
                                                        + 10 * x;
                                    }
                                }
                            }
                            return List.of(new Tensor(shape, values));
                        });
        final float[] image = noise(3 * 4 * 6);
        final float[] result = tile.compute(image.clone(), new int[] {6, 4});
        for (int i = 0; i < image.length; i++) {
            assertEquals(image[i] + i / 6 % 4 + 10 * (i % 6), result[i], 1e-6);
        }
        assertEquals(1, seen[0]);
    }

    /** The values of an image k times as fine, without an engine. */
    private static Tensor finer(final Tensor tensor, final int k) {
        final int height = (int) tensor.shape()[2];
        final int width = (int) tensor.shape()[3];
        final float[] values = new float[height * k * width * k];
        for (int i = 0; i < values.length; i++) {
            final int y = i / (width * k);
            final int x = i % (width * k);
            values[i] = 100 * tensor.values()[y / k * width + x / k] + y % k * 10 + x % k;
        }
        return new Tensor(new long[] {1, 1, height * k, width * k}, values);
    }

    /** Tiles of a super-resolution, put together, are the fine image; an output that is not finer is repeated. */
    @Test
    void superResolution() {
        final PackageDescription description =
                Foreign.of(
                        Foreign.input("bcyx", 1, ANY),
                        Foreign.output("fine", "bcyx", 1, 3, 0, 0),
                        Foreign.output("same", "bcyx", 1, 1, 0, 0));
        final ProgramTile tile = tile(description, tensor -> List.of(finer(tensor, 3), tensor));
        assertEquals(3, tile.factor());
        assertEquals(18, tile.outputs());
        final float[] image = noise(98 * 66);
        final TiledInference tiles = new TiledInference(tile, 1000, TileSize.of(34));
        assertEquals(6, tiles.plan(98, 66).tileCount());
        final float[] result = new FineSlices(tiles, 3).probabilities(image, 98, 66, Progress.NONE);
        final float[] expected = finer(new Tensor(new long[] {1, 1, 66, 98}, image), 3).values();
        assertEquals(2 * expected.length, result.length);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], result[i]);
            final int same = i / 294 / 3 * 98 + i % 294 / 3;
            assertEquals(image[same], result[expected.length + i]);
        }
    }

    @Test
    void aCoarserOutputIsRepeated() {
        final ProgramTile tile =
                tile(
                        Foreign.of(
                                Foreign.input("bcyx", 1, ANY),
                                Foreign.output("coarse", "bcyx", 1, 0.5, 0, 0)),
                        tensor -> List.of(new Tensor(new long[] {1, 1, 1, 2}, new float[] {5, 7})));
        assertArrayEquals(
                new float[] {5, 5, 7, 7, 5, 5, 7, 7}, tile.compute(new float[8], new int[] {4, 2}));
    }

    /** An output of which the program loses 1 px at each end, and one that has all: the first decides. */
    @Test
    void aProgramThatDoesNotPad() {
        final ProgramTile tile =
                tile(
                        Foreign.of(
                                Foreign.input("yx", 1, new AxisSize.Stepped(4, 1)),
                                Foreign.output("inner", "yx", 1, 1, -2, 0),
                                Foreign.output("all", "yx", 1, 1, 0, 0)),
                        tensor ->
                                List.of(
                                        new Tensor(
                                                new long[] {2, 2},
                                                new float[] {
                                                    tensor.values()[5],
                                                    tensor.values()[6],
                                                    tensor.values()[9],
                                                    tensor.values()[10]
                                                }),
                                        tensor));
        final float[] image = noise(16);
        final float[] inner = {image[5], image[6], image[9], image[10]};
        final float[] both = new float[8];
        System.arraycopy(inner, 0, both, 0, 4);
        System.arraycopy(inner, 0, both, 4, 4);
        assertArrayEquals(both, tile.compute(image, new int[] {4, 4}));
        assertEquals(1, tile.geometry().axis(0).halo());
        assertEquals(2, tile.geometry().axis(0).outputFor(4));
    }

    @Test
    void operationsOfAPixelEndEveryTile() {
        final ProgramTile tile =
                tile(
                        Foreign.of(
                                Foreign.input("bcyx", 1, ANY),
                                Foreign.output("a", "bcyx", 1, 1, 0, 0, new Operation.Sigmoid())),
                        List::of);
        assertEquals(
                1 / (1 + Math.exp(-3)),
                tile.compute(new float[] {3, 0, 0, 0}, new int[] {2, 2})[0],
                1e-6);
    }

    @Test
    void aProgramThatIsNotWhatThePackageSays() {
        final PackageDescription description =
                Foreign.of(Foreign.input("bcyx", 1, ANY), Foreign.output("a", "bcyx", 1, 1, 0, 0));
        assertEquals(
                "The program gives 1x2 px of 'a' for a tile of 2x2 px, but the package says 2x2 px.",
                failure(description, new Tensor(new long[] {1, 1, 2, 1}, new float[2])));
        assertEquals(
                "The program's output 'a' has the shape [1, 2, 2, 2], but the package says 4 axes and 1"
                        + " channel(s).",
                failure(description, new Tensor(new long[] {1, 2, 2, 2}, new float[8])));
        assertEquals(
                "The program's output 'a' has the shape [2, 2], but the package says 4 axes and 1"
                        + " channel(s).",
                failure(description, new Tensor(new long[] {2, 2}, new float[4])));
        assertEquals(
                "The model gives NaN instead of a number, of normalized intensities from 0.00 to 0.00: its"
                        + " weights are damaged, or its training diverged; use another model.",
                failure(
                        description,
                        new Tensor(new long[] {1, 1, 2, 2}, new float[] {0, 0, 0, Float.NaN})));
        assertEquals(
                "The program gives 0 output(s), but the package says 1.", failure(description));
    }

    private static String failure(final PackageDescription description, final Tensor... outputs) {
        final ProgramTile tile = tile(description, tensor -> new ArrayList<>(List.of(outputs)));
        return assertThrows(UNetException.class, () -> tile.compute(new float[4], new int[] {2, 2}))
                .getMessage();
    }
}
