package io.github.unetfiji.labels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unetfiji.UNetException;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Distances to the two nearest cells, against brute force. */
class TwoNearestCellsTest {

    private static final float INF = Float.POSITIVE_INFINITY;

    @ParameterizedTest
    @CsvSource({
        "1, 40, 30, 1",
        "2, 40, 30, 2",
        "3, 31, 47, 5",
        "4, 64, 48, 20",
        "5, 50, 50, 80",
        "6, 1, 60, 7",
        "7, 60, 1, 7",
        "8, 1, 1, 1",
        "9, 2, 90, 30",
        "10, 8, 8, 80",
        "11, 70, 70, 0"
    })
    void matchesBruteForce(final long seed, final int width, final int height, final int cells) {
        assertExact(LabelMaps.random(seed, width, height, cells), 1);
    }

    @Property(tries = 1000)
    void matchesBruteForceOnAnyMap(
            @ForAll @LongRange(min = 0, max = 1L << 40) final long seed,
            @ForAll @IntRange(min = 1, max = 30) final int width,
            @ForAll @IntRange(min = 1, max = 30) final int height,
            @ForAll @IntRange(min = 0, max = 80) final int cells) {
        assertExact(LabelMaps.random(seed, width, height, cells), 2);
    }

    @Property(tries = 500)
    void matchesBruteForceOnScatteredPixels(
            @ForAll @LongRange(min = 0, max = 1L << 40) final long seed,
            @ForAll @IntRange(min = 1, max = 40) final int width,
            @ForAll @IntRange(min = 1, max = 20) final int height,
            @ForAll @IntRange(min = 2, max = 4) final int ids) {
        final Random random = new Random(seed);
        final int sparse = 1 + random.nextInt(40);
        final int[] labels =
                IntStream.range(0, width * height)
                        .map(i -> random.nextInt(sparse) == 0 ? 1 + random.nextInt(ids) : 0)
                        .toArray();
        assertExact(LabelMap.of(labels, width, height), 1);
    }

    @Test
    void isTheSameWhateverTheNumberOfThreads() {
        final LabelMap map = LabelMaps.culture(1, 1100, 90, 200);
        final TwoNearestCells one = TwoNearestCells.of(map, 1);
        for (final int threads : new int[] {2, 3, 7}) {
            final TwoNearestCells many = TwoNearestCells.of(map, threads);
            assertArrayEquals(one.nearest(), many.nearest());
            assertArrayEquals(one.secondNearest(), many.secondNearest());
        }
    }

    @Test
    void measuresBetweenPixelCentres() {
        final TwoNearestCells d = TwoNearestCells.of(LabelMaps.of("1..2", "...."), 1);
        final float r2 = (float) Math.sqrt(2);
        final float r5 = (float) Math.sqrt(5);
        final float r10 = (float) Math.sqrt(10);
        assertArrayEquals(new float[] {0, 1, 1, 0, 1, r2, r2, 1}, d.nearest());
        assertArrayEquals(new float[] {3, 2, 2, 3, r10, r5, r5, r10}, d.secondNearest());
    }

    @Test
    void aCellIsAnIdAlsoInPieces() {
        final TwoNearestCells d = TwoNearestCells.of(LabelMaps.of("1.1....2"), 1);
        assertArrayEquals(new float[] {0, 1, 0, 1, 2, 2, 1, 0}, d.nearest());
        assertArrayEquals(new float[] {7, 6, 5, 4, 3, 3, 4, 5}, d.secondNearest());
    }

    @Test
    void isInfiniteWithoutCells() {
        final TwoNearestCells none = TwoNearestCells.of(LabelMaps.of("..", "#."), 1);
        assertArrayEquals(new float[] {INF, INF, INF, INF}, none.nearest());
        assertArrayEquals(new float[] {INF, INF, INF, INF}, none.secondNearest());
        final TwoNearestCells one = TwoNearestCells.of(LabelMaps.of("3.", "3#"), 1);
        assertArrayEquals(new float[] {0, 1, 0, 1}, one.nearest());
        assertArrayEquals(new float[] {INF, INF, INF, INF}, one.secondNearest());
    }

