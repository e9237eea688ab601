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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImagePlusLabelsTest {

    private static int[] only(final ImageProcessor processor) {
        final ImagePlusLabels labels = ImagePlusLabels.of(new ImagePlus("labels", processor));
        assertEquals(1, labels.slices());
        return labels.slice(0).labels();
    }

    @Test
    void bitDepths() {
        assertArrayEquals(new int[] {0, 255}, only(new ByteProcessor(2, 1, new byte[] {0, -1})));
        assertArrayEquals(
                new int[] {0, 65535}, only(new ShortProcessor(2, 1, new short[] {0, -1}, null)));
        assertArrayEquals(
                new int[] {0, 70_000}, only(new FloatProcessor(2, 1, new float[] {0, 70_000})));
        assertArrayEquals(
                new int[] {0, 255}, only(new ColorProcessor(2, 1, new int[] {0, 0xffffff})));
    }

    @ParameterizedTest
    @CsvSource({"0.5", "-1.0", "NaN", "Infinity", "4.0E9"})
    void numbersThatAreNoLabels(final float value) {
        final ImageStack stack = new ImageStack(2, 2);
        stack.addSlice(new FloatProcessor(2, 2));
        stack.addSlice(new FloatProcessor(2, 2, new float[] {0, 1, 2, value}));
        final ImagePlusLabels labels = ImagePlusLabels.of(new ImagePlus("cells", stack));
        assertEquals(2, labels.slices());
        assertEquals(
                "'cells', slice 2: The label image has the value "
                        + value
                        + " at x=1, y=1; allowed are whole numbers from 0 (background) to"
                        + " 2147483647.",
                assertThrows(UNetException.class, () -> labels.slice(1)).getMessage());
    }

    @Test
    void labelsOfSeveralChannels() {
        final ImageStack stack = new ImageStack(1, 1);
        stack.addSlice(new ByteProcessor(1, 1));
        stack.addSlice(new ByteProcessor(1, 1));
        final ImagePlus image = new ImagePlus("cells", stack);
        image.setDimensions(2, 1, 1);
        assertEquals(
                "The label image 'cells' has 2 channels, but labels have one.",
                assertThrows(UNetException.class, () -> ImagePlusLabels.of(image)).getMessage());
    }
}
