package io.github.unetfiji.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.unetfiji.Progress;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.ij.Slices;
import io.github.unetfiji.model.Models;
import java.util.List;
import org.junit.jupiter.api.Test;

class InstanceStreamTest {

    /** Two slices of 4 x 2 px as the network would give them, background first. */
    private static InstanceStream stream(final float[] first, final float[] second) {
        return new InstanceStream(
                new PlaneStream(
                        2,
                        4,
                        2,
                        2,
                        index -> new float[8],
                        (index, slice) -> both(index == 0 ? first : second)),
                new Instances(InstanceSettings.DEFAULT, 4, 2, 2));
    }

    private static float[] both(final float[] cell) {
        final float[] result = new float[2 * cell.length];
        for (int i = 0; i < cell.length; i++) {
            result[i] = 1 - cell[i];
            result[cell.length + i] = cell[i];
        }
        return result;
    }

    @Test
    void idsAreasAndCentroids() {
        try (InstanceStream stream =
                stream(
                        new float[] {1, 1, 0, 1, 1, 1, 0, 0},
                        new float[] {0, 0, 0, 0, 0, 1, 1, 0})) {
            assertEquals(2, stream.slices());
            assertEquals(1, stream.channels());
            assertArrayEquals(new int[] {1, 1, 0, 2, 1, 1, 0, 0}, (int[]) stream.plane(0, 0));
            assertEquals(1, stream.classOf(2));
            assertEquals(
                    List.of(
                            new FoundObject(0, 1, 1, 4, 1, 1),
                            new FoundObject(0, 2, 1, 1, 3.5, 0.5)),
                    stream.found());
            assertArrayEquals(new int[] {0, 0, 0, 0, 0, 1, 1, 0}, (int[]) stream.plane(1, 0));
            assertEquals(new FoundObject(1, 1, 1, 2, 2, 1.5), stream.found().get(2));
            assertThrows(IllegalArgumentException.class, () -> stream.plane(0, 0));
        }
    }

    @Test
    void aSliceThatWasSkippedIsCounted() {
        try (InstanceStream stream = stream(new float[] {1, 0, 1, 0, 1, 0, 1, 0}, new float[8])) {
            assertArrayEquals(new int[8], (int[]) stream.plane(1, 0));
            assertEquals(2, stream.found().size());
        }
    }

    /** The stream of a segmentation is that of its probabilities. */
    @Test
    void ofANetwork() {
        final InstanceSettings settings = new InstanceSettings(0.3, Split.WATERSHED, 1, 2, true);
        final SegmentationOptions options =
                Cpu.options()
                        .optThreshold(0.3)
                        .optSplit(Split.WATERSHED)
                        .optSmallest(2)
                        .optLink(true)
                        .build();
        final Slices image = Slices.noise(30, 20, 1, 3, 1);
        try (Segmenter segmenter = Segmenter.of(Models.tiny(1, 2, "slice"), options)) {
            final Segmentation result = Cpu.segment(segmenter, image, Progress.NONE);
            final Instances naive = new Instances(settings, 30, 20, 3);
            try (InstanceStream stream = result.streamInstances()) {
                for (int z = 0; z < 3; z++) {
                    assertArrayEquals(
                            naive.next(result.probabilities(z)), (int[]) stream.plane(z, 0));
                }
            }
        }
    }

    @Test
    void memoryOfObjectsIsCounted() {
        final SliceMemory slice = new SliceMemory(1000, 500, 7);
        slice.check(14_000_000);
        assertEquals(
                "A slice is 1000x500 px and needs 36 MB of Java's memory, but there are 13 MB: raise it"
                        + " in Edit > Options > Memory & Threads, or crop the image.",
                assertThrows(
                                UNetException.class,
                                () ->
                                        slice.plus(
                                                        Instances.planes(
                                                                new InstanceSettings(
                                                                        0.5,
                                                                        Split.WATERSHED,
                                                                        1,
                                                                        0,
                                                                        false)))
                                                .check(14_000_000))
                        .getMessage());
    }
}
