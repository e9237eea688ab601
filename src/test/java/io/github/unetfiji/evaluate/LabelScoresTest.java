package io.github.unetfiji.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.unetfiji.Progress;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.evaluate.ObjectScores.ObjectCounts;
import io.github.unetfiji.labels.LabelMap;
import io.github.unetfiji.labels.LabelMaps;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SEG, objects and classes of label maps. */
class LabelScoresTest {

    private static final double EXACT = 1e-12;

    @Test
    void segAsksForMoreThanHalf() {
        final LabelMap truth = LabelMaps.of("1111.22.");
        final LabelMap result = LabelMaps.of("3344.555");
        final SegScore seg = SegScore.of(List.of(truth), List.of(result));
        assertEquals(new SegScore.ObjectMatch(0, 1, 4, 0, 0), seg.objects().get(0));
        assertEquals(new SegScore.ObjectMatch(0, 2, 2, 5, 2 / 3.0), seg.objects().get(1));
        assertEquals(1 / 3.0, seg.value(), EXACT);
    }

    @Test
    void segPoolsTheObjectsOfAllSlices() {
        final LabelMap one = LabelMaps.of("11..");
        final LabelMap three = LabelMaps.of("1.23");
        final LabelMap none = LabelMaps.of("....");
        final SegScore seg = SegScore.of(List.of(one, three), List.of(one, none));
        assertEquals(0.25, seg.value(), EXACT);
        assertEquals(1, seg.objects().get(3).slice());
    }

    @Test
    void objectsAreFoundAboveAThreshold() {
        // IoU 3/4 of the first, 1/2 of the second: not above 0.5
        final LabelMap truth = LabelMaps.of("1111.22.3.");
        final LabelMap result = LabelMaps.of("444..5....");
        final ObjectScores scores = ObjectScores.of(List.of(truth), List.of(result));
        assertEquals(new ObjectCounts(1, 1, 2), scores.counts().get(0));
        assertEquals(new ObjectCounts(1, 1, 2), scores.counts().get(4));
        // NB: 0.75 itself is not above 0.75
        assertEquals(new ObjectCounts(0, 2, 3), scores.counts().get(5));
        assertEquals(0.7, ObjectScores.threshold(4));
        assertEquals(0.75, ObjectScores.threshold(5));
        assertEquals(5 * 0.25 / 10, scores.meanAveragePrecision(), EXACT);
        final ObjectCounts half = scores.counts().get(0);
        assertEquals(1 / 2.0, half.precision());
        assertEquals(1 / 3.0, half.recall(), EXACT);
        assertEquals(2 / 5.0, half.f1());
        assertEquals(1 / 4.0, half.averagePrecision());
    }

