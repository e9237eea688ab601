package io.github.unetfiji.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.github.unetfiji.labels.LabelMap;
import org.junit.jupiter.api.Test;

class CellBoundariesTest {

    private static final int X = LabelMap.IGNORE;

    private static final int[] CELLS = {
        0, 0, 0, 0, 0, 0,
        0, 5, 5, 7, 7, 0,
        0, 5, 5, 7, 7, X,
        0, 5, 5, 5, X, 7,
        0, 0, 0, 0, 0, 7
    };

    @Test
    void cellsHaveThickBoundaries() {
        assertArrayEquals(
                new int[] {
                    0, 2, 2, 2, 2, 0,
                    2, 3, 3, 3, 3, 2,
                    2, 3, 3, 3, 1, X,
                    2, 3, 3, 3, X, 1,
                    0, 2, 2, 2, 2, 3
                },
                CellBoundaries.of(LabelMap.of(CELLS, 6, 5)));
    }

    @Test
    void boundariesMayComeFirst() {
        assertArrayEquals(
                new int[] {
                    0, 1, 1, 1, 1, 0,
                    1, 3, 3, 3, 3, 1,
                    1, 3, 3, 3, 2, X,
                    1, 3, 3, 3, X, 2,
                    0, 1, 1, 1, 1, 3
                },
                CellBoundaries.boundaryFirst(LabelMap.of(CELLS, 6, 5)));
    }
}
