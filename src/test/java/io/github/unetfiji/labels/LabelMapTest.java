package io.github.unetfiji.labels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unetfiji.UNetException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is a label map, and what is not. */
class LabelMapTest {

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, -1, -0.5f, 2.5f, 2147483648f, Float.POSITIVE_INFINITY})
    void saysWhereAFloatIsNoLabel(final float value) {
        final float[] plane = new float[12];
        plane[7] = value;
        final String message =
                assertThrows(UNetException.class, () -> LabelMap.of(plane, 4, 3)).getMessage();
        assertTrue(
                message.startsWith("The label image has the value " + value + " at x=3, y=1;"),
                message);
        assertTrue(message.contains("0 (background) to 2147483647"), message);
    }

    @Test
    void readsAllPixelTypes() {
        assertArrayEquals(
                new int[] {0, 1, 16777216},
                LabelMap.of(new float[] {-0f, 1, 16777216}, 3, 1).labels());
        assertArrayEquals(
                new int[] {0, 255}, LabelMap.of(new byte[] {0, (byte) 255}, 1, 2).labels());
        assertArrayEquals(
                new int[] {7, 65535}, LabelMap.of(new short[] {7, (short) 65535}, 1, 2).labels());
        final int[] plane = {LabelMap.IGNORE, Integer.MAX_VALUE};
        assertTrue(LabelMap.of(plane, 2, 1).labels() == plane);
    }

    @Test
    void refusesIntsBelowIgnore() {
        assertThrows(UNetException.class, () -> LabelMap.of(new int[] {0, -2}, 2, 1));
    }

    @Test
    void refusesPlanesOfAnotherSize() {
        assertThrows(IllegalArgumentException.class, () -> LabelMap.of(new int[5], 2, 3));
        assertThrows(IllegalArgumentException.class, () -> LabelMap.of(new int[0], 0, 0));
        assertThrows(IllegalArgumentException.class, () -> LabelMap.of(new byte[4], -2, -2));
        assertThrows(
                IllegalArgumentException.class, () -> LabelMap.of(new int[4], 65538, 65536 / 2));
    }

    @Test
    void idsAreSortedAndDifferent() {
        assertArrayEquals(new int[] {1, 4, 9}, LabelMaps.of("9.4", "1#9", "994").ids());
        assertEquals(9, LabelMaps.of("9.4").maxId());
        assertEquals(0, LabelMaps.of(".#").maxId());
        final LabelMap many = LabelMaps.random(3, 70, 70, 200);
        assertArrayEquals(
                Arrays.stream(many.labels()).filter(l -> l > 0).sorted().distinct().toArray(),
                many.ids());
    }

    @Test
    void saysWhichSizesDiffer() {
        final String message =
                assertThrows(
                                UNetException.class,
                                () ->
                                        LabelMaps.of("12")
                                                .checkSameSize(
                                                        LabelMaps.of("1", "2", "3"),
                                                        "one",
                                                        "other"))
                        .getMessage();
        assertTrue(message.contains("2 x 1") && message.contains("1 x 3"), message);
    }

    @Test
    void theMaskKeepsWhatIsIgnored() {
        final LabelMap map = LabelMap.of(new int[] {0, 1, 7, LabelMap.IGNORE}, 2, 2);
        assertArrayEquals(new int[] {0, 1, 1, LabelMap.IGNORE}, map.mask().labels());
        assertTrue(map.hasIgnored());
        assertFalse(LabelMap.of(new int[] {0, 1, 7, 9}, 2, 2).hasIgnored());
    }
}
