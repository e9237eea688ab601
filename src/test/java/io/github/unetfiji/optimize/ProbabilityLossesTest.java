package io.github.unetfiji.optimize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import io.github.unetfiji.engine.EngineStart;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The losses against their formulas in double. */
class ProbabilityLossesTest {

    private static final int PIXELS = 35;

    private final Random random = new Random(5);
    private final float[] weights = weights();

    private float[] weights() {
        final float[] values = new float[PIXELS];
        for (int i = 0; i < PIXELS; i++) {
            values[i] = i % 4 == 0 ? 0 : (float) (0.1 + 3 * random.nextDouble());
        }
        return values;
    }

    private float[] logits(final int channels) {
        final float[] values = new float[channels * PIXELS];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (4 * random.nextGaussian());
        }
        return values;
    }

    private long[] labels(final int below) {
        return random.longs(PIXELS, 0, below).toArray();
    }

    private static double sigmoid(final double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private static double ofLogit(final double x, final boolean truth) {
        return Math.max(x, 0) - (truth ? x : 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }

    private static double cross(final double p, final boolean truth) {
        final double bounded = p * (1 - 2e-6) + 1e-6;
        return -Math.log(truth ? bounded : 1 - bounded);
    }

    /** Mean by weights of an error for each pixel. */
    private double mean(final java.util.function.IntToDoubleFunction error) {
        double sum = 0;
        double total = 0;
        for (int i = 0; i < PIXELS; i++) {
            sum += weights[i] * error.applyAsDouble(i);
            total += weights[i];
        }
        return sum / total;
    }

    private double loss(
            final Loss loss, final int channels, final float[] outputs, final long[] labels) {
        EngineStart.version();
        final Engine engine = Engine.getEngine("PyTorch");
        try (NDManager manager = engine.newBaseManager()) {
            final NDArray output = manager.create(outputs, new Shape(1, channels, 5, 7));
            output.setRequiresGradient(true);
            try (GradientCollector collector = engine.newGradientCollector()) {
                final NDArray value =
                        loss.of(
                                output,
                                manager.create(labels, new Shape(1, 1, 5, 7)),
                                manager.create(weights, new Shape(1, 1, 5, 7)));
                collector.backward(value);
                final float[] gradient = output.getGradient().toFloatArray();
                double size = 0;
                for (int i = 0; i < gradient.length; i++) {
                    assertTrue(Float.isFinite(gradient[i]));
                    size += Math.abs(gradient[i]);
                    if (weights[i % PIXELS] == 0) {
                        assertEquals(0, gradient[i], "ignored pixels teach nothing");
                    }
                }
                assertTrue(size > 0);
                return value.getFloat();
            }
        }
    }

    @Test
    void foreground() {
        final float[] x = logits(1);
        final long[] labels = labels(3);
        final double expected = mean(i -> ofLogit(x[i], labels[i] > 0));
        assertEquals(expected, loss(ProbabilityLosses::ofForegroundLogits, 1, x, labels), 1e-3);
        final float[] p = new float[PIXELS];
        for (int i = 0; i < PIXELS; i++) {
            p[i] = (float) sigmoid(x[i]);
        }
        final double ofP = mean(i -> cross(p[i], labels[i] > 0));
        assertEquals(ofP, loss(ProbabilityLosses::ofForeground, 1, p, labels), 1e-4);
    }

    @Test
    void foregroundAndBoundary() {
        final float[] x = logits(2);
        final long[] labels = labels(4);
        final double expected =
                mean(
                        i ->
                                (ofLogit(x[i], labels[i] % 2 == 1)
                                                + ofLogit(x[PIXELS + i], labels[i] >= 2))
                                        / 2);
        assertEquals(expected, loss(ProbabilityLosses::ofBoundaryLogits, 2, x, labels), 1e-3);
        final float[] p = new float[2 * PIXELS];
        for (int i = 0; i < p.length; i++) {
            p[i] = (float) sigmoid(x[i]);
        }
        final double ofP =
                mean(
                        i ->
                                (cross(p[i], labels[i] % 2 == 1)
                                                + cross(p[PIXELS + i], labels[i] >= 2))
                                        / 2);
        assertEquals(ofP, loss(ProbabilityLosses::ofBoundary, 2, p, labels), 1e-4);
    }

    @Test
    void classes() {
        final float[] p = new float[3 * PIXELS];
        for (int i = 0; i < PIXELS; i++) {
            final double a = random.nextDouble();
            final double b = random.nextDouble() * (1 - a);
            p[i] = (float) a;
            p[PIXELS + i] = (float) b;
            p[2 * PIXELS + i] = (float) (1 - a - b);
        }
        final long[] labels = labels(3);
        final double expected = mean(i -> cross(p[(int) labels[i] * PIXELS + i], true));
        assertEquals(expected, loss(ProbabilityLosses::ofClasses, 3, p, labels), 1e-4);
    }

    @Test
    void certainButWrongIsFinite() {
        final float[] p = new float[PIXELS];
        final long[] labels = new long[PIXELS];
        for (int i = 0; i < PIXELS; i++) {
            p[i] = i % 2;
            labels[i] = 1L - i % 2;
        }
        assertEquals(-Math.log(1e-6), loss(ProbabilityLosses::ofForeground, 1, p, labels), 0.5);
        final float[] far = new float[PIXELS];
        java.util.Arrays.fill(far, -200);
        java.util.Arrays.fill(labels, 1);
        assertEquals(200, loss(ProbabilityLosses::ofForegroundLogits, 1, far, labels), 1e-3);
    }
}
