package io.github.unetfiji.labels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CellLinkerTest {

    private static LabelMap line(final int... labels) {
        return LabelMap.of(labels, labels.length, 1);
    }

    private static int[] ids(final CellLinker linker, final int... labels) {
        final LabelMap cells = line(labels);
        final int[] ids = linker.next(cells, new int[cells.maxId() + 1]);
        return Arrays.copyOfRange(ids, 1, ids.length);
    }

    @Test
    void appearingVanishingAndComingBack() {
        final CellLinker linker = new CellLinker();
        assertArrayEquals(new int[] {1, 2}, ids(linker, 1, 1, 1, 0, 2, 2, 2, 0, 0, 0));
        // The first moves by a pixel, the second vanishes, a third appears.
        assertArrayEquals(new int[] {1, 3}, ids(linker, 0, 1, 1, 1, 0, 0, 0, 0, 2, 2));
        // What comes back is a new one.
        assertArrayEquals(new int[] {4, 3}, ids(linker, 0, 0, 0, 0, 1, 1, 1, 0, 2, 2));
        assertEquals(4, linker.count());
    }

    @Test
    void ofTwoPartsTheLargerShareKeepsTheId() {
        final CellLinker linker = new CellLinker();
        assertArrayEquals(new int[] {1}, ids(linker, 1, 1, 1, 1, 1, 1, 1));
        assertArrayEquals(new int[] {2, 1}, ids(linker, 1, 1, 0, 2, 2, 2, 2));
    }

    @Test
    void ofTwoThatBecomeOneTheLargerShareGivesTheId() {
        final CellLinker linker = new CellLinker();
        assertArrayEquals(new int[] {1, 2}, ids(linker, 1, 1, 0, 2, 2, 2, 2));
        assertArrayEquals(new int[] {2}, ids(linker, 1, 1, 1, 1, 1, 1, 1));
    }

    /** IoU 1/4 is enough, 1/5 is not. */
    @Test
    void theLeastOverlap() {
        final CellLinker enough = new CellLinker();
        ids(enough, 1, 1, 1, 1, 0);
        assertArrayEquals(new int[] {1}, ids(enough, 1, 0, 0, 0, 0));
        final CellLinker tooLittle = new CellLinker();
        ids(tooLittle, 1, 1, 1, 1, 1);
        assertArrayEquals(new int[] {2}, ids(tooLittle, 1, 0, 0, 0, 0));
    }

    @Test
    void cellsOfOtherKindsAreOtherCells() {
        final CellLinker linker = new CellLinker();
        linker.next(line(1, 1, 2, 2), new int[] {0, 1, 2});
        assertArrayEquals(new int[] {0, 3, 2}, linker.next(line(1, 1, 2, 2), new int[] {0, 2, 2}));
    }

    @Test
    void startingOverLinksNothingButGoesOnCounting() {
        final CellLinker linker = new CellLinker();
        ids(linker, 1, 1);
        linker.startOver();
        assertArrayEquals(new int[] {2}, ids(linker, 1, 1));
    }

    @Test
    void anEmptySlice() {
        final CellLinker linker = new CellLinker();
        assertArrayEquals(new int[0], ids(linker, 0, 0));
        assertArrayEquals(new int[] {1}, ids(linker, 1, 1));
        assertArrayEquals(new int[0], ids(linker, 0, 0));
        assertArrayEquals(new int[] {2}, ids(linker, 1, 1));
    }

    @Test
    void smallCellsAreLeftOut() {
        assertArrayEquals(
                new int[] {0, 1, 1, 1, 0, 2, 2, 0, 0},
                SmallCells.removed(line(1, 2, 2, 2, 0, 4, 4, 3, 0), 2).labels());
    }
}
