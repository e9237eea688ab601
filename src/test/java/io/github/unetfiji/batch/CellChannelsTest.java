package io.github.unetfiji.batch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.ImageStack;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.bioimageio.ReferencePackages;
import io.github.unetfiji.ij.ChosenChannels;
import io.github.unetfiji.model.ModelFile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Cells are evaluated by the channels that tell them. */
class CellChannelsTest {

    private static List<Integer> of(final String name) {
        return CellChannels.of(ModelFile.of(ReferencePackages.zip(name)).read());
    }

    @Test
    void aForegroundIsThatOfTheCells() {
        assertEquals(List.of(0), of("nuclei_boundary_04"));
        assertEquals(List.of(0), of("fixed_percentile_04"));
    }

    @Test
    void theBackgroundLeavesTheCells() {
        assertEquals(List.of(), of("rgb_softmax_05"));
    }

    @Test
    void anImageHasNoCells() {
        final String sentence =
                assertThrows(UNetException.class, () -> of("superresolution_05")).getMessage();
        assertTrue(sentence.contains("cannot be evaluated by labels: The output 'fine'"), sentence);
    }

    /** Two slices of three channels, whose only pixel is 10 times the slice and the channel. */
    @Test
    void channelsAreChosenInEverySlice() {
        final ImageStack stack = new ImageStack(1, 1);
        for (final float value : new float[] {0, 1, 2, 10, 11, 12}) {
            stack.addSlice("", new float[] {value});
        }
        final ImagePlus image = new ImagePlus("a", stack);
        image.setDimensions(3, 2, 1);
        final ImagePlus chosen = ChosenChannels.of(image, List.of(2, 0));
        assertEquals(2, chosen.getNChannels());
        assertEquals(2, chosen.getNSlices());
        final float[] values = new float[4];
        for (int i = 0; i < values.length; i++) {
            values[i] = ((float[]) chosen.getStack().getPixels(i + 1))[0];
        }
        assertArrayEquals(new float[] {2, 0, 12, 10}, values);
    }
}
