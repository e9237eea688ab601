package io.github.unetfiji.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.unetfiji.labels.LabelMap;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BackgroundRimTest {

    private static final int[] DOT = {
        0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 7, 0, 0, 0,
        0, 0, -1, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0,
    };

    private static LabelMap map(final int... labels) {
        return LabelMap.of(labels.clone(), 7, 5);
    }

    private static int[] cells(final LabelMap map, final int width) {
        final AnnotatedSlice rim = BackgroundRim.of(new AnnotatedSlice(map, map, 3), map, width, 2);
        assertArrayEquals(rim.cells().labels(), rim.classes().labels());
        assertEquals(3, rim.contested());
        return rim.cells().labels();
    }

    /** Straight on, 2 px are near enough; (2, 1) and (2, 2) are 2.2 and 2.8 px away. */
    @Test
    void distancesAreEuclidean() {
        assertArrayEquals(
                new int[] {
                    -1, -1, -1, 0, -1, -1, -1,
                    -1, -1, 0, 0, 0, -1, -1,
                    -1, 0, 0, 7, 0, 0, -1,
                    -1, -1, -1, 0, 0, -1, -1,
                    -1, -1, -1, 0, -1, -1, -1,
                },
                cells(map(DOT), 2));
    }

    @Test
    void aRimThatReachesEverythingChangesNothing() {
        assertArrayEquals(DOT, cells(map(DOT), 4));
        assertArrayEquals(DOT, cells(map(DOT), Integer.MAX_VALUE));
    }

    @Test
    void noCellNoBackground() {
        final int[] ignored = new int[35];
        Arrays.fill(ignored, LabelMap.IGNORE);
        assertArrayEquals(ignored, cells(map(new int[35]), 30));
    }

    @Test
    void whatWasGivenIsUnchanged() {
        final LabelMap map = map(DOT);
        cells(map, 1);
        assertArrayEquals(DOT, map.labels());
    }
}
