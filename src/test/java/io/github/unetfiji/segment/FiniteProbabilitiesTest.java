package io.github.unetfiji.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.unetfiji.Progress;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.model.Models;
import io.github.unetfiji.model.UNetModel;
import io.github.unetfiji.stack.SliceSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A network whose numbers run away gives a sentence, and no result. */
class FiniteProbabilitiesTest {

    private static final int SIDE = 24;

    private record Image() implements SliceSource {

        @Override
        public int width() {
            return SIDE;
        }

        @Override
        public int height() {
            return SIDE;
        }

        @Override
        public int channels() {
            return 1;
        }

        @Override
        public int slices() {
            return 2;
        }

        @Override
        public float[] slice(final int index) {
            final float[] slice = new float[SIDE * SIDE];
            for (int i = 0; i < slice.length; i++) {
                slice[i] = index * (i % 2);
            }
            return slice;
        }
    }

    private static String failure(final UNetModel model, final Averaging averaging) {
        try (Segmenter segmenter =
                Segmenter.of(model, Cpu.options().optAveraging(averaging).build())) {
            final Segmentation slices = Cpu.segment(segmenter, new Image(), Progress.NONE);
            assertEquals(2 * SIDE * SIDE, slices.probabilities(0).length, "the first is fine");
            return assertThrows(UNetException.class, () -> slices.probabilities(1)).getMessage();
        }
    }

    @ParameterizedTest
    @EnumSource(Averaging.class)
    void weightsThatAreTooLarge(final Averaging averaging) {
        assertEquals(
                "The model gives NaN instead of a probability, of normalized intensities from -1.00 to"
                        + " 1.00: its weights are damaged, or its training diverged; use another"
                        + " model.",
                failure(Models.huge("slice"), averaging));
    }

    @Test
    void intensitiesThatAreTooLarge() {
        assertEquals(
                "The model gives Infinity instead of a probability, of normalized intensities from 0.00"
                        + " to 1.00e+30: they are too large, so the image does not fit the intensity"
                        + " range that the model was trained for.",
                assertThrows(
                                UNetException.class,
                                () ->
                                        FiniteProbabilities.check(
                                                new float[] {0, Float.POSITIVE_INFINITY},
                                                2,
                                                new float[] {0, 1e30f},
                                                "probability"))
                        .getMessage());
    }

    @Test
    void nothingIsSaidOfWhatIsFinite() {
        FiniteProbabilities.check(new float[] {0, 1, Float.NaN}, 2, new float[2], "probability");
    }
}
