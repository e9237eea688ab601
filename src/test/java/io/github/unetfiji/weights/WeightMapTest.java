package io.github.unetfiji.weights;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.labels.LabelMap;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeightMapTest {

    @Test
    void aGapOfOnePixel() {
        final float[] weights = weights(new int[] {1, 0, 2}, 3, 1, ClassBalance.none(2));
        assertArrayEquals(new float[] {1, 10.231163f, 1}, weights, 1e-5f);
    }

    @Test
    void oneCellOrNoneHasNoBorder() {
        assertArrayEquals(
                new float[] {1, 1, 1}, weights(new int[] {0, 7, 0}, 3, 1, ClassBalance.none(2)));
        assertArrayEquals(new float[] {1, 1}, weights(new int[2], 1, 2, ClassBalance.none(2)));
        assertArrayEquals(
                new float[] {1, 1}, weights(new int[] {3, 3}, 2, 1, ClassBalance.none(2)));
    }

    @Test
    void ignoredPixelsWeighNothing() {
        final int[] labels = {1, LabelMap.IGNORE, 0, 2};
        final float[] weights = weights(labels, 4, 1, ClassBalance.none(2));
        assertEquals(0, weights[1]);
        assertEquals(1 + 10 * Math.exp(-9 / 50.0), weights[2], 1e-5);
    }

    @Test
    void withoutW0OnlyTheBalanceIsLeft() {
        final LabelMap cells = LabelMap.of(new int[] {1, 0, 2, 2}, 4, 1);
        final ClassBalance balance = ClassBalance.builder(2).addCells(cells).build();
        final WeightMapSettings settings = WeightMapSettings.builder().optBorder(0).build();
        assertArrayEquals(
                new float[] {2 / 3f, 2, 2 / 3f, 2 / 3f},
                WeightMap.of(cells, balance, settings, 1),
                1e-6f);
    }

    /** Eq. 2 pixel by pixel, with the distances of every cell searched by hand. */
    @ParameterizedTest
    @CsvSource({"1, 40, 30, 3", "2, 33, 47, 25", "3, 1, 60, 9", "4, 80, 1, 20", "5, 64, 64, 80"})
    void agreesWithTheFormula(final long seed, final int width, final int height, final int cells) {
        final Random random = new Random(seed);
        final int[] labels = scattered(random, width, height, cells);
        final float[] actual = weights(labels, width, height, ClassBalance.none(2));
        for (int i = 0; i < labels.length; i++) {
            assertEquals(1 + border(labels, width, i), actual[i], 1e-5, "pixel " + i);
        }
    }

    @Test
    void severalClassesShareTheBorder() {
        final LabelMap cells = LabelMap.of(new int[] {1, 0, 2}, 3, 1);
        final LabelMap classes = LabelMap.of(new int[] {1, 0, 2}, 3, 1);
        assertArrayEquals(
                new float[] {1, 10.231163f, 1},
                WeightMap.of(
                        cells,
                        classes,
                        ClassBalance.none(3),
                        WeightMapSettings.builder().build(),
                        1),
                1e-5f);
    }

    /** The formula of Falk et al. 2019 on a line of two cells of one class. */
    @Test
    void theSchemeOfTheEarlierPlugin() {
        final LabelMap cells = LabelMap.of(new int[] {1, 0, 0, 2}, 4, 1);
        final float[] weights =
                WeightMap.of(
                        cells,
                        ClassBalance.none(2),
                        WeightMapSettings.builder(WeightScheme.FALK_2019).build(),
                        1);
        final double background = 0.1 + 50 * Math.exp(-9 / 72.0) + 0.9 * Math.exp(-1 / 200.0);
        assertArrayEquals(
                new float[] {1, (float) background, (float) background, 1}, weights, 1e-4f);
    }

    @Test
    void theSameWhateverTheNumberOfThreads() {
        final LabelMap cells = LabelMap.of(scattered(new Random(9), 90, 70, 40), 90, 70);
        final WeightMapSettings settings = WeightMapSettings.builder().build();
        assertArrayEquals(
                WeightMap.of(cells, ClassBalance.none(2), settings, 1),
                WeightMap.of(cells, ClassBalance.none(2), settings, 3));
    }

    @Test
    void badSettings() {
        for (final double sigma : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThrows(UNetException.class, () -> WeightMapSettings.builder().optSigma(sigma));
        }
        for (final double border : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThrows(UNetException.class, () -> WeightMapSettings.builder().optBorder(border));
        }
        assertEquals(
                "The scheme is 'eq2', but must be ronneberger2015 or falk2019.",
                assertThrows(UNetException.class, () -> WeightScheme.of("eq2")).getMessage());
    }

    @Test
    void theBalanceGivesEveryClassTheSameTotal() {
        final LabelMap map = LabelMap.of(new int[] {0, 0, 0, 1, 2, 2, LabelMap.IGNORE}, 7, 1);
        final ClassBalance balance = ClassBalance.builder(4).addClasses(map).build();
        assertEquals(2 / 3.0, balance.weight(0), 1e-12);
        assertEquals(2, balance.weight(1), 1e-12);
        assertEquals(1, balance.weight(2), 1e-12);
        assertEquals(1, balance.weight(3), 1e-12, "does not occur");
    }

    private static float[] weights(
            final int[] labels, final int width, final int height, final ClassBalance balance) {
        return WeightMap.of(
                LabelMap.of(labels, width, height),
                balance,
                WeightMapSettings.builder().build(),
                2);
    }

    private static int[] scattered(
            final Random random, final int width, final int height, final int cells) {
        final int[] labels = new int[width * height];
        for (int cell = 1; cell <= cells; cell++) {
            final int x = random.nextInt(width);
            final int y = random.nextInt(height);
            final int side = 1 + random.nextInt(5);
            for (int v = y; v < Math.min(height, y + side); v++) {
                Arrays.fill(labels, v * width + x, v * width + Math.min(width, x + side), 3 * cell);
            }
        }
        return labels;
    }

    private static double border(final int[] labels, final int width, final int pixel) {
        if (labels[pixel] != 0) {
            return 0;
        }
        double d1 = Double.POSITIVE_INFINITY;
        double d2 = Double.POSITIVE_INFINITY;
        for (final int id : Arrays.stream(labels).filter(label -> label > 0).distinct().toArray()) {
            double d = Double.POSITIVE_INFINITY;
            for (int i = 0; i < labels.length; i++) {
                if (labels[i] == id) {
                    d =
                            Math.min(
                                    d,
                                    Math.hypot(
                                            i % width - pixel % width, i / width - pixel / width));
                }
            }
            d2 = Math.min(d2, Math.max(d1, d));
            d1 = Math.min(d1, d);
        }
        return Double.isInfinite(d2) ? 0 : 10 * Math.exp(-(d1 + d2) * (d1 + d2) / 50);
    }
}
