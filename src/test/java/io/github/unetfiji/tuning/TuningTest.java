package io.github.unetfiji.tuning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unetfiji.CancelledException;
import io.github.unetfiji.Progress;
import io.github.unetfiji.labels.LabelMap;
import io.github.unetfiji.model.Postprocessing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TuningTest {

    private static final int SIDE = 40;

    /** Discs of the truth, and what the network makes of them. */
    private static final class Scene {

        private final int[] truth = new int[SIDE * SIDE];
        private final float[] probabilities = new float[2 * SIDE * SIDE];

        Scene() {
            Arrays.fill(probabilities, 0, SIDE * SIDE, 1);
        }

        Scene seen(final int x, final int y, final double radius, final double probability) {
            forEach(
                    x,
                    y,
                    radius,
                    i -> {
                        probabilities[i] = (float) (1 - probability);
                        probabilities[SIDE * SIDE + i] = (float) probability;
                    });
            return this;
        }

        Scene real(final int x, final int y, final double radius) {
            forEach(x, y, radius, i -> truth[i] = 1);
            return this;
        }

        private static void forEach(
                final int x,
                final int y,
                final double radius,
                final java.util.function.IntConsumer action) {
            for (int i = 0; i < SIDE * SIDE; i++) {
                if (Math.hypot(i % SIDE - x, i / SIDE - y) <= radius) {
                    action.accept(i);
                }
            }
        }

        TuningExample example() {
            return new TuningExample(probabilities, LabelMap.of(truth, SIDE, SIDE));
        }
    }

    private static TuningResult tune(final Scene... scenes) {
        return Tuning.of(Arrays.stream(scenes).map(Scene::example).toList(), 2, Progress.NONE)
                .orElseThrow();
    }

    @Test
    void whatIsRightAlreadyStays() {
        final TuningResult result = tune(new Scene().real(20, 20, 9).seen(20, 20, 9, 0.9));
        assertEquals(Postprocessing.NONE, result.best());
        assertEquals(1, result.iou());
        assertEquals(1, result.iouBefore());
        assertEquals(1, result.precision());
        assertEquals(1, result.precisionBefore());
    }

    /** As balanced classes make it: a rim of 0.7 around every cell that is none. */
    @Test
    void theThresholdThatFits() {
        final TuningResult result =
                tune(
                        new Scene()
                                .real(12, 12, 6)
                                .seen(12, 12, 9, 0.72)
                                .seen(12, 12, 6, 0.95)
                                .real(30, 28, 5)
                                .seen(30, 28, 8, 0.72)
                                .seen(30, 28, 5, 0.95));
        assertEquals(0.75, result.best().threshold());
        assertEquals(0.8, result.best().objectThreshold());
        assertEquals(0, result.best().neck());
        assertEquals(0, result.best().smallest());
        assertEquals(1, result.iou());
        assertTrue(result.iouBefore() < 0.8);
        assertEquals(1, result.precision());
        assertTrue(result.precisionBefore() < 0.5);
    }

    @Test
    void cellsThatTouchAreDividedIfTheTruthSays() {
        final Scene touching =
                new Scene()
                        .seen(13, 20, 8, 0.9)
                        .seen(27, 20, 8, 0.9)
                        .real(13, 20, 8)
                        .real(27, 20, 8);
        // NB: a line of background between them, as annotations have it.
        for (int y = 0; y < SIDE; y++) {
            touching.truth[y * SIDE + 20] = 0;
        }
        final TuningResult result = tune(touching);
        assertTrue(result.best().neck() > 0, result.best()::toString);
        assertTrue(result.precision() > 0.8);
        assertEquals(0, result.precisionBefore());
    }

    @Test
    void specksGo() {
        final TuningResult result =
                tune(
                        new Scene()
                                .real(12, 12, 6)
                                .seen(12, 12, 6, 0.9)
                                .seen(30, 5, 2, 0.9)
                                .seen(5, 33, 2, 0.9));
        assertEquals(20, result.best().smallest(), "13 px are too small");
        assertEquals(1, result.precision());
        assertEquals(1 / 3.0, result.precisionBefore(), 1e-12);
    }

    /** A large cell that no threshold finds as one, and spots that are smaller than what is noise while a threshold is chosen. */
    @Test
    void nothingIsWorseThanWithoutTuning() {
        final Scene spots = new Scene().real(12, 20, 9).seen(12, 20, 9, 0.2).seen(8, 20, 4, 0.9);
        for (int y = 4; y < SIDE; y += 8) {
            spots.real(32, y, 1).seen(32, y, 2, 0.2).seen(32, y, 1, 0.9);
        }
        final TuningResult result = tune(spots);
        assertTrue(result.precision() >= result.precisionBefore(), result::toString);
        assertTrue(result.iou() >= result.iouBefore(), result::toString);
        assertEquals(5 / 7.0, result.precisionBefore(), 1e-9);
        assertEquals(0.5, result.best().objectThreshold());
        assertEquals(0, result.best().smallest());
    }

    @Test
    void severalSlicesCountTogether() {
        final Scene right = new Scene().real(20, 20, 9).seen(20, 20, 9, 0.6);
        final Scene wrong = new Scene().real(20, 20, 5).seen(20, 20, 9, 0.54).seen(20, 20, 5, 0.6);
        assertEquals(0.55, tune(right, wrong).best().threshold(), 1e-9);
    }

    @Test
    void withoutObjectsThereIsNothingToTune() {
        assertEquals(
                Optional.empty(),
                Tuning.of(List.of(new Scene().seen(9, 9, 3, 0.9).example()), 2, Progress.NONE));
    }

    @Test
    void progressAndCancelling() {
        final List<String> told = new ArrayList<>();
        final List<TuningExample> examples =
                List.of(new Scene().real(20, 20, 9).seen(20, 20, 9, 0.9).example());
        Tuning.of(examples, 2, (done, total, what) -> told.add(done + "/" + total));
        assertEquals("1/74", told.get(0));
        assertEquals("74/74", told.get(told.size() - 1));
        assertThrows(
                CancelledException.class,
                () -> Tuning.of(examples, 2, Progress.NONE.orCancelledBy(() -> true)));
    }

    @Test
    void enoughSlices() {
        assertEquals(List.of(0, 1, 2), Tuning.chosenSlices(3, 512 * 512));
        assertEquals(16, Tuning.chosenSlices(100, 512 * 512).size());
        assertEquals(List.of(3, 9, 15, 21), Tuning.chosenSlices(24, 1024 * 1024));
        assertEquals(List.of(5), Tuning.chosenSlices(10, 1L << 30));
    }

    @Test
    void theMiddleOfALargeSlice() {
        final float[] probabilities = new float[2 * 5 * 4];
        final int[] classes = new int[20];
        for (int i = 0; i < 20; i++) {
            probabilities[i] = i / 100f;
            probabilities[20 + i] = 0.5f + i / 100f;
            classes[i] = i;
        }
        final TuningExample whole = new TuningExample(probabilities, LabelMap.of(classes, 5, 4));
        assertSame(whole, whole.centre(5));
        final TuningExample middle = whole.centre(2);
        assertArrayEquals(new int[] {6, 7, 11, 12}, middle.classes().labels());
        assertArrayEquals(
                new float[] {0.06f, 0.07f, 0.11f, 0.12f, 0.56f, 0.57f, 0.61f, 0.62f},
                middle.probabilities(),
                1e-6f);
        assertEquals(4 * 4, whole.centre(4).classes().labels().length);
    }
}