    @Test
    void allOneCell() {
        final TwoNearestCells d = TwoNearestCells.of(LabelMaps.of("55", "55"), 2);
        assertArrayEquals(new float[] {0, 0, 0, 0}, d.nearest());
        assertArrayEquals(new float[] {INF, INF, INF, INF}, d.secondNearest());
    }

    @Test
    void everyPixelACell() {
        final LabelMap map = LabelMap.of(IntStream.rangeClosed(1, 60).toArray(), 6, 10);
        assertExact(map, 1);
    }

    @Test
    void isExactWithLongSides() {
        final int[] labels = new int[1 << 20];
        labels[0] = 1;
        labels[labels.length - 1] = 2;
        for (final LabelMap map :
                new LabelMap[] {
                    LabelMap.of(labels, labels.length, 1), LabelMap.of(labels, 1, labels.length)
                }) {
            final TwoNearestCells d = TwoNearestCells.of(map, 1);
            final int x = 400_000;
            assertTrue(d.nearest()[x] == x && d.secondNearest()[x] == labels.length - 1 - x);
        }
    }

    @Test
    void saysWhichSizesAreTooLarge() {
        final int side = (1 << 20) + 1;
        final LabelMap map = LabelMap.of(new int[side], side, 1);
        final String message =
                assertThrows(UNetException.class, () -> TwoNearestCells.of(map, 1)).getMessage();
        assertTrue(message.contains("1048577 x 1 px") && message.contains("1048576"), message);
    }

    @Test
    void refusesNoThreads() {
        assertThrows(
                IllegalArgumentException.class, () -> TwoNearestCells.of(LabelMaps.of("1"), 0));
    }

    @Test
    void passesOnWhatASinkThrows() {
        for (final int threads : new int[] {1, 2}) {
            assertThrows(
                    ArithmeticException.class,
                    () ->
                            TwoNearestCells.forEachRow(
                                    LabelMaps.random(1, 10, 70, 3),
                                    threads,
                                    () ->
                                            (y, squared1, squared2) -> {
                                                throw new ArithmeticException();
                                            }));
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 40, 30, 5", "2, 1, 50, 3", "3, 64, 64, 60", "4, 20, 20, 0"})
    void theYardstickOfTheBenchmarkIsExact(
            final long seed, final int width, final int height, final int cells) {
        final LabelMap map = LabelMaps.random(seed, width, height, cells);
        assertArrayEquals(bruteForce(map)[0], SingleDistanceTransform.of(map));
    }

    private static void assertExact(final LabelMap map, final int threads) {
        final float[][] expected = bruteForce(map);
        final TwoNearestCells actual = TwoNearestCells.of(map, threads);
        assertArrayEquals(expected[0], actual.nearest());
        assertArrayEquals(expected[1], actual.secondNearest());
    }

    /** d1 and d2 by looking at every pixel from every pixel. */
    static float[][] bruteForce(final LabelMap map) {
        final int n = map.labels().length;
        final float[][] d = new float[2][n];
        final int[] ids = map.ids();
        for (int i = 0; i < n; i++) {
            final long[] best = new long[Math.max(2, ids.length)];
            Arrays.fill(best, Long.MAX_VALUE);
            for (int j = 0; j < n; j++) {
                if (map.labels()[j] > 0) {
                    final int dx = i % map.width() - j % map.width();
                    final int dy = i / map.width() - j / map.width();
                    final int cell = Arrays.binarySearch(ids, map.labels()[j]);
                    best[cell] = Math.min(best[cell], dx * dx + dy * dy);
                }
            }
            Arrays.sort(best);
            for (int k = 0; k < 2; k++) {
                d[k][i] = best[k] == Long.MAX_VALUE ? INF : (float) Math.sqrt((double) best[k]);
            }
        }
        return d;
    }
}
