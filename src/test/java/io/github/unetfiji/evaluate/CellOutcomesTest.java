package io.github.unetfiji.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.unetfiji.labels.LabelMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellOutcomesTest {

    private static CellOutcomes of(final String truth, final String prediction) {
        final int[] labels = truth.chars().map(c -> c == '#' ? 1 : 0).toArray();
        final float[] values = new float[labels.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = prediction.charAt(i) == '#' ? 0.9f : 0.1f;
        }
        return CellOutcomes.of(
                ProbabilityMap.of(values, values.length, 1),
                LabelMap.of(labels, labels.length, 1),
                0.5);
    }

    @ParameterizedTest
    @CsvSource({
        "'####..####', '####..####', 2, 0, 0, 0, 0, 0",
        "'####..####', '##########', 0, 2, 0, 0, 0, 0",
        "'########.##', '###########', 1, 1, 0, 0, 0, 0",
        "'########', '####.###', 0, 0, 1, 0, 0, 0",
        "'########', '.######.', 1, 0, 0, 0, 0, 0",
        "'####......', '##########', 0, 0, 0, 1, 0, 1",
        "'########', '........', 0, 0, 0, 0, 1, 0",
        "'####....##', '####.##...', 1, 0, 0, 0, 1, 1",
        "'####', '##..', 0, 0, 0, 0, 1, 0",
    })
    void everyCellHasOneFate(
            final String truth,
            final String prediction,
            final long found,
            final long merged,
            final long split,
            final long partly,
            final long missed,
            final long extra) {
        final CellOutcomes fates = of(truth, prediction);
        assertEquals(new CellOutcomes(found, merged, split, partly, missed, extra), fates);
        assertEquals(truth.replaceAll("\\.+", " ").trim().split(" ").length, fates.cells());
    }

    @Test
    void slicesAreSummed() {
        assertEquals(
                new CellOutcomes(1, 2, 0, 0, 1, 0),
                of("####..####", "##########").plus(of("###.###", "###....")));
    }
}
