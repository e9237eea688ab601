package io.github.unetfiji.tiling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TileCopierTest {

    @Test
    void theEdgePixelIsNotRepeated() {
        assertArrayEquals(
                new float[] {3, 2, 1, 2, 3, 2, 1},
                new TileCopier(new float[] {1, 2, 3}, 3, 1).copy(-2, 0, 7, 1));
    }

    @Test
    void onePixelFillsTheTile() {
        final float[] expected = new float[25];
        Arrays.fill(expected, 4);
        assertArrayEquals(expected, new TileCopier(new float[] {4}, 1, 1).copy(-2, -2, 5, 5));
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
        assertArrayEquals(expected, new TileCopier(image, width, height).copy(x0, y0, w, h));
    }

    private static int mirror(final int i, final int size) {
        int k = i;
        while (size > 1 && (k < 0 || k >= size)) {
            k = k < 0 ? -k : 2 * (size - 1) - k;
        }
        return size == 1 ? 0 : k;
    }
}
