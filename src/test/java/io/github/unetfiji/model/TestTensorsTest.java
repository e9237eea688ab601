package io.github.unetfiji.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.unetfiji.Progress;
import io.github.unetfiji.bioimageio.NumpyArray;
import io.github.unetfiji.engine.Programs;
import io.github.unetfiji.engine.Zips;
import io.github.unetfiji.ij.Slices;
import io.github.unetfiji.stack.NormalizedSlices;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
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
        assertArrayEquals(new long[] {1, 2, 10, 10}, input.shape());
        assertArrayEquals(new long[] {1, 3, 10, 10}, output.shape());
        final float[] normalised =
                NormalizedSlices.of(
                                new Slices(10, 10, 2, input.values()),
                                model.normalization(),
                                Progress.NONE)
                        .slice(0);
        final Path weights = Files.write(folder.resolve("w.pt"), entries.get("weights.pt"));
        assertArrayEquals(output.values(), Programs.forward(weights, normalised, 2, 10, 10), 1e-6f);
    }

    @Test
    void theSmallestSideIsAboveTheHalo() {
        assertEquals(10, TestTensors.smallestSide(Models.tiny(1, 2, "stack").architecture()));
        assertEquals(
                100,
                TestTensors.smallestSide(io.github.unetfiji.network.Architecture.of(4, 2, 1, 2)));
    }
}
