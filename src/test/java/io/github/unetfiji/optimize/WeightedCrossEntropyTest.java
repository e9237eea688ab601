package io.github.unetfiji.optimize;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WeightedCrossEntropyTest {

    private static double energy(
            final float[] logits, final long[] labels, final float[] weights, final int classes) {
        try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
            final Shape pixels = new Shape(1, 1, 1, labels.length);
            return WeightedCrossEntropy.of(
                            manager.create(logits, new Shape(1, classes, 1, labels.length)),
                            manager.create(labels, pixels),
                            manager.create(weights, pixels))
                    .getFloat();
        }
    }

    @Test
    void equalLogitsCostTheLogarithmOfTheClasses() {
        assertEquals(
                Math.log(3), energy(new float[6], new long[] {0, 2}, new float[] {1, 5}, 3), 1e-6);
    }

    /** p = e^2 / (e^2 + 1) in the first pixel, 1 / (e^2 + 1) in the second; the third is ignored. */
    @Test
    void weightsAndIgnoredPixels() {
        final double first = Math.log(1 + Math.exp(-2));
        final double second = Math.log(1 + Math.exp(2));
        assertEquals(
                (first + 3 * second) / 4,
                energy(
                        new float[] {2, 2, -50, 0, 0, 50},
                        new long[] {0, 1, 0},
                        new float[] {1, 3, 0},
                        2),
                1e-6);
    }

    @Test
    void aPatchThatIsIgnoredEverywhereCostsNothing() {
        assertEquals(0, energy(new float[] {9, -9}, new long[] {1}, new float[] {0}, 2), 1e-30);
    }

    @Test
    void confidentMistakesStayFinite() {
        assertEquals(
                2000, energy(new float[] {1000, -1000}, new long[] {1}, new float[] {1}, 2), 1e-3);
    }

    @Property(tries = 100)
    void agreesWithTheFormulaInDouble(
            @ForAll @IntRange(min = 2, max = 6) final int classes,
            @ForAll @IntRange(min = 1, max = 50) final int pixels,
            @ForAll final long seed) {
        final Random random = new Random(seed);
        final float[] logits = new float[classes * pixels];
        final long[] labels = new long[pixels];
        final float[] weights = new float[pixels];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = (float) (5 * random.nextGaussian());
        }
        double sum = 0;
        double energy = 0;
        for (int i = 0; i < pixels; i++) {
            labels[i] = random.nextInt(classes);
            weights[i] = random.nextInt(4) == 0 ? 0 : 10 * random.nextFloat();
            double all = 0;
            for (int c = 0; c < classes; c++) {
                all += Math.exp(logits[c * pixels + i]);
            }
            energy -= weights[i] * Math.log(Math.exp(logits[(int) labels[i] * pixels + i]) / all);
            sum += weights[i];
        }
        final double expected = sum == 0 ? 0 : energy / sum;
        assertEquals(expected, energy(logits, labels, weights, classes), 1e-5 * (1 + expected));
    }
}
