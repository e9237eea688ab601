package io.github.unetfiji.ij;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import io.github.unetfiji.UNetException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ImagePlusProbabilitiesTest {

    private static float[] only(final ImageProcessor processor) {
        return ImagePlusProbabilities.of(new ImagePlus("p", processor)).slice(0).values();
    }

    private static ImagePlus channels(final int channels, final int slices, final float... values) {
        final ImageStack stack = new ImageStack(1, 1);
        for (final float value : values) {
            stack.addSlice(new FloatProcessor(1, 1, new float[] {value}));
        }
        final ImagePlus image = new ImagePlus("p", stack);
        image.setDimensions(channels, slices, values.length / channels / slices);
        return image;
    }

    @Test
    void integersAreScaled() {
        assertArrayEquals(new float[] {0, 1}, only(new ByteProcessor(2, 1, new byte[] {0, -1})));
        assertArrayEquals(
                new float[] {0.2f, 1},
                only(new ShortProcessor(2, 1, new short[] {13107, -1}, null)));
        assertArrayEquals(
                new float[] {0, 1}, only(new ColorProcessor(2, 1, new int[] {0, 0xffffff})));
        assertArrayEquals(
                new float[] {0.25f, 1}, only(new FloatProcessor(2, 1, new float[] {0.25f, 1})));
    }

    @Test
    void scalingIsSaid() {
        assertEquals(
                Optional.of(
                        "'p' is scaled to probabilities: of its 16-bit values, 65535 is probability 1."),
                ImagePlusProbabilities.of(new ImagePlus("p", new ShortProcessor(1, 1))).remark());
        assertEquals(Optional.empty(), ImagePlusProbabilities.of(channels(1, 1, 0.5f)).remark());
    }

    @Test
    void ofSeveralChannelsTheFirstIsBackground() {
        final ImagePlusProbabilities source =
                ImagePlusProbabilities.of(
                        channels(3, 2, 1, 0, 0, 0.75f, 9, 9, 0.25f, 0, 0, 0, 0, 0));
        assertEquals(4, source.slices());
        final float[] cell = new float[4];
        for (int z = 0; z < 4; z++) {
            cell[z] = source.slice(z).values()[0];
        }
        assertArrayEquals(new float[] {0, 0.25f, 0.75f, 1}, cell);
    }

    @Test
    void roundingIsForgivenAndTheImageStaysAsItIs() {
        final ImagePlus image = channels(2, 2, 1.000001f, 0, -0.000001f, 1);
        final ImagePlusProbabilities source = ImagePlusProbabilities.of(image);
        assertEquals(0, source.slice(0).values()[0]);
        assertEquals(1, source.slice(1).values()[0]);
        assertEquals(1.000001f, image.getStack().getVoxel(0, 0, 0), 1e-7);
    }

    @Test
    void whatIsNoProbabilityIsNamed() {
        final ImagePlusProbabilities source = ImagePlusProbabilities.of(channels(1, 2, 1, 1.001f));
        assertEquals(
                "'p', slice 2: The prediction has the value 1.001 at x=0, y=0; allowed are"
                        + " probabilities from 0 to 1.",
                assertThrows(UNetException.class, () -> source.slice(1)).getMessage());
    }
}
