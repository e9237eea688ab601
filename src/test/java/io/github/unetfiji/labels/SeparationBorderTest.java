package io.github.unetfiji.labels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unetfiji.UNetException;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** Cells that touch are parted. */
class SeparationBorderTest {

    @Test
    void bothCellsGiveWay() {
        final SeparationBorder parted =
                SeparationBorder.of(LabelMaps.of("111222", "111222", "11...."), 1);
        assertArrayEquals(
                LabelMaps.of("11..22", "11..22", "11....").labels(), parted.labels().labels());
        assertEquals(0, parted.vanished().length);
    }

    @Test
    void cornersTouchToo() {
        final SeparationBorder parted =
                SeparationBorder.of(LabelMaps.of("11..", "11..", "..22", "..22"), 1);
        assertArrayEquals(
                LabelMaps.of("11..", "1...", "...2", "..22").labels(), parted.labels().labels());
    }

    @Test
    void widthIsTakenFromEachCell() {
        final LabelMap map = LabelMaps.of("1111122222");
        assertArrayEquals(
                LabelMaps.of("111....222").labels(), SeparationBorder.of(map, 2).labels().labels());
        assertArrayEquals(map.labels(), SeparationBorder.of(map, 0).labels().labels());
    }

    @Test
    void cellsThatVanishAreNamed() {
        final SeparationBorder parted =
                SeparationBorder.of(LabelMaps.of("1113....5", "1114....5"), 1);
        assertArrayEquals(
                LabelMaps.of("11......5", "11......5").labels(), parted.labels().labels());
        assertArrayEquals(new int[] {3, 4}, parted.vanished());
    }

    @Test
    void ignoredPixelsAreNoCellAndStay() {
        final LabelMap map = LabelMaps.of("11#22");
        assertArrayEquals(map.labels(), SeparationBorder.of(map, 1).labels().labels());
    }

    @Test
    void everythingVanishesWhereEveryPixelIsACell() {
        final SeparationBorder parted = SeparationBorder.of(LabelMaps.of("12", "34"), 1);
        assertArrayEquals(new int[4], parted.labels().labels());
        assertArrayEquals(new int[] {1, 2, 3, 4}, parted.vanished());
    }

    @Test
    void saysWhichWidthsAreAllowed() {
        final String message =
                assertThrows(UNetException.class, () -> SeparationBorder.of(LabelMaps.of("1"), -2))
                        .getMessage();
        assertTrue(message.contains("-2 px") && message.contains("0 (none)"), message);
    }

    @Property(tries = 1000)
    void matchesItsDefinition(
            @ForAll @LongRange(min = 0, max = 1L << 40) final long seed,
            @ForAll @IntRange(min = 1, max = 25) final int columns,
            @ForAll @IntRange(min = 1, max = 25) final int rows,
            @ForAll @IntRange(min = 0, max = 30) final int cells,
            @ForAll @IntRange(min = 0, max = 30) final int width) {
        final LabelMap map = LabelMaps.random(seed, columns, rows, cells);
        final SeparationBorder parted = SeparationBorder.of(map, width);
        final int[] expected = map.labels().clone();
        for (int i = 0; i < expected.length; i++) {
            for (int j = 0; j < expected.length; j++) {
                final int apart =
                        Math.max(
                                Math.abs(i % columns - j % columns),
                                Math.abs(i / columns - j / columns));
                final int other = map.labels()[j];
                if (apart <= width && other > 0 && other != map.labels()[i]) {
                    expected[i] = 0;
                }
            }
        }
        assertArrayEquals(expected, parted.labels().labels());
        final int[] left = parted.labels().ids();
        assertEquals(map.ids().length, left.length + parted.vanished().length);
        for (final int id : parted.vanished()) {
            assertTrue(Arrays.binarySearch(left, id) < 0);
        }
    }
}
