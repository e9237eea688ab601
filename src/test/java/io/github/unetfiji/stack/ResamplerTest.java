package io.github.unetfiji.stack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unetfiji.ij.Slices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResamplerTest {

    @Test
    void nothingToDo() {
        final float[] plane = {1, 2, 3, 4, 5, 6};
        assertSame(plane, new Resampler(3, 2, 3, 2).apply(plane));
    }

    /** Linear between the centres of the pixels, and constant beyond the outermost ones. */
    @Test
    void growing() {
        assertArrayEquals(
                new float[] {0, 2, 6, 8}, new Resampler(2, 1, 4, 1).apply(new float[] {0, 8}));
        assertArrayEquals(
                new float[] {0, 2, 6, 8}, new Resampler(1, 2, 1, 4).apply(new float[] {0, 8}));
    }

    /** The mean over the area of the new pixel, also of parts of the old ones. */
    @Test
    void shrinking() {
        assertArrayEquals(
                new float[] {1.5f, 6}, new Resampler(4, 1, 2, 1).apply(new float[] {1, 2, 4, 8}));
        assertArrayEquals(
                new float[] {(1 + 0.5f * 2) / 1.5f, (0.5f * 2 + 4) / 1.5f},
                new Resampler(1, 3, 1, 2).apply(new float[] {1, 2, 4}),
                1e-6f);
    }

    /** Without an average first, every column would be white, or black. */
    @Test
    void stripesBecomeGray() {
        final int side = 64;
        final float[] stripes = new float[side * side];
        for (int i = 0; i < stripes.length; i++) {
            stripes[i] = i % 4 < 2 ? 0 : 1;
        }
        for (final float value : new Resampler(side, side, side / 4, side / 4).apply(stripes)) {
            assertEquals(0.5, value, 1e-6);
        }
    }

    @ParameterizedTest
    @CsvSource({"1,1,7,5", "7,5,1,1", "13,9,26,3", "10,10,11,9", "5,1,3,1"})
    void planesThatSumToOneStillDoAndKeepTheirRange(
            final int width, final int height, final int newWidth, final int newHeight) {
        final int size = width * height;
        final float[] planes = new float[2 * size];
        for (int i = 0; i < size; i++) {
            planes[i] = i * 37 % 11 / 10f;
            planes[size + i] = 1 - planes[i];
        }
        final float[] result = new Resampler(width, height, newWidth, newHeight).apply(planes);
        final int newSize = newWidth * newHeight;
        assertEquals(2 * newSize, result.length);
        for (int i = 0; i < newSize; i++) {
            assertEquals(1, result[i] + result[newSize + i], 1e-5);
            assertTrue(result[i] >= -1e-6 && result[i] <= 1 + 1e-6, () -> "out of range");
        }
    }

    /** What lies where stays there: the centre of mass of a spot, in shares of the image. */
    @ParameterizedTest
    @CsvSource({"30", "47", "90", "180"})
    void nothingMoves(final int newSide) {
        final int side = 60;
        final float[] image = new float[side * side];
        for (int i = 0; i < image.length; i++) {
            final double dx = (i % side + 0.5) / side - 0.4;
            final double dy = (i / side + 0.5) / side - 0.6;
            image[i] = (float) Math.exp(-(dx * dx + dy * dy) / (2 * 0.1 * 0.1));
        }
        final float[] result = new Resampler(side, side, newSide, newSide).apply(image);
        double x = 0;
        double y = 0;
        double mass = 0;
        for (int i = 0; i < result.length; i++) {
            x += result[i] * (i % newSide + 0.5) / newSide;
            y += result[i] * (i / newSide + 0.5) / newSide;
            mass += result[i];
        }
        assertEquals(0.4, x / mass, 1e-3);
        assertEquals(0.6, y / mass, 1e-3);
    }

    @Test
    void slices() {
        final Slices image = Slices.noise(8, 6, 2, 3, 1);
        assertSame(image, ScaledSlices.of(image, 8, 6));
        final SliceSource half = ScaledSlices.of(image, 4, 3);
        assertEquals("4x3x2x3", shape(half));
        assertArrayEquals(new Resampler(8, 6, 4, 3).apply(image.slice(2)), half.slice(2));
    }

    private static String shape(final SliceSource image) {
        return image.width() + "x" + image.height() + "x" + image.channels() + "x" + image.slices();
    }
}
