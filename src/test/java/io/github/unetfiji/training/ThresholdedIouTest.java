package io.github.unetfiji.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.unetfiji.augment.AnnotatedPlane;
import io.github.unetfiji.evaluate.ClassScores;
import io.github.unetfiji.labels.LabelMap;
import io.github.unetfiji.segment.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against deciding every slice anew at every threshold. */
class ThresholdedIouTest {

    private static final int WIDTH = 30;
    private static final int HEIGHT = 20;
    private static final int SIZE = WIDTH * HEIGHT;

    /** Labels, and probabilities in steps of 1/40, which hit the thresholds. */
    private record Slice(int[] labels, float[] probabilities) {

        static Slice random(final int classes, final Random random, final boolean ignored) {
            final int[] labels = new int[SIZE];
            final float[] probabilities = new float[classes * SIZE];
            for (int i = 0; i < SIZE; i++) {
                labels[i] = random.nextInt(classes) - (ignored && random.nextInt(5) == 0 ? 99 : 0);
                int rest = 40;
                for (int c = classes - 1; c > 0; c--) {
                    final int part = random.nextInt(rest + 1);
                    probabilities[c * SIZE + i] = part / 40f;
                    rest -= part;
                }
                probabilities[i] = rest / 40f;
            }
            return new Slice(labels, probabilities);
        }

        AnnotatedPlane plane() {
            return AnnotatedPlane.unweighted(WIDTH, HEIGHT, new float[1][SIZE], labels);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5})
    void agreesWithDecidingAtEveryThreshold(final int classes) {
        final Random random = new Random(classes);
        final List<Slice> slices =
                List.of(Slice.random(classes, random, false), Slice.random(classes, random, false));
        final ThresholdedIou counted = new ThresholdedIou(classes);
        slices.forEach(slice -> counted.add(slice.plane(), slice.probabilities()));
        double best = 0;
        double at = 0;
        for (int step = 1; step < 20; step++) {
            final double iou = naive(slices, classes, step / 20.0);
            if (iou > best) {
                best = iou;
                at = step / 20.0;
            }
        }
        assertEquals(best, counted.best().iou(), 1e-12);
        assertEquals(at, counted.best().threshold());
    }

    private static double naive(
            final List<Slice> slices, final int classes, final double threshold) {
        final List<LabelMap> truth = new ArrayList<>();
        final List<LabelMap> found = new ArrayList<>();
        for (final Slice slice : slices) {
            final byte[] decided = Decision.above(threshold).classes(slice.probabilities(), SIZE);
            final int[] labels = new int[SIZE];
            for (int i = 0; i < SIZE; i++) {
                labels[i] = decided[i] & 0xff;
            }
            truth.add(LabelMap.of(slice.labels(), WIDTH, HEIGHT));
            found.add(LabelMap.of(labels, WIDTH, HEIGHT));
        }
        return ClassScores.of(truth, found, classes).meanIou();
    }

    /** A network that is right but too sure of the background is no worse at its best threshold. */
    @Test
    void aShiftOfTheProbabilitiesCostsNothing() {
        final int[] labels = new int[SIZE];
        final float[] right = new float[2 * SIZE];
        final float[] shifted = new float[2 * SIZE];
        for (int i = 0; i < SIZE; i++) {
            labels[i] = i % 3 == 0 ? 1 : 0;
            right[SIZE + i] = labels[i] == 1 ? 0.9f : 0.4f;
            shifted[SIZE + i] = labels[i] == 1 ? 0.45f : 0.1f;
        }
        for (final float[] probabilities : List.of(right, shifted)) {
            final ThresholdedIou iou = new ThresholdedIou(2);
            iou.add(new Slice(labels, probabilities).plane(), probabilities);
            assertEquals(1, iou.best().iou());
        }
    }

    @Test
    void ignoredPixelsDoNotCount() {
        final Slice slice = Slice.random(2, new Random(9), true);
        final ThresholdedIou all = new ThresholdedIou(2);
        all.add(slice.plane(), slice.probabilities());
        final float[] other = slice.probabilities().clone();
        for (int i = 0; i < SIZE; i++) {
            if (slice.labels()[i] < 0) {
                other[SIZE + i] = 1 - other[SIZE + i];
            }
        }
        final ThresholdedIou same = new ThresholdedIou(2);
        same.add(slice.plane(), other);
        assertEquals(all.best(), same.best());
    }
}
