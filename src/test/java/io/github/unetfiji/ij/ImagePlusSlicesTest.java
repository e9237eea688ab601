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
import ij.process.LUT;
import ij.process.ShortProcessor;
import io.github.unetfiji.UNetException;
import org.junit.jupiter.api.Test;

class ImagePlusSlicesTest {

    private static float[] only(final ImageProcessor processor) {
        final ImagePlusSlices slices = ImagePlusSlices.of(new ImagePlus("image", processor));
        assertEquals(1, slices.slices());
        assertEquals(1, slices.channels());
        return slices.slice(0);
    }

    @Test
    void bitDepths() {
        assertArrayEquals(
                new float[] {0, 127, 128, 255},
                only(new ByteProcessor(2, 2, new byte[] {0, 127, -128, -1})));
        assertArrayEquals(
                new float[] {0, 32767, 32768, 65535},
                only(new ShortProcessor(2, 2, new short[] {0, 32767, -32768, -1}, null)));
        assertArrayEquals(
                new float[] {-1.5f, 0, 1e30f, 3},
                only(new FloatProcessor(2, 2, new float[] {-1.5f, 0, 1e30f, 3})));
    }

    /** What counts is the stored value. */
    @Test
    void theCalibrationOfGrayValuesIsNotApplied() {
        final ImagePlus image =
                new ImagePlus("ct", new ShortProcessor(1, 1, new short[] {5}, null));
        image.getCalibration().setSigned16BitCalibration();
        assertArrayEquals(new float[] {5}, ImagePlusSlices.of(image).slice(0));
    }

    @Test
    void aSliceMayBeChanged() {
        final ImagePlus image = new ImagePlus("a", new FloatProcessor(1, 1, new float[] {5}));
        final ImagePlusSlices slices = ImagePlusSlices.of(image);
        slices.slice(0)[0] = 7;
        assertArrayEquals(new float[] {5}, slices.slice(0));
    }

    /** 2 channels, 3 slices, 2 frames: the channel is fastest, then z, then t. */
    @Test
    void aHyperstack() {
        final ImageStack stack = new ImageStack(1, 1);
        for (int i = 0; i < 12; i++) {
            stack.addSlice(new ByteProcessor(1, 1, new byte[] {(byte) i}));
        }
        final ImagePlus image = new ImagePlus("hyper", stack);
        image.setDimensions(2, 3, 2);
        final ImagePlusSlices slices = ImagePlusSlices.of(image);
        assertEquals(2, slices.channels());
        assertEquals(6, slices.slices());
        assertArrayEquals(new float[] {0, 1}, slices.slice(0));
        assertArrayEquals(new float[] {6, 7}, slices.slice(3));
        final int at = image.getStackIndex(2, 3, 2) - 1;
        assertArrayEquals(new float[] {at - 1, at}, slices.slice(5));
    }

    @Test
    void anRgbImageThatIsGray() {
        assertArrayEquals(
                new float[] {7, 255},
                only(new ColorProcessor(2, 1, new int[] {0xff070707, 0x00ffffff})));
    }

    private static final ColorProcessor COLOURS =
            new ColorProcessor(2, 1, new int[] {0x070809, 0x00ff0a0b});

    @Test
    void anRgbImageHasThreeChannels() {
        final ImageStack stack = new ImageStack(2, 1);
        stack.addSlice(new ColorProcessor(2, 1, new int[] {0, 1}));
        stack.addSlice(COLOURS);
        final ImagePlusSlices slices = ImagePlusSlices.of(new ImagePlus("colours", stack));
        assertEquals(3, slices.channels());
        assertEquals(2, slices.slices());
        assertArrayEquals(new float[] {0, 0, 0, 0, 0, 1}, slices.slice(0));
        assertArrayEquals(new float[] {7, 255, 8, 10, 9, 11}, slices.slice(1));
    }

    /** For three channels even gray is three; for another number gray is one, and colours are refused. */
    @Test
    void anRgbImageForANetwork() {
        final ImagePlus gray =
                new ImagePlus("gray", new ColorProcessor(2, 1, new int[] {0x070707, 0}));
        assertArrayEquals(new float[] {7, 0, 7, 0, 7, 0}, ImagePlusSlices.of(gray, 3).slice(0));
        assertArrayEquals(new float[] {7, 0}, ImagePlusSlices.of(gray, 1).slice(0));
        final ImagePlus colours = new ImagePlus("colours", COLOURS);
        assertEquals(3, ImagePlusSlices.of(colours, 3).channels());
        assertEquals(
                RGB,
                assertThrows(UNetException.class, () -> ImagePlusSlices.of(colours, 1))
                        .getMessage());
        assertEquals(
                RGB,
                assertThrows(UNetException.class, () -> ImagePlusLabels.of(colours)).getMessage());
    }

    private static final String RGB =
            "The image 'colours' is RGB, but a gray image of 8, 16 or 32 bits is needed: convert it"
                    + " with Image > Type > 8-bit.";

    @Test
    void anImageWithAPalette() {
        final byte[] red = new byte[256];
        final byte[] green = new byte[256];
        new java.util.Random(1).nextBytes(red);
        new java.util.Random(2).nextBytes(green);
        final ByteProcessor palette = new ByteProcessor(2, 2);
        palette.setColorModel(new LUT(red, green, red));
        final ImagePlus image = new ImagePlus("colours", palette);
        image.setTypeToColor256();
        assertEquals(ImagePlus.COLOR_256, image.getType());
        assertEquals(
                "The image 'colours' is 8-bit color, but a gray image of 8, 16 or 32 bits is"
                        + " needed: convert it with Image > Type > 8-bit.",
                assertThrows(UNetException.class, () -> ImagePlusSlices.of(image)).getMessage());
        assertEquals(
                1,
                ImagePlusLabels.of(image).slices(),
                "of labels, the palette is only how they look");
    }

    @Test
    void anImageWithoutPixels() {
        assertEquals(
                "The image 'null' has no pixels.",
                assertThrows(UNetException.class, () -> ImagePlusSlices.of(new ImagePlus()))
                        .getMessage());
    }
}
