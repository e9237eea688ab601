package io.github.unetfiji.augment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class IntensityVariationTest {

    @Property(tries = 200, seed = "2015")
    void keepsTheOrderOfGrayValues(
            @ForAll @DoubleRange(min = 0, max = 4) final double strength, @ForAll final long seed) {
        final float[] ramp = ramp();
        variation(strength, seed).apply(ramp, ramp.length, 1);
        for (int i = 1; i < ramp.length; i++) {
            assertTrue(ramp[i] > ramp[i - 1], "at " + i);
        }
    }

    @Property(tries = 200, seed = "2015")
    void staysInTheDocumentedRange(@ForAll final long seed) {
        final float[] values = {-3, 0, 3};
        variation(1, seed).apply(values, 3, 1);
        assertTrue(Math.abs(values[1]) <= 0.25);
        final double contrast = (values[2] - values[0]) / 6;
        assertTrue(contrast >= 1 / 1.2501 && contrast <= 1.2501, "contrast " + contrast);
    }

    private static float[] ramp() {
        final float[] ramp = new float[2001];
        for (int i = 0; i < ramp.length; i++) {
            ramp[i] = (i - 1000) / 100f;
        }
        return ramp;
    }

    private static IntensityVariation variation(final double strength, final long seed) {
        final AugmentationSettings settings =
                AugmentationSettings.builder().optIntensity(strength).build();
        return IntensityVariation.of(settings, seed, 0, 0);
    }

    @Test
    void noneTouchesNothing() {
        assertTrue(variation(0, 1).isNone());
        assertFalse(variation(1, 1).isNone());
        final float[] plane = {1, Float.NaN, -0f, Float.NEGATIVE_INFINITY};
        final float[] same = plane.clone();
        variation(0, 1).apply(plane, 2, 2);
        assertArrayEquals(same, plane);
    }

    @Test
    void notANumberStaysOne() {
        final float[] plane = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY};
        variation(1, 1).apply(plane, 3, 1);
        assertArrayEquals(
                new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}, plane);
    }

    @Test
    void noiseHasTheSdItSays() {
        final SampleRandom random = new SampleRandom(1, 1, 1);
        final double[] draws =
                IntStream.range(0, 200_000).mapToDouble(i -> random.quickGaussian()).toArray();
        double sum = 0;
        double squares = 0;
        for (final double draw : draws) {
            sum += draw;
            squares += draw * draw;
        }
        assertEquals(0, sum / draws.length, 0.01);
        assertEquals(1, squares / draws.length, 0.01);
        final float[] plane = new float[10_000];
        final AugmentationSettings settings =
                AugmentationSettings.builder().optIntensity(0).optNoise(0.5).build();
        IntensityVariation.of(settings, 2, 3, 0).apply(plane, 100, 100);
        double energy = 0;
        for (final float value : plane) {
            energy += value * value;
        }
        assertTrue(energy > 0 && Math.sqrt(energy / plane.length) < 0.5);
    }

    @Test
    void blurEqualsTheNaiveSum() {
        for (final int[] size : new int[][] {{1, 1}, {3, 2}, {23, 17}}) {
            final float[] plane = RandomPlanes.noise(size[0] * size[1], 5);
            final float[] blurred = plane.clone();
            GaussianBlur.inPlace(blurred, size[0], size[1], 1.7);
            for (int i = 0; i < plane.length; i++) {
                final double expected = blurAt(plane, size[0], size[1], i % size[0], i / size[0]);
                assertEquals(expected, blurred[i], 1e-5);
            }
        }
    }

    private static double blurAt(
            final float[] plane, final int width, final int height, final int x, final int y) {
        double sum = 0;
        double weights = 0;
        for (int dy = -6; dy <= 6; dy++) {
            for (int dx = -6; dx <= 6; dx++) {
                final double weight = Math.exp(-(dx * dx + dy * dy) / (2 * 1.7 * 1.7));
                final int at =
                        NaiveWarp.mirror(y + dy, height) * width + NaiveWarp.mirror(x + dx, width);
                sum += weight * plane[at];
                weights += weight;
            }
        }
        return sum / weights;
    }

    @Test
    void channelsVaryIndependently() {
        final float[] first = ramp();
        final float[] second = ramp();
        final AugmentationSettings settings = AugmentationSettings.defaults();
        IntensityVariation.of(settings, 1, 1, 0).apply(first, first.length, 1);
        IntensityVariation.of(settings, 1, 1, 1).apply(second, second.length, 1);
        assertTrue(Math.abs(first[1000] - second[1000]) > 1e-4);
    }
}
