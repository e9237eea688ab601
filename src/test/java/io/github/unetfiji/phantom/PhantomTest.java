package io.github.unetfiji.phantom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same numbers always, and a ground truth that keeps its promises. */
class PhantomTest {

    /** Pieces smaller than this may be the tip of a cell, px. */
    private static final int SMALLEST = 150;

    @Test
    void isTheSameOnEveryMachine() {
        final PhantomSlice slice = phantom(64, 48, 3, 7).slice(2);
        assertEquals("image 7f24790b, labels 8d147ecf, cells 40abd63b", checksums(slice));
    }

    @Test
    void doesNotDependOnOrderOrThreads() {
        final Phantom phantom = phantom(90, 70, 6, 11);
        final List<String> forwards =
                IntStream.range(0, 6)
                        .mapToObj(z -> checksums(phantom.slice(z)))
                        .collect(Collectors.toList());
        final List<String> parallel =
                IntStream.range(0, 6)
                        .parallel()
                        .mapToObj(z -> checksums(phantom.slice(z)))
                        .collect(Collectors.toList());
        assertEquals(forwards, parallel);
        assertEquals(forwards.get(4), checksums(phantom(90, 70, 5, 11).slice(4)));
        assertEquals(6, new HashSet<>(forwards).size(), "all slices differ");
    }

    @Test
    void anotherSeedIsAnotherTissue() {
        final int[] one = phantom(64, 64, 1, 1).slice(0).cells();
        final int[] two = phantom(64, 64, 1, 2).slice(0).cells();
        assertFalse(Arrays.equals(one, two));
    }

    // NB: a slice is made in bands of rows; 530 and 700 rows end in different bands.
    @ParameterizedTest
    @CsvSource({"1, 1", "50, 1", "1, 530", "37, 530"})
    void isTheCornerOfALargerPhantom(final int width, final int height) {
        final PhantomSlice small = phantom(width, height, 2, 3).slice(1);
        final PhantomSlice large = phantom(70, 700, 9, 3).slice(1);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                final int here = y * width + x;
                final int there = y * 70 + x;
                assertEquals(large.image()[there], small.image()[here], "image at " + x + "," + y);
                assertEquals(large.cells()[there], small.cells()[here], "cell at " + x + "," + y);
            }
        }
    }

    @Test
    void saysItsSize() {
        final PhantomSlice slice = phantom(5, 3, 1, 3).slice(0);
        assertEquals(5, slice.width());
        assertEquals(3, slice.height());
        assertEquals(15, slice.image().length);
        assertEquals(15, slice.labels().length);
        assertEquals(15, slice.cells().length);
    }

    @Test
    void hasNoSliceBeyondTheLast() {
        final Phantom phantom = phantom(4, 4, 2, 1);
        assertThrows(IndexOutOfBoundsException.class, () -> phantom.slice(2));
        assertThrows(IndexOutOfBoundsException.class, () -> phantom.slice(-1));
    }

    @ParameterizedTest
    @CsvSource({"40, 3", "16, 1", "16, 4", "130, 8"})
    void membranesSeparateCells(final double cellDiameter, final double membraneWidth) {
        final int side = 300;
        final PhantomSlice slice =
                Phantom.of(
                                PhantomSettings.builder()
                                        .setWidth(side)
                                        .setHeight(side)
                                        .setSlices(1)
                                        .setSeed(5)
                                        .optCellDiameter(cellDiameter)
                                        .optMembraneWidth(membraneWidth)
                                        .build())
                        .slice(0);
        final int[] cells = slice.cells();
        for (int i = 0; i < cells.length; i++) {
            assertTrue(cells[i] >= 0);
            assertEquals(cells[i] == 0 ? 0 : (byte) 255, slice.labels()[i]);
            final boolean right = i % side == side - 1 || agree(cells[i], cells[i + 1]);
            final boolean below = i + side >= cells.length || agree(cells[i], cells[i + side]);
            assertTrue(right && below, "different cells touch at " + i % side + "," + i / side);
        }
    }

    @Test
    void cellsGoOnFromSliceToSlice() {
        final Phantom phantom = phantom(400, 400, 8, 21);
        int[] above = phantom.slice(0).cells();
        for (int z = 1; z < 8; z++) {
            final int[] below = phantom.slice(z).cells();
            assertTrue(shareOfSamePixels(above, below) > 0.80, "pixels, slice " + z);
            assertTrue(shareOfOverlappingCells(above, below) > 0.85, "cells, slice " + z);
            above = below;
        }
    }

    private static double shareOfSamePixels(final int[] above, final int[] below) {
        int both = 0;
        int same = 0;
        for (int i = 0; i < above.length; i++) {
            if (above[i] != 0 && below[i] != 0) {
                both++;
                same += above[i] == below[i] ? 1 : 0;
            }
        }
        return (double) same / both;
    }

    private static double shareOfOverlappingCells(final int[] above, final int[] below) {
        final Map<Integer, Integer> areas = new HashMap<>();
        final Set<Integer> overlapping = new HashSet<>();
        for (int i = 0; i < above.length; i++) {
            areas.merge(above[i], 1, Integer::sum);
            if (above[i] == below[i]) {
                overlapping.add(above[i]);
            }
        }
        areas.remove(0);
        areas.values().removeIf(area -> area < SMALLEST);
        overlapping.retainAll(areas.keySet());
        return (double) overlapping.size() / areas.size();
    }

    @Test
    void arraysBelongToTheCaller() {
        final Phantom phantom = phantom(8, 8, 1, 1);
        final byte[] before = phantom.slice(0).image().clone();
        Arrays.fill(phantom.slice(0).image(), (byte) 0);
        assertArrayEquals(before, phantom.slice(0).image());
    }

    private static boolean agree(final int one, final int other) {
        return one == other || one == 0 || other == 0;
    }

    private static Phantom phantom(
            final int width, final int height, final int slices, final long seed) {
        return Phantom.of(
                PhantomSettings.builder()
                        .setWidth(width)
                        .setHeight(height)
                        .setSlices(slices)
                        .setSeed(seed)
                        .build());
    }

    private static String checksums(final PhantomSlice slice) {
        final ByteBuffer cells = ByteBuffer.allocate(4 * slice.cells().length);
        cells.asIntBuffer().put(slice.cells());
        return String.format(
                "image %08x, labels %08x, cells %08x",
                crc(slice.image()), crc(slice.labels()), crc(cells.array()));
    }

    private static long crc(final byte[] bytes) {
        final CRC32 crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }
}
