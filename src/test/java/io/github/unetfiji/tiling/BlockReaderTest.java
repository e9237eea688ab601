package io.github.unetfiji.tiling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.Random;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BlockReaderTest {

    @Test
    void theEdgePixelIsNotRepeated() {
        assertArrayEquals(
                new float[] {3, 2, 1, 2, 3, 2, 1},
                BlockReader.of(new float[] {1, 2, 3}, 3, 1).read(new long[] {-2, 0}, 7, 1));
    }

    @Test
    void onePixelFillsTheTile() {
        final float[] expected = new float[25];
        Arrays.fill(expected, 4);
        assertArrayEquals(
                expected, BlockReader.of(new float[] {4}, 1, 1).read(new long[] {-2, -2}, 5, 5));
    }

    @Property(tries = 300)
    void agreesWithTheNaiveMirror(
            @ForAll @IntRange(min = 1, max = 12) final int width,
            @ForAll @IntRange(min = 1, max = 12) final int height,
            @ForAll @IntRange(min = 1, max = 3) final int channels,
            @ForAll @IntRange(min = -60, max = 20) final int x0,
            @ForAll @IntRange(min = -60, max = 20) final int y0,
            @ForAll @IntRange(min = 1, max = 80) final int w,
            @ForAll @IntRange(min = 1, max = 80) final int h) {
        final Random random = new Random(width * 31L + height);
        final float[] image = new float[width * height * channels];
        for (int i = 0; i < image.length; i++) {
            image[i] = random.nextFloat();
        }
        final float[] expected = new float[w * h * channels];
        int i = 0;
        for (int c = 0; c < channels; c++) {
            for (int y = y0; y < y0 + h; y++) {
                for (int x = x0; x < x0 + w; x++) {
                    expected[i++] =
                            image[(c * height + mirror(y, height)) * width + mirror(x, width)];
                }
            }
        }
        assertArrayEquals(
                expected, BlockReader.of(image, width, height).read(new long[] {x0, y0}, w, h));
    }

    private static int mirror(final int i, final int size) {
        int k = i;
        while (size > 1 && (k < 0 || k >= size)) {
            k = k < 0 ? -k : 2 * (size - 1) - k;
        }
        return size == 1 ? 0 : k;
    }

    /** Any type, any origin, any number of axes, and axes of one pixel anywhere. */
    @Property(tries = 300)
    void agreesWithTheNaiveMirrorInAVolume(
            @ForAll @IntRange(min = 1, max = 4) final int width,
            @ForAll @IntRange(min = 1, max = 4) final int height,
            @ForAll @IntRange(min = 1, max = 4) final int depth,
            @ForAll @IntRange(min = 1, max = 2) final int channels,
            @ForAll @IntRange(min = -9, max = 5) final int x0,
            @ForAll @IntRange(min = -9, max = 5) final int y0,
            @ForAll @IntRange(min = -9, max = 5) final int z0,
            @ForAll @IntRange(min = 0, max = 5) final int type) {
        final RandomAccessibleInterval<? extends RealType<?>> image =
                Views.translate(
                        TestImages.of(type, new Random(type), width, height, depth, channels),
                        3,
                        -5,
                        7,
                        100);
        final int[] size = {7, 5, 9};
        final float[] expected = new float[channels * 7 * 5 * 9];
        int i = 0;
        for (int c = 0; c < channels; c++) {
            for (int z = z0; z < z0 + size[2]; z++) {
                for (int y = y0; y < y0 + size[1]; y++) {
                    for (int x = x0; x < x0 + size[0]; x++) {
                        expected[i++] =
                                image.getAt(
                                                3 + mirror(x, width),
                                                -5 + mirror(y, height),
                                                7 + mirror(z, depth),
                                                100 + c)
                                        .getRealFloat();
                    }
                }
            }
        }
        assertArrayEquals(expected, BlockReader.of(image).read(new long[] {x0, y0, z0}, size));
    }
}