    @Test
    void aPerfectResultWithOtherIdsScoresOne() {
        final LabelMap truth = LabelMaps.of("11.22", "1..22");
        final LabelMap result =
                LabelMap.of(
                        new int[] {
                            2_000_000_000, 2_000_000_000, 0, 7, 7, 2_000_000_000, 0, 0, 7, 7
                        },
                        5,
                        2);
        assertEquals(1, SegScore.of(List.of(truth), List.of(result)).value());
        assertEquals(1, ObjectScores.of(List.of(truth), List.of(result)).meanAveragePrecision());
        assertEquals(
                2_000_000_000,
                SegScore.of(List.of(truth), List.of(result)).objects().get(0).match());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void objectsEqualComparingEveryPair(final long seed) {
        final LabelMap truth = LabelMaps.random(seed, 40, 30, 12);
        final int[] moved = new int[truth.labels().length];
        for (int i = 1; i < moved.length; i++) {
            moved[i] = truth.labels()[i - 1] / 2 + (truth.labels()[i - 1] > 0 ? 1 : 0);
        }
        final LabelMap result = LabelMap.of(moved, 40, 30);
        final ObjectScores scores = ObjectScores.of(List.of(truth), List.of(result));
        double sum = 0;
        for (final int id : truth.ids()) {
            double jaccard = 0;
            for (final int other : result.ids()) {
                final double shared = shared(truth, id, result, other);
                final double union = area(truth, id) + area(result, other) - shared;
                jaccard = shared > area(truth, id) / 2.0 ? shared / union : jaccard;
            }
            sum += jaccard;
        }
        assertEquals(
                sum / truth.ids().length,
                SegScore.of(List.of(truth), List.of(result)).value(),
                EXACT);
        for (int k = 0; k < ObjectScores.THRESHOLDS; k++) {
            assertEquals(naive(truth, result, ObjectScores.threshold(k)), scores.counts().get(k));
        }
    }

    private static ObjectCounts naive(
            final LabelMap truth, final LabelMap result, final double threshold) {
        final Set<Integer> found = new HashSet<>();
        for (final int id : truth.ids()) {
            for (final int other : result.ids()) {
                final double shared = shared(truth, id, result, other);
                final double union = area(truth, id) + area(result, other) - shared;
                if (shared / union > threshold) {
                    found.add(id);
                }
            }
        }
        return new ObjectCounts(
                found.size(),
                result.ids().length - found.size(),
                truth.ids().length - found.size());
    }

    private static int area(final LabelMap map, final int id) {
        return shared(map, id, map, id);
    }

    private static int shared(final LabelMap a, final int idA, final LabelMap b, final int idB) {
        int n = 0;
        for (int i = 0; i < a.labels().length; i++) {
            n += a.labels()[i] == idA && b.labels()[i] == idB ? 1 : 0;
        }
        return n;
    }

    @Test
    void classesAreCountedAndIgnoredPixelsLeftOut() {
        final LabelMap truth = LabelMaps.of("0011#2");
        final LabelMap result = LabelMaps.of("011120");
        final ClassScores scores = ClassScores.of(List.of(truth), List.of(result), 4);
        assertEquals(new PixelCounts(1, 1, 1, 2), scores.classes().get(0));
        assertEquals(new PixelCounts(2, 1, 0, 2), scores.classes().get(1));
        assertEquals(new PixelCounts(0, 0, 1, 4), scores.classes().get(2));
        assertEquals(2 / 3.0, scores.classes().get(1).iou(), EXACT);
        assertEquals(4 / 5.0, scores.classes().get(1).fScore(), EXACT);
        // NB: class 3 occurs nowhere
        assertEquals((1 / 3.0 + 2 / 3.0) / 3, scores.meanIou(), EXACT);
        assertEquals((1 / 2.0 + 4 / 5.0) / 3, scores.meanDice(), EXACT);
    }

    @Test
    void foregroundDoesNotAskForIds() {
        final LabelMap truth = LabelMaps.of("1122..");
        final LabelMap result = LabelMaps.of("333..4");
        assertEquals(
                new PixelCounts(3, 1, 1, 1),
                ClassScores.foreground(List.of(truth), List.of(result)));
    }

    @Test
    void slicesTogetherAreTheStack() {
        final List<LabelMap> truth =
                List.of(LabelMaps.of("1122.."), LabelMaps.of("......"), LabelMaps.of("55.777"));
        final List<LabelMap> result =
                List.of(LabelMaps.of("1112.3"), LabelMaps.of("4....."), LabelMaps.of("99.877"));
        final List<InstanceScores> slices =
                new LabelEvaluation(3, result::get, truth::get, 2).instances(Progress.NONE);
        final InstanceScores stack = InstanceScores.over(slices);
        assertEquals(SegScore.of(truth, result), stack.seg());
        assertEquals(ObjectScores.of(truth, result), stack.objects());
        assertEquals(ClassScores.foreground(truth, result), stack.foreground());
        assertEquals(2, stack.seg().objects().get(3).slice());
        assertEquals(Double.NaN, slices.get(1).seg().value());
        assertEquals(new ObjectCounts(0, 1, 0), slices.get(1).objects().counts().get(0));
        final List<ClassScores> classes =
                new LabelEvaluation(3, result::get, truth::get, 2).classes(Progress.NONE);
        assertEquals(ClassScores.of(truth, result, 10), ClassScores.over(classes));
    }

    /** One value in all slices is a mask; one value in one slice is not. */
    @Test
    void aMaskIsSplit() {
        final List<LabelMap> mask = List.of(LabelMaps.of("7.7"), LabelMaps.of("..7"));
        final List<LabelMap> ids = List.of(LabelMaps.of("7.7"), LabelMaps.of("..8"));
        assertEquals(3, objects(mask, mask));
        assertEquals(2, objects(ids, ids));
        assertEquals(2, objects(ids, mask));
        assertEquals(3, objects(mask, ids));
    }

    private static int objects(final List<LabelMap> truth, final List<LabelMap> result) {
        return InstanceScores.over(
                        new LabelEvaluation(2, result::get, truth::get, 1).instances(Progress.NONE))
                .seg()
                .objects()
                .size();
    }

    @Test
    void badInputIsNamedInOneSentence() {
        final List<LabelMap> truth = List.of(LabelMaps.of("12"));
        says(
                "The result has 2 slices and the truth 1; they must have the same number, at least"
                        + " 1.",
                () -> SegScore.of(truth, List.of(truth.get(0), truth.get(0))));
        says(
                "The result in slice 1 is 1 x 2 px and the truth in slice 1 2 x 1 px; they must"
                        + " have the same size.",
                () -> ObjectScores.of(truth, List.of(LabelMaps.of("1", "2"))));
        says(
                "The truth has no cell in any of its 1 slices; at least one pixel must be above 0.",
                () -> SegScore.of(List.of(LabelMaps.of("..")), truth));
        says(
                "The truth in slice 1 has the label 2; with 2 classes the labels 0 to 1 are"
                        + " allowed.",
                () -> ClassScores.of(truth, truth, 2));
    }

    private static void says(final String sentence, final Executable work) {
        assertEquals(sentence, assertThrows(UNetException.class, work).getMessage());
    }
}
