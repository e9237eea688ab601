package io.github.unetfiji.labels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WatershedTest {

    /** Discs (x, y, radius) as one mask, in components. */
    private static LabelMap discs(final int width, final int height, final int[]... discs) {
        final boolean[] mask = new boolean[width * height];
        for (final int[] disc : discs) {
            for (int i = 0; i < mask.length; i++) {
                final int dx = i % width - disc[0];
                final int dy = i / width - disc[1];
                mask[i] |= dx * dx + dy * dy <= disc[2] * disc[2];
            }
        }
        return ConnectedComponents.of(mask, width, height, Connectivity.FOUR);
    }

    private static LabelMap picture(final String... rows) {
        final int width = rows[0].length();
        final int[] labels = new int[width * rows.length];
        for (int i = 0; i < labels.length; i++) {
            final char pixel = rows[i / width].charAt(i % width);
            labels[i] = pixel == '.' ? 0 : pixel - '0';
        }
        return LabelMap.of(labels, width, rows.length);
    }

    @Test
    void aNeckIsCut() {
        final LabelMap dumbbell =
                picture(
                        ".............",
                        ".11111.11111.",
                        ".11111.11111.",
                        ".11111111111.",
                        ".11111.11111.",
                        ".11111.11111.",
                        ".............");
        final LabelMap parts =
                picture(
                        ".............",
                        ".11111.22222.",
                        ".11111.22222.",
                        ".11111122222.",
                        ".11111.22222.",
                        ".11111.22222.",
                        ".............");
        assertArrayEquals(parts.labels(), Watershed.split(dumbbell, 1).labels());
        assertEquals(2, Watershed.split(dumbbell, 2).maxId(), "3 px deep, a neck of 1 px");
        assertArrayEquals(dumbbell.labels(), Watershed.split(dumbbell, 2.1).labels());
    }

    @Test
    void touchingDiscs() {
        final LabelMap two = discs(45, 25, new int[] {12, 12, 10}, new int[] {30, 12, 10});
        assertEquals(1, two.maxId());
        final LabelMap parts = Watershed.split(two, 1);
        assertEquals(2, parts.maxId());
        assertEquals(1, parts.get(12, 12));
        assertEquals(2, parts.get(30, 12));
        for (int y = 0; y < 25; y++) {
            for (int x = 0; x < 45; x++) {
                if (two.get(x, y) > 0 && x != 21) {
                    assertEquals(x < 21 ? 1 : 2, parts.get(x, y), x + ", " + y);
                }
            }
        }
        assertEquals(1, Watershed.split(two, 6).maxId(), "the neck is 4 to 5 px deep");
        assertEquals(
                3,
                Watershed.split(
                                discs(
                                        45,
                                        45,
                                        new int[] {12, 12, 10},
                                        new int[] {30, 12, 10},
                                        new int[] {21, 28, 10}),
                                1)
                        .maxId());
    }

    @Test
    void oneDiscStaysOne() {
        for (int radius = 1; radius < 20; radius++) {
            final LabelMap disc = discs(41, 41, new int[] {20, 20, radius});
            assertArrayEquals(disc.labels(), Watershed.split(disc, 1).labels(), "radius " + radius);
        }
    }

    @Test
    void aCellThatFillsTheImage() {
        final LabelMap full = picture("111", "111");
        assertArrayEquals(full.labels(), Watershed.split(full, 1).labels());
        final LabelMap empty = picture("...", "...");
        assertArrayEquals(empty.labels(), Watershed.split(empty, 1).labels());
        assertEquals(2, Watershed.split(picture("1122"), 1).maxId());
    }

    @Test
    void depthsAreThoseToTheNearestOtherPixel() {
        final LabelMap cells = picture(".....", ".111.", ".1112", ".111.", ".....");
        assertArrayEquals(
                new float[] {1, 1, 1, 1, 2, 1, 1, 1, 1, 1},
                new float[] {
                    InnerDistance.of(cells)[6], InnerDistance.of(cells)[7],
                    InnerDistance.of(cells)[8], InnerDistance.of(cells)[11],
                    InnerDistance.of(cells)[12], InnerDistance.of(cells)[13],
                    InnerDistance.of(cells)[16], InnerDistance.of(cells)[17],
                    InnerDistance.of(cells)[18], InnerDistance.of(cells)[14]
                });
        assertEquals(0, InnerDistance.of(cells)[0]);
    }

    @Test
    void sorting() {
        assertArrayEquals(
                new int[] {4, 1, 5, 3, 0, 6},
                RadixSort.order(
                        new float[] {
                            0.5f, 70_000, 0, 1, Float.POSITIVE_INFINITY, 70_000, Float.MIN_VALUE
                        }));
    }

    /** NB: two basins that meet only at a pixel of a third one were one part of two pieces. */
    @Test
    void basinsThatMeetAtAPixelOfAThirdOneStayApart() {
        everyPixelIsInOneConnectedPartOfItsCell(-10327, 27, 8, 8);
    }

    @Property(tries = 150)
    void everyPixelIsInOneConnectedPartOfItsCell(
            @ForAll final long seed,
            @ForAll @IntRange(min = 1, max = 60) final int width,
            @ForAll @IntRange(min = 1, max = 60) final int height,
            @ForAll @IntRange(min = 1, max = 12) final int cells) {
        final int[] mask = LabelMaps.culture(seed, width, height, cells).labels().clone();
        for (int i = 0; i < mask.length; i++) {
            mask[i] = Math.min(1, mask[i]);
        }
        final LabelMap before =
                ConnectedComponents.of(LabelMap.of(mask, width, height), Connectivity.FOUR);
        final LabelMap after = Watershed.split(before, 1);
        final int[] whole = new int[after.maxId() + 1];
        int seen = 0;
        for (int i = 0; i < mask.length; i++) {
            final int part = after.labels()[i];
            assertEquals(mask[i] > 0, part > 0);
            assertTrue(part <= seen + 1, "ids in raster order, without gaps");
            seen = Math.max(seen, part);
            if (part > 0) {
                assertTrue(whole[part] == 0 || whole[part] == before.labels()[i]);
                whole[part] = before.labels()[i];
            }
        }
        assertEquals(
                after.maxId(),
                ConnectedComponents.of(after, Connectivity.FOUR).maxId(),
                "every part is one piece");
        assertArrayEquals(
                before.labels(), Watershed.split(before, 1000).labels(), "no neck is so deep");
    }
}
