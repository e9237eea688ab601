package io.github.unetfiji.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unetfiji.Progress;
import io.github.unetfiji.ij.CalibratedSlices;
import io.github.unetfiji.ij.Slices;
import io.github.unetfiji.model.Models;
import io.github.unetfiji.model.UNetModel;
import io.github.unetfiji.network.Architecture;
import io.github.unetfiji.stack.LengthUnit;
import io.github.unetfiji.stack.PixelSize;
import io.github.unetfiji.stack.Selection;
import io.github.unetfiji.stack.SliceSource;
import io.github.unetfiji.tiling.TileGeometry;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A selection: inside the result of the whole image, outside background. */
class NetworkInputTest {

    private static final int WIDTH = 150;
    private static final int HEIGHT = 110;
    private static final Slices IMAGE = Slices.noise(WIDTH, HEIGHT, 1, 2, 5);

    private static float[] probabilities(
            final UNetModel model, final Magnification m, final Optional<Selection> selection) {
        final PixelSize pixels = new PixelSize(4, 4, LengthUnit.NANOMETER);
        try (Segmenter segmenter = Cpu.segmenter(Models.calibrated(model, pixels))) {
            return segment(segmenter, CalibratedSlices.of(IMAGE, 4 * m.x(), 4 * m.y()), selection)
                    .probabilities(1);
        }
    }

    private static Segmentation segment(
            final Segmenter segmenter,
            final SliceSource image,
            final Optional<Selection> selection) {
        return segmenter.segment(
                SegmentationInput.of(image, 2).within(selection), Progress.NONE, Progress.NONE);
    }

    /** A rectangle without its first pixel. */
    private static Selection selection(
            final int x, final int y, final int width, final int height) {
        return Selection.of(
                WIDTH,
                IntStream.range(1, width * height)
                        .map(i -> (y + i / width) * WIDTH + x + i % width)
                        .toArray());
    }

    @ParameterizedTest
    @CsvSource({
        "70, 50, 9, 7, 1, 1",
        "0, 0, 20, 30, 1, 1",
        "120, 90, 30, 20, 1, 1",
        "75, 3, 2, 2, 1, 1",
        "61, 47, 20, 11, 2, 1.7",
        "61, 47, 20, 11, 0.5, 0.4",
        "100, 80, 50, 30, 1.3, 0.6"
    })
    void insideTheWholeImageOutsideBackground(
            final int x,
            final int y,
            final int width,
            final int height,
            final double magnifiedX,
            final double magnifiedY) {
        final UNetModel model = Models.of(Architecture.of(2, 3, 1, 3), "stack");
        final Magnification m = new Magnification(magnifiedX, magnifiedY);
        final float[] whole = probabilities(model, m, Optional.empty());
        final Selection selection = selection(x, y, width, height);
        final float[] part = probabilities(model, m, Optional.of(selection));
        assertEquals(whole.length, part.length);
        final int size = WIDTH * HEIGHT;
        int inside = 0;
        for (int i = 0; i < size; i++) {
            final boolean in = selection.contains(i);
            inside += in ? 1 : 0;
            assertEquals(in ? whole[i] : 1, part[i], 1e-4);
            assertEquals(in ? whole[size + i] : 0, part[size + i], 1e-4);
            assertEquals(in ? whole[2 * size + i] : 0, part[2 * size + i], 1e-4);
        }
        assertEquals(width * height - 1, inside);
    }

    private static NetworkInput input(
            final Optional<Selection> selection, final TileGeometry geometry) {
        return new NetworkInput(
                IMAGE, IMAGE, selection, Optional.of(geometry), 1, OptionalInt.of(0));
    }

    /** NB: far from the borders; what a part sees is aligned with the max pooling. */
    @Test
    void onlyThePartIsComputed() {
        final TileGeometry geometry = new TileGeometry(1);
        final NetworkInput input = input(Optional.of(selection(71, 51, 9, 7)), geometry);
        assertEquals(58, ((SliceCrop) input.slices()).x());
        assertTrue(input.slices().width() < 40, () -> "width " + input.slices().width());
        assertEquals(IMAGE, input(Optional.empty(), geometry).slices());
        assertNotEquals(IMAGE.width(), input.slices().width());
    }

    @Test
    void theUncertaintyOutsideIsZero() {
        final Selection selection = selection(61, 47, 20, 11);
        final UNetModel model = Models.tiny(1, 3, "stack");
        try (Segmenter segmenter =
                Segmenter.of(model, Cpu.options().optAveraging(Averaging.ROTATIONS).build())) {
            final Segmentation all = segment(segmenter, IMAGE, Optional.empty());
            final Segmentation part = segment(segmenter, IMAGE, Optional.of(selection));
            final float[] whole = Cpu.slice(all.uncertainty(), 1);
            final float[] inside = Cpu.slice(part.uncertainty(), 1);
            double most = 0;
            for (int i = 0; i < inside.length; i++) {
                assertEquals(selection.contains(i) ? whole[i] : 0, inside[i], 1e-5);
                most = Math.max(most, inside[i]);
            }
            assertTrue(most > 1e-3, "the versions differ");
        }
    }
}
