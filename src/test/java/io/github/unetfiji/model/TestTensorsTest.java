package io.github.unetfiji.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.unetfiji.Progress;
import io.github.unetfiji.bioimageio.NumpyArray;
import io.github.unetfiji.engine.Programs;
import io.github.unetfiji.engine.Zips;
import io.github.unetfiji.ij.Slices;
import io.github.unetfiji.network.Architecture;
import io.github.unetfiji.stack.NormalizedSlices;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What others compute from the packaged files is what the package says. */
class TestTensorsTest {

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"stack", "slice", "range"})
    void thePackagedProgramGivesThem(final String mode) throws Exception {
        final UNetModel model = Models.tiny(2, 3, mode);
        final Path file = folder.resolve("model.zip");
        ModelPackage.write(model, file);
        final Map<String, byte[]> entries = Zips.read(file);
        final NumpyArray input = NumpyArray.parse(entries.get("test_input.npy"));
        final NumpyArray output = NumpyArray.parse(entries.get("test_output.npy"));
        assertArrayEquals(new long[] {1, 2, 26, 26}, input.shape());
        assertArrayEquals(new long[] {1, 3, 26, 26}, output.shape());
        final float[] normalised =
                NormalizedSlices.of(
                                new Slices(26, 26, 2, input.values()),
                                model.normalization(),
                                Progress.NONE)
                        .slice(0);
        // NB: a range is a part of the program.
        final float[] seen = mode.equals("range") ? input.values() : normalised;
        final Path weights = Files.write(folder.resolve("w.pt"), entries.get("weights.pt"));
        assertArrayEquals(output.values(), Programs.forward(weights, seen, 2, 26, 26), 1e-6f);
    }

    /** Tile sizes are multiples of 2^depth, and something must be left of the smallest when the halo is dropped. */
    @ParameterizedTest
    @CsvSource({
        "1, 2, 12, 26",
        "2, 4, 24, 52",
        "3, 8, 48, 104",
        "4, 16, 96, 208",
        "8, 256, 1536, 3328"
    })
    void tilesOfOthers(final int depth, final int step, final int halo, final int side) {
        assertEquals(
                new ForeignTiles(step, halo, side),
                ForeignTiles.of(Architecture.of(depth, 2, 1, 2)));
    }
}
