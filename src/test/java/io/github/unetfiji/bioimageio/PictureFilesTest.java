package io.github.unetfiji.bioimageio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Other programs read what is written: ImageJ the TIFF file, Java the PNG file. */
class PictureFilesTest {

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 9, 10, 100})
    void imageJOpensTheTiff(final int channels) throws IOException {
        final int width = 7;
        final int height = 5;
        final float[] values = new float[channels * width * height];
        final Random random = new Random(channels);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian() * 1e5f;
        }
        final Path file = folder.resolve("image.tif");
        Files.write(file, FloatTiff.bytes(values, width, height));
        final ImagePlus image = IJ.openImage(file.toString());
        assertEquals(width, image.getWidth());
        assertEquals(height, image.getHeight());
        assertEquals(channels, image.getNChannels());
        assertEquals(32, image.getBitDepth());
        final float[] read = new float[values.length];
        for (int c = 0; c < channels; c++) {
            final float[] plane = (float[]) image.getStack().getPixels(c + 1);
            System.arraycopy(plane, 0, read, c * plane.length, plane.length);
        }
        assertArrayEquals(values, read);
    }

    @Test
    void theTiffHasWholeChannels() {
        assertThrows(IllegalArgumentException.class, () -> FloatTiff.bytes(new float[11], 2, 3));
        assertThrows(IllegalArgumentException.class, () -> FloatTiff.bytes(new float[0], 2, 3));
    }

    @Test
    void javaOpensThePng() throws IOException {
        final int[] colours = new int[256];
        final byte[] pixels = new byte[300 * 40];
        final Random random = new Random(1);
        for (int i = 0; i < colours.length; i++) {
            colours[i] = random.nextInt(1 << 24);
        }
        random.nextBytes(pixels);
        final BufferedImage image =
                ImageIO.read(new ByteArrayInputStream(PngFile.bytes(pixels, 300, colours)));
        assertEquals(300, image.getWidth());
        assertEquals(40, image.getHeight());
        for (int i = 0; i < pixels.length; i++) {
            assertEquals(
                    0xff000000 | colours[pixels[i] & 0xff], image.getRGB(i % 300, i / 300), "" + i);
        }
    }

    @Test
    void equalPixelsGiveEqualBytesAndFewOfThem() {
        final byte[] first = PngFile.bytes(new byte[1000 * 1000], 1000, new int[] {7});
        assertArrayEquals(first, PngFile.bytes(new byte[1000 * 1000], 1000, new int[] {7}));
        assertTrue(first.length < 5000, () -> "" + first.length);
    }

    @Test
    void thePngHasWholeRowsAndAtMost256Colours() {
        assertThrows(
                IllegalArgumentException.class, () -> PngFile.bytes(new byte[7], 2, new int[1]));
        assertThrows(
                IllegalArgumentException.class, () -> PngFile.bytes(new byte[6], 2, new int[257]));
    }
}
