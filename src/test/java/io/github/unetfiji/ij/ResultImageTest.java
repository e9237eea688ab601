package io.github.unetfiji.ij;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ShortProcessor;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultImageTest {

    @TempDir private Path folder;

    /** An image of channels, z, t with a calibration of everything. */
    private static ImagePlus input(final int channels, final int slices, final int frames) {
        final ImageStack stack = new ImageStack(4, 3);
        for (int i = 0; i < channels * slices * frames; i++) {
            stack.addSlice(new ShortProcessor(4, 3));
        }
        final ImagePlus image = new ImagePlus("input", stack);
        image.setDimensions(channels, slices, frames);
        image.getCalibration().pixelWidth = 0.25;
        image.getCalibration().pixelHeight = 0.5;
        image.getCalibration().pixelDepth = 2;
        image.getCalibration().setUnit("micron");
        image.getCalibration().frameInterval = 30;
        image.getCalibration().setSigned16BitCalibration();
        return image;
    }

    private static void assertFits(final ImagePlus result, final int c, final int z, final int t) {
        assertArrayEquals(new int[] {4, 3, c, z, t}, result.getDimensions());
        assertEquals("result", result.getTitle());
        assertEquals(0.25, result.getCalibration().pixelWidth);
        assertEquals(0.5, result.getCalibration().pixelHeight);
        assertEquals(2, result.getCalibration().pixelDepth);
        assertEquals("micron", result.getCalibration().getUnit());
        assertEquals(30, result.getCalibration().frameInterval);
        assertEquals(false, result.getCalibration().calibrated(), "gray values are not");
    }

    @Test
    void classes() {
        for (final boolean streamed : new boolean[] {false, true}) {
            final NumberedPlanes planes = new NumberedPlanes(4, 3, 6, 1, false);
            final ImagePlus like = input(2, 3, 2);
            final ImagePlus result =
                    streamed
                            ? ResultImage.streamed(planes, like, "result", List.of())
                            : ResultImage.of(planes, like, "result", List.of());
            assertFits(result, 1, 3, 2);
            assertEquals(8, result.getBitDepth());
            assertEquals(0, result.getDisplayRangeMin());
            assertEquals(255, result.getDisplayRangeMax());
            assertEquals(0xff000000, result.getProcessor().getColorModel().getRGB(0));
            final int first = result.getProcessor().getColorModel().getRGB(1);
            final int second = result.getProcessor().getColorModel().getRGB(2);
            assertNotEquals(first, second);
            result.setPosition(1, 2, 2);
            assertArrayEquals(
                    (byte[]) planes.plane(4, 0), (byte[]) result.getProcessor().getPixels());
        }
    }

    @Test
    void probabilities() {
        final ImagePlus like = input(1, 2, 3);
        final ImagePlus result =
                ResultImage.of(
                        new NumberedPlanes(4, 3, 6, 2, true),
                        like,
                        "result",
                        List.of("back", "cell"));
        assertFits(result, 2, 2, 3);
        assertEquals(32, result.getBitDepth());
        assertEquals(0, result.getDisplayRangeMin());
        assertEquals(1, result.getDisplayRangeMax());
        assertEquals(2, result.getC(), "the foreground is what one sees first");
        assertEquals("back", result.getStack().getSliceLabel(1));
        assertEquals("cell", result.getStack().getSliceLabel(4));
        result.setC(1);
        assertEquals(1, result.getDisplayRangeMax());
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, 1, true",
        "2, 1, 1, true",
        "2, 3, 2, true",
        "1, 1, 1, false",
        "1, 4, 1, false",
        "1, 2, 3, false"
    })
    void streamedToAFileEqualsInMemory(
            final int channels, final int slices, final int frames, final boolean real) {
        final NumberedPlanes planes = new NumberedPlanes(4, 3, slices * frames, channels, real);
        final ImagePlus like = input(1, slices, frames);
        final List<String> labels = channels == 2 ? List.of("back", "cell") : List.of();
        final ImagePlus inMemory = ResultImage.of(planes, like, "result", labels);
        final Path file = folder.resolve("result.tif");
        final ImagePlus streamed = ResultImage.streamed(planes, like, "result", labels);
        ImageFiles.writeTiff(streamed, file);
        assertEquals("result", streamed.getTitle(), "writing does not rename");
        final ImagePlus read = ImageFiles.open(file);
        assertArrayEquals(inMemory.getDimensions(), read.getDimensions());
        assertEquals(inMemory.getBitDepth(), read.getBitDepth());
        for (int i = 1; i <= inMemory.getStackSize(); i++) {
            final Object expected = inMemory.getStack().getPixels(i);
            final Object actual = read.getStack().getPixels(i);
            if (real) {
                assertArrayEquals((float[]) expected, (float[]) actual);
            } else {
                assertArrayEquals((byte[]) expected, (byte[]) actual);
            }
            assertEquals(
                    inMemory.getStack().getShortSliceLabel(i),
                    read.getStack().getShortSliceLabel(i));
        }
        assertEquals(0.25, read.getCalibration().pixelWidth, 1e-9);
        assertEquals("micron", read.getCalibration().getUnit());
        assertEquals(2, read.getCalibration().pixelDepth, slices > 1 ? 1e-9 : 2);
        assertEquals(0, read.getDisplayRangeMin());
        assertEquals(real ? 1 : 255, read.getDisplayRangeMax());
        if (!real) {
            assertEquals(
                    inMemory.getProcessor().getColorModel().getRGB(1),
                    read.getProcessor().getColorModel().getRGB(1));
            assertEquals(1, ImagePlusLabels.of(read).slice(0).get(1, 0), "it is a label image");
        }
    }
}
