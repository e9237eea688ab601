package io.github.unetfiji.evaluate;

import static io.github.unetfiji.evaluate.PairCounts.PairConvention.N_CHOOSE_2;
import static io.github.unetfiji.evaluate.PairCounts.PairConvention.N_SQUARED;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unetfiji.CancelledException;
import io.github.unetfiji.Progress;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.evaluate.ThresholdCurve.Score;
import io.github.unetfiji.labels.LabelMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class EvaluationTest {

    private static final int WIDTH = 31;
    private static final int HEIGHT = 27;

    @Test
    void aPerfectPredictionHasNoError() {
        final LabelMap truth = truth(1);
        final Evaluation evaluation = evaluate(List.of(certain(truth)), List.of(truth), 1);
        final ChallengeScores stack = evaluation.stack();
        assertEquals(new Score(0, 0), stack.pixelError());
        assertEquals(new Score(0, 0), stack.randError(N_SQUARED));
        assertEquals(new Score(0, 0), stack.randError(N_CHOOSE_2));
        assertEquals(new Score(0, 0), stack.unrestrictedRandError());
        assertEquals(new Score(0, 0), stack.warpingError());
        assertEquals(0, stack.warpingAtBest().pixels().total());
        assertEquals(stack, evaluation.slices().get(0));
    }

    @Test
    void theStackIsTheSumOfItsSlicesAndThreadsChangeNothing() {
        final List<ProbabilityMap> prediction = new ArrayList<>();
        final List<LabelMap> truth = new ArrayList<>();
        for (int z = 0; z < 5; z++) {
            prediction.add(ProbabilityMap.of(DrawnPlanes.blobs(z, WIDTH, HEIGHT), WIDTH, HEIGHT));
            truth.add(truth(z + 50));
        }
        final Evaluation evaluation = evaluate(prediction, truth, 1);
        assertEquals(evaluation, evaluate(prediction, truth, 3));
        long splits = 0;
        long pixels = 0;
        double pairs = 0;
        double vRand = 0;
        for (int z = 0; z < truth.size(); z++) {
            final ChallengeScores slice = evaluation.slices().get(z);
            assertEquals(
                    slice, evaluate(List.of(prediction.get(z)), List.of(truth.get(z)), 1).stack());
            splits += slice.warping().points().get(4).value().pixels().splits();
            pixels += slice.pixels().points().get(4).value().truePositives();
            pairs += slice.regions().points().get(4).value().pairs().both();
            vRand += slice.thinned().points().get(4).value().vRand() / truth.size();
        }
        final ChallengeScores stack = evaluation.stack();
        assertEquals(splits, stack.warping().points().get(4).value().pixels().splits());
        assertEquals(pixels, stack.pixels().points().get(4).value().truePositives());
        assertEquals(pairs, stack.regions().points().get(4).value().pairs().both());
        assertEquals(vRand, stack.thinned().points().get(4).value().vRand(), 1e-12);
        assertTrue(splits > 0 && pixels > 0, "the slices say nothing");
    }

    @Test
    void theLeastWarpingErrorIsLookedForUpToNineTenths() {
        final LabelMap truth =
                DrawnPlanes.labels(DrawnPlanes.mask("......", ".####.", "......"), 6);
        final ProbabilityMap split = DrawnPlanes.proposal("......", ".#..#.", "......");
        final float[] faint = split.values().clone();
        for (int i = 0; i < faint.length; i++) {
            faint[i] *= 0.95f;
        }
        final ChallengeScores scores =
                evaluate(List.of(ProbabilityMap.of(faint, 6, 3)), List.of(truth), 1).stack();
        assertEquals(new Score(2 / 18.0, 0), scores.warpingError());
        assertEquals(2, scores.warpingAtBest().pixels().splits());
        assertEquals(1, scores.warpingAtBest().mistakes().splits());
        assertEquals(0, scores.warping().points().get(10).value().value());
    }

    @Test
    void onlyWhatIsAskedForIsComputed() {
        final LabelMap truth = truth(3);
        final EvaluationSettings settings =
                EvaluationSettings.builder()
                        .optMetrics(Set.of(Metric.PIXEL))
                        .optThresholds(Thresholds.only(0.5))
                        .build();
        final ChallengeScores scores =
                Evaluation.of(List.of(certain(truth)), List.of(truth), settings, Progress.NONE)
                        .stack();
        assertEquals(new Score(0, 0.5), scores.pixelError());
        assertTrue(scores.warping().isEmpty());
        assertTrue(scores.regions().isEmpty());
        assertTrue(scores.thinned().isEmpty());
        assertEquals(Score.NONE, scores.warpingError());
        assertEquals(Score.NONE, scores.vRand());
        assertEquals(WarpingError.NONE, scores.warpingAtBest());
    }

    @Test
    void progressCountsSlicesAndThresholdsAndCanCancel() {
        final LabelMap truth = truth(3);
        final List<Long> seen = Collections.synchronizedList(new ArrayList<>());
        Evaluation.of(
                List.of(certain(truth), certain(truth)),
                List.of(truth, truth),
                EvaluationSettings.builder().optThreads(1).build(),
                (done, total, message) -> {
                    assertEquals(seen.size() < 2 ? 2 : 22, total);
                    assertEquals(seen.size() < 2 ? "Checking" : "Evaluating", message);
                    seen.add(done);
                });
        assertEquals(List.of(1L, 2L, 1L, 2L), seen.subList(0, 4));
        assertEquals(24, seen.size());
        assertEquals(22, seen.get(23));
        final Progress stop =
                new Progress() {
                    @Override
                    public void report(final long done, final long total, final String message) {}

                    @Override
                    public boolean isCancelled() {
                        return true;
                    }
                };
        assertThrows(
                CancelledException.class,
                () ->
                        Evaluation.of(
                                List.of(certain(truth)),
                                List.of(truth),
                                EvaluationSettings.builder().build(),
                                stop));
    }

    /** All once to check them, then one after the other by the one thread. */
    @Test
    void slicesAreReadWhenTheyAreNeeded() {
        final List<ProbabilityMap> prediction = new ArrayList<>();
        final List<LabelMap> truth = new ArrayList<>();
        for (int z = 0; z < 6; z++) {
            prediction.add(ProbabilityMap.of(DrawnPlanes.blobs(z, WIDTH, HEIGHT), WIDTH, HEIGHT));
            truth.add(truth(z + 50));
        }
        final List<Integer> read = new ArrayList<>();
        final EvaluationSettings settings = EvaluationSettings.builder().optThreads(1).build();
        final Evaluation evaluation =
                Evaluation.of(
                        6,
                        z -> {
                            read.add(z);
                            return prediction.get(z);
                        },
                        truth::get,
                        settings,
                        (done, total, message) -> {
                            if (message.equals("Evaluating")) {
                                final int slice = (int) (done - 1) / 11;
                                assertEquals(6 + slice + 1, read.size(), "read ahead");
                            }
                        });
        assertEquals(List.of(0, 1, 2, 3, 4, 5, 0, 1, 2, 3, 4, 5), read);
        assertEquals(evaluate(prediction, truth, 3), evaluation);
    }

    @Test
    void allSlicesAreCheckedBeforeTheFirstIsEvaluated() {
        final LabelMap truth = truth(1);
        final List<String> messages = new ArrayList<>();
        assertThrows(
                UNetException.class,
                () ->
                        Evaluation.of(
                                3,
                                z ->
                                        z < 2
                                                ? certain(truth)
                                                : ProbabilityMap.of(new float[] {2}, 1, 1),
                                z -> truth,
                                EvaluationSettings.builder().build(),
                                (done, total, message) -> messages.add(message)));
        assertEquals(List.of("Checking", "Checking"), messages);
    }

    @Test
    void badInputIsNamedInOneSentence() {
        final LabelMap truth = DrawnPlanes.labels(DrawnPlanes.mask("##", ".#"), 2);
        final ProbabilityMap map = DrawnPlanes.proposal("##", ".#");
        says(
                "The prediction has 1 slices and the truth 2; they must have the same number, at"
                        + " least 1.",
                () -> evaluate(List.of(map), List.of(truth, truth), 1));
        says(
                "In slice 1 the prediction is 4 x 1 px and the truth 2 x 2 px; they must have the"
                        + " same size.",
                () -> evaluate(List.of(DrawnPlanes.proposal("####")), List.of(truth), 1));
        says(
                "The truth has no cell in any of its 1 slices; at least one pixel must be above 0.",
                () ->
                        evaluate(
                                List.of(map),
                                List.of(DrawnPlanes.labels(DrawnPlanes.mask("..", ".."), 2)),
                                1));
        says(
                "The truth has pixels to ignore in slice 1; the errors of the challenge need a"
                        + " statement for every pixel.",
                () ->
                        evaluate(
                                List.of(map),
                                List.of(LabelMap.of(new int[] {1, -1, 0, 1}, 2, 2)),
                                1));
        says(
                "The prediction has the value 1.5 at x=1, y=0; allowed are probabilities from 0 to"
                        + " 1.",
                () -> ProbabilityMap.of(new float[] {0, 1.5f}, 2, 1));
        says(
                "The prediction has the value NaN at x=0, y=1; allowed are probabilities from 0 to"
                        + " 1.",
                () -> ProbabilityMap.of(new float[] {0, Float.NaN}, 1, 2));
        says(
                "The label image has the value 1.5 at x=1, y=0; allowed are whole numbers from 0"
                        + " (background) to 2147483647.",
                () -> LabelMap.of(new float[] {0, 1.5f}, 2, 1));
        says(
                "The thresholds go from 0.5 to 0.2; allowed are 0 <= first <= last <= 1.",
                () -> Thresholds.steps(0.5, 0.2, 0.1));
        says(
                "The step of the thresholds is 0.0; allowed is 0.001 to 1.",
                () -> Thresholds.steps(0, 1, 0));
    }

    @Test
    void aSliceWithoutCellsIsAllowedInAStackThatHasSome() {
        final LabelMap some = DrawnPlanes.labels(DrawnPlanes.mask("##.#", "##.#"), 4);
        final LabelMap none = DrawnPlanes.labels(DrawnPlanes.mask("....", "...."), 4);
        final Evaluation evaluation =
                evaluate(List.of(certain(some), certain(none)), List.of(some, none), 1);
        assertEquals(Score.NONE, evaluation.slices().get(1).vRand());
        assertEquals(new Score(1, 0), evaluation.stack().vRand());
        assertEquals(new Score(0, 0), evaluation.stack().pixelError());
    }

    @Test
    void integerPlanesAreScaledToProbabilities() {
        final ProbabilityMap bytes =
                ProbabilityMap.of(new byte[] {0, (byte) 255, (byte) 128}, 3, 1);
        assertEquals(0, bytes.values()[0]);
        assertEquals(1, bytes.values()[1]);
        assertEquals(128 / 255f, bytes.values()[2]);
        final ProbabilityMap shorts = ProbabilityMap.of(new short[] {(short) 65535, 13107}, 2, 1);
        assertEquals(1, shorts.values()[0]);
        assertEquals(0.2f, shorts.values()[1]);
    }

    @Test
    void thresholdsAreAccumulatedSoThatOneIsStillCell() {
        assertEquals(11, Thresholds.CHALLENGE.size());
        assertEquals(0.30000000000000004, Thresholds.CHALLENGE.get(3));
        assertEquals(0.9999999999999999, Thresholds.CHALLENGE.get(10));
        assertTrue(DrawnPlanes.proposal("#").above(Thresholds.CHALLENGE.get(10))[0]);
    }

    private static void says(final String sentence, final Executable work) {
        assertEquals(sentence, assertThrows(UNetException.class, work).getMessage());
    }

    private static Evaluation evaluate(
            final List<ProbabilityMap> prediction, final List<LabelMap> truth, final int threads) {
        return Evaluation.of(
                prediction,
                truth,
                EvaluationSettings.builder().optThreads(threads).build(),
                Progress.NONE);
    }

    private static LabelMap truth(final long seed) {
        final boolean[] mask =
                ProbabilityMap.of(DrawnPlanes.blobs(seed, WIDTH, HEIGHT), WIDTH, HEIGHT)
                        .above(0.45);
        return DrawnPlanes.labels(mask, WIDTH);
    }

    private static ProbabilityMap certain(final LabelMap truth) {
        final byte[] values = new byte[truth.labels().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) (truth.labels()[i] > 0 ? 255 : 0);
        }
        return ProbabilityMap.of(values, truth.width(), truth.height());
    }

    @Test
    void foregroundIsWhatTheBackgroundLeaves() {
        final float[] classes = {0, 1, 0.25f, 1.000001f, 0.5f, 0, 0.7f, 0, 0.5f, 0, 0.05f, 0};
        assertArrayEquals(
                new float[] {1, 0, 0.75f, 0},
                ProbabilityMap.foreground(classes, 2, 2).values(),
                1e-7f);
    }
}
