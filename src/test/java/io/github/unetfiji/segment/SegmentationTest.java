package io.github.unetfiji.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.unetfiji.CancelledException;
import io.github.unetfiji.Progress;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.ij.Slices;
import io.github.unetfiji.model.Models;
import io.github.unetfiji.model.UNetModel;
import io.github.unetfiji.network.Architecture;
import io.github.unetfiji.network.Precision;
import io.github.unetfiji.tiling.TilePlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SegmentationTest {

    private static final UNetModel MODEL = Models.tiny(1, 3, "slice");
    private static final Slices IMAGE = Slices.noise(13, 9, 1, 3, 1);

    /** Output 4 px: 4 x 3 tiles a slice. */
    private static Segmenter segmenter() {
        return Segmenter.of(MODEL, Cpu.options().optTile(20).build());
    }

    @Test
    void classesAreTheMostProbable() {
        try (Segmenter segmenter = segmenter()) {
            final Segmentation result = Cpu.segment(segmenter, IMAGE, Progress.NONE);
            assertEquals(13, result.width());
            assertEquals(9, result.height());
            assertEquals(3, result.slices());
            assertEquals(3, result.classCount());
            final float[] p = result.probabilities(1);
            final byte[] classes = Cpu.classes(result, 1);
            assertEquals(3 * 117, p.length);
            assertEquals(117, classes.length);
            for (int i = 0; i < 117; i++) {
                assertEquals(1, p[i] + p[117 + i] + p[234 + i], 1e-5);
                final float chosen = p[classes[i] * 117 + i];
                for (int c = 0; c < 3; c++) {
                    assertEquals(true, chosen >= p[c * 117 + i]);
                }
            }
        }
    }

    @Test
    void progressCountsTheTilesOfTheWholeImage() {
        final List<String> told = new ArrayList<>();
        try (Segmenter segmenter = segmenter()) {
            final Segmentation result =
                    Cpu.segment(
                            segmenter,
                            IMAGE,
                            (done, total, what) -> told.add(done + "/" + total + " " + what));
            result.probabilities(0);
            Cpu.classes(result, 2);
        }
        assertEquals(24, told.size());
        assertEquals("1/36 segmenting", told.get(0));
        assertEquals("12/36 segmenting", told.get(11));
        assertEquals("25/36 segmenting", told.get(12));
        assertEquals("36/36 segmenting", told.get(23));
    }

    @Test
    void cancellingStopsBetweenTiles() {
        final List<Long> told = new ArrayList<>();
        final Progress progress =
                new Progress() {
                    @Override
                    public void report(final long done, final long total, final String message) {
                        told.add(done);
                    }

                    @Override
                    public boolean isCancelled() {
                        return told.size() == 5;
                    }
                };
        try (Segmenter segmenter = segmenter()) {
            final Segmentation result = Cpu.segment(segmenter, IMAGE, progress);
            assertEquals(
                    "Cancelled.",
                    assertThrows(CancelledException.class, () -> Cpu.classes(result, 0))
                            .getMessage());
        }
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L), told);
    }

    @Test
    void planesAreThoseOfTheSlices() {
        try (Segmenter segmenter = segmenter()) {
            final Segmentation result = Cpu.segment(segmenter, IMAGE, Progress.NONE);
            final float[] slice = result.probabilities(2);
            final byte[] first = Cpu.classes(result, 0);
            final byte[] second = Cpu.classes(result, 1);
            try (PlaneStream probabilities = result.streamProbabilities()) {
                assertEquals(3, probabilities.channels());
                assertArrayEquals(
                        Arrays.copyOfRange(slice, 117, 234), (float[]) probabilities.plane(2, 1));
            }
            try (PlaneStream classes = result.streamClasses()) {
                assertEquals(1, classes.channels());
                assertEquals(3, classes.slices());
                assertArrayEquals(first, (byte[]) classes.plane(0, 0));
                assertArrayEquals(second, (byte[]) classes.plane(1, 0));
                assertEquals(
                        "slice 0 is asked for after slice 1",
                        assertThrows(IllegalArgumentException.class, () -> classes.plane(0, 0))
                                .getMessage());
            }
        }
    }

    /** A slice is computed once, however many of its planes are asked for. */
    @Test
    void theLastSliceIsKept() {
        final List<Long> told = Collections.synchronizedList(new ArrayList<>());
        try (Segmenter segmenter = segmenter();
                PlaneStream planes =
                        Cpu.segment(segmenter, IMAGE, (done, total, what) -> told.add(done))
                                .streamProbabilities()) {
            for (int i = 0; i < 9; i++) {
                planes.plane(i / 3, i % 3);
            }
        }
        assertEquals(36, told.size());
    }

    /** Esc while a result is written slice by slice: it stops within one tile. */
    @Test
    void cancellingAStreamStopsBetweenTiles() {
        final List<Long> told = Collections.synchronizedList(new ArrayList<>());
        final Progress progress =
                new Progress() {
                    @Override
                    public void report(final long done, final long total, final String message) {
                        told.add(done);
                    }

                    @Override
                    public boolean isCancelled() {
                        return told.size() >= 15;
                    }
                };
        try (Segmenter segmenter = segmenter();
                PlaneStream planes = Cpu.segment(segmenter, IMAGE, progress).streamClasses()) {
            assertEquals(117, ((byte[]) planes.plane(0, 0)).length);
            assertThrows(CancelledException.class, () -> planes.plane(1, 0));
        }
        assertEquals(15, told.size());
    }

    /** Who takes the planes fails, for example because the disk is full: nothing works on. */
    @Test
    void closingAStreamStopsItsThreads() {
        try (Segmenter segmenter = segmenter()) {
            try (PlaneStream planes =
                    Cpu.segment(segmenter, IMAGE, Progress.NONE).streamClasses()) {
                planes.plane(0, 0);
            }
            assertEquals(
                    List.of(),
                    Thread.getAllStackTraces().keySet().stream()
                            .map(Thread::getName)
                            .filter(name -> name.startsWith("unet-"))
                            .toList());
        }
    }

    @Test
    void aSliceThatCannotBeReadIsSaid() {
        final float[] bad = new float[117];
        bad[4] = Float.NaN;
        final Slices image = Slices.gray(13, 9, new float[117], bad);
        try (Segmenter segmenter = segmenter();
                PlaneStream planes = Cpu.segment(segmenter, image, Progress.NONE).streamClasses()) {
            planes.plane(0, 0);
            assertEquals(
                    "The image holds NaN at x=4, y=0 of slice 2: only finite intensities can be"
                            + " used.",
                    assertThrows(UNetException.class, () -> planes.plane(1, 0)).getMessage());
        }
    }

    @Test
    void aSliceTooLargeForTheHeap() {
        final int side = 16_000;
        final UNetModel model = Models.tiny(1, 2, "range");
        final long heap = Runtime.getRuntime().maxMemory() >> 20;
        try (Segmenter segmenter = Cpu.segmenter(model)) {
            assertEquals(
                    "A slice is 16000x16000 px and needs 6836 MB of Java's memory, but there are "
                            + heap
                            + " MB: raise it in Edit > Options > Memory & Threads, or crop the"
                            + " image.",
                    assertThrows(
                                    UNetException.class,
                                    () ->
                                            Cpu.segment(
                                                    segmenter,
                                                    new Slices(side, side, 1, new float[0]),
                                                    Progress.NONE))
                            .getMessage());
        }
    }

    @Test
    void anImageOfOtherChannels() {
        try (Segmenter segmenter = segmenter()) {
            assertEquals(
                    "The image has 2 channel(s), but the model 'Zellen µm: 'a' #1' was trained with"
                            + " 1.",
                    assertThrows(
                                    UNetException.class,
                                    () ->
                                            Cpu.segment(
                                                    segmenter,
                                                    Slices.noise(4, 4, 2, 1, 1),
                                                    Progress.NONE))
                            .getMessage());
        }
    }

    @Test
    void aTileOfNoValidSize() {
        assertEquals(
                "Tile size is 17 px, but a network of depth 1 takes only 2k px: try at least"
                        + " 18.",
                assertThrows(
                                UNetException.class,
                                () -> Segmenter.of(MODEL, Cpu.options().optTile(17).build()))
                        .getMessage());
    }

    @Test
    void aTileIsNoLargerThanTheImageNeeds() {
        final Architecture network = Architecture.of(4, 2, 1, 2);
        final TilePlan plan =
                TileSize.of(16 * 1_000_000 + 12).plan(network, Precision.FLOAT32, 512, 300);
        assertEquals("700x492", plan.inputText());
        assertEquals(1, plan.tileCount());
        assertEquals(
                "572x572", TileSize.of(572).plan(network, Precision.FLOAT32, 512, 512).inputText());
    }

    @Test
    void aSliceTooLargeForAnArray() {
        final Slices huge = new Slices(40_000, 40_000, 1, new float[0]);
        final UNetModel model = Models.tiny(1, 2, "range");
        try (Segmenter segmenter = Cpu.segmenter(model)) {
            assertEquals(
                    "The image is 40000x40000 px, but with 2 classes a slice can have at most"
                            + " 1073741819 pixels: crop it.",
                    assertThrows(
                                    UNetException.class,
                                    () -> Cpu.segment(segmenter, huge, Progress.NONE))
                            .getMessage());
        }
    }

    @Test
    void outputs() {
        assertEquals(OutputKind.CLASSES, OutputKind.of("classes"));
        assertEquals("probabilities", OutputKind.PROBABILITIES.key());
        assertEquals(
                "The output is 'mask', but must be instances, classes, probabilities or uncertainty.",
                assertThrows(UNetException.class, () -> OutputKind.of("mask")).getMessage());
    }
}
