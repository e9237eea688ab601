package io.github.unetfiji.labels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** Connected components, against a flood fill. */
class ConnectedComponentsTest {

    @Test
    void cornersConnectOnlyWithEightNeighbours() {
        final LabelMap map = LabelMaps.of("7.7", ".7.", "7.7");
        assertArrayEquals(
                LabelMaps.of("1.2", ".3.", "4.5").labels(),
                ConnectedComponents.of(map, Connectivity.FOUR).labels());
        assertArrayEquals(
                LabelMaps.of("1.1", ".1.", "1.1").labels(),
                ConnectedComponents.of(map, Connectivity.EIGHT).labels());
    }

    @Test
    void numbersAreInRasterOrderAlsoWhereBranchesMeetLate() {
        final LabelMap map = LabelMaps.of("9.9.9", "9.9.9", "999.9");
        assertArrayEquals(
                LabelMaps.of("1.1.2", "1.1.2", "111.2").labels(),
                ConnectedComponents.of(map, Connectivity.FOUR).labels());
    }

    @Test
    void differentIdsThatTouchStayApart() {
        final LabelMap map = LabelMaps.of("1122", "#122", "1#22");
        assertArrayEquals(
                LabelMaps.of("1122", "#122", "3#22").labels(),
                ConnectedComponents.of(map, Connectivity.FOUR).labels());
        assertArrayEquals(
                LabelMaps.of("1122", "#122", "1#22").labels(),
                ConnectedComponents.of(map, Connectivity.EIGHT).labels());
    }

    @Test
    void emptyAndFull() {
        assertEquals(0, ConnectedComponents.of(LabelMaps.of(".."), Connectivity.EIGHT).maxId());
        final boolean[] full = new boolean[12];
        Arrays.fill(full, true);
        assertEquals(1, ConnectedComponents.of(full, 4, 3, Connectivity.FOUR).maxId());
        assertThrows(
                IllegalArgumentException.class,
                () -> ConnectedComponents.of(full, 4, 4, Connectivity.FOUR));
    }

    @Test
    void asManyComponentsAsABoardHasFields() {
        final int side = 1000;
        final boolean[] board = new boolean[side * side];
        for (int i = 0; i < board.length; i++) {
            board[i] = (i % side + i / side) % 2 == 0;
        }
        assertEquals(
                side * side / 2,
                ConnectedComponents.of(board, side, side, Connectivity.FOUR).maxId());
        assertEquals(1, ConnectedComponents.of(board, side, side, Connectivity.EIGHT).maxId());
    }

    @Property(tries = 1000)
    void matchesAFloodFill(
            @ForAll @LongRange(min = 0, max = 1L << 40) final long seed,
            @ForAll @IntRange(min = 1, max = 30) final int width,
            @ForAll @IntRange(min = 1, max = 30) final int height,
            @ForAll @IntRange(min = 1, max = 4) final int ids,
            @ForAll final Connectivity connectivity) {
        final Random random = new Random(seed);
        final double density = random.nextDouble();
        final int[] labels = new int[width * height];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = random.nextDouble() < density ? 1 + random.nextInt(ids) : 0;
            labels[i] = random.nextInt(20) == 0 ? LabelMap.IGNORE : labels[i];
        }
        final LabelMap map = LabelMap.of(labels, width, height);
        final int[] before = labels.clone();
        assertArrayEquals(
                floodFill(map, connectivity), ConnectedComponents.of(map, connectivity).labels());
        assertArrayEquals(before, labels, "input unchanged");
    }

    private static int[] floodFill(final LabelMap map, final Connectivity connectivity) {
        final int[] out = new int[map.labels().length];
        int n = 0;
        for (int i = 0; i < out.length; i++) {
            if (map.labels()[i] < 0) {
                out[i] = map.labels()[i];
            } else if (map.labels()[i] > 0 && out[i] == 0) {
                fill(map, connectivity, i, ++n, out);
            }
        }
        return out;
    }

    private static void fill(
            final LabelMap map,
            final Connectivity connectivity,
            final int start,
            final int n,
            final int[] out) {
        final ArrayDeque<Integer> open = new ArrayDeque<>();
        open.add(start);
        out[start] = n;
        while (!open.isEmpty()) {
            final int i = open.pop();
            for (int dy = -1; dy <= 1; dy++) {
                for (int dx = -1; dx <= 1; dx++) {
                    final int x = i % map.width() + dx;
                    final int y = i / map.width() + dy;
                    final boolean near = connectivity == Connectivity.EIGHT || dx * dy == 0;
                    final boolean inside = x >= 0 && y >= 0 && x < map.width() && y < map.height();
                    if (near && inside && map.get(x, y) == map.labels()[i]) {
                        final int j = y * map.width() + x;
                        if (out[j] == 0) {
                            out[j] = n;
                            open.push(j);
                        }
                    }
                }
            }
        }
    }
}
