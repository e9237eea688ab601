package io.github.unetfiji.augment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Patches that are centred by the pixels' weights. */
class FocusTest {

    private static AnnotatedPlane plane(final int width, final int height, final float[] weights) {
        return AnnotatedPlane.of(
                width,
                height,
                new float[][] {new float[weights.length]},
                new int[weights.length],
                weights);
    }

    /** As many of n evenly spread numbers fall on a pixel as its share of the weight says. */
    @Property(tries = 50)
    void pixelsComeInProportionToTheirWeights(
            @ForAll @IntRange(min = 1, max = 9) final int width,
            @ForAll @IntRange(min = 1, max = 9) final int height,
            @ForAll final long seed) {
        final Random random = new Random(seed);
        final float[] weights = new float[width * height];
        double total = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = random.nextInt(3) == 0 ? 1 + random.nextInt(20) : 0;
            total += weights[i];
        }
        final AnnotatedPlane plane = plane(width, height, weights);
        final int n = 20_000;
        final int[] counts = new int[weights.length];
        for (int i = 0; i < n; i++) {
            counts[plane.pixelByWeight((i + 0.5) / n)]++;
        }
        for (int i = 0; i < weights.length; i++) {
            final double share = total == 0 ? 1.0 / weights.length : weights[i] / total;
            assertEquals(n * share, counts[i], 2);
        }
    }

    /** Every patch of 20 px, halo 4 px, is centred by the weights, and nothing else is done to it. */
    private static Augmenter focused() {
        return Augmenter.of(
                AugmentationSettings.builder()
                        .optDeformation(0)
                        .optRotation(0)
                        .optFlip(false)
                        .optIntensity(0)
                        .optFocus(1)
                        .build(),
                PatchShape.square(20, 4),
                3);
    }

    @Test
    void theWholeFocusPutsOneHeavyPixelInTheMiddle() {
        final float[] weights = new float[100 * 80];
        weights[37 * 100 + 61] = 1;
        final Augmenter augmenter = focused();
        for (int i = 0; i < 20; i++) {
            final float[] seen = augmenter.sample(plane(100, 80, weights), i).weights();
            final float[] expected = new float[12 * 12];
            expected[6 * 12 + 6] = 1;
            assertArrayEquals(expected, seen);
        }
    }

    @Test
    void patchesStayInTheSlice() {
        final float[] weights = new float[30 * 30];
        weights[0] = 1;
        weights[29 * 30 + 29] = 1;
        final Augmenter augmenter = focused();
        for (int i = 0; i < 20; i++) {
            final float[] seen = augmenter.sample(plane(30, 30, weights), i).weights();
            assertTrue(seen[0] == 1 || seen[143] == 1, "the corner is the patch's corner");
        }
    }
}
