package io.github.unetfiji.ij;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ij.IJ;
import ij.ImagePlus;
import io.github.unetfiji.CancelledException;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.stack.PlaneSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Label maps on disk and in memory: 16 bits if they suffice, whatever plane has the largest id. */
class LabelSpoolTest {

    private static final int[] SMALL = {0, 1, 2, 3, 65535, 5};
    private static final int[] LARGE = {70000, 0, 1, 65536, 2, 3};

    @TempDir private Path folder;

    private long files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    @Test
    void sixteenBits() throws IOException {
        final short[] expected = {0, 1, 2, 3, (short) 65535, 5};
        try (LabelSpool spool =
                LabelSpool.of(new LabelPlanes(new int[6], SMALL), folder.resolve("a.tif"))) {
            assertEquals(2, files(), "the file and its lock");
            assertArrayEquals(expected, (short[]) spool.plane(1, 0));
            assertArrayEquals(new short[6], (short[]) spool.plane(0, 0));
            assertArrayEquals(expected, (short[]) spool.plane(1, 0));
        }
        assertEquals(0, files());
        final ImagePlus image =
                ResultImage.labels(new LabelPlanes(new int[6], SMALL), like(2), "labels");
        assertEquals(16, image.getBitDepth());
        assertEquals(255, image.getDisplayRangeMax());
        assertArrayEquals(expected, (short[]) image.getStack().getPixels(2));
    }

    @Test
    void moreThanSixteenBits() {
        final float[] first = {0, 1, 2, 3, 65535, 5};
        final float[] second = {70000, 0, 1, 65536, 2, 3};
        try (LabelSpool spool =
                LabelSpool.of(new LabelPlanes(SMALL, LARGE), folder.resolve("a.tif"))) {
            assertArrayEquals(first, (float[]) spool.plane(0, 0));
            assertArrayEquals(second, (float[]) spool.plane(1, 0));
        }
        final ImagePlus image =
                ResultImage.labels(new LabelPlanes(SMALL, LARGE), like(2), "labels");
        assertEquals(32, image.getBitDepth());
        assertArrayEquals(first, (float[]) image.getStack().getPixels(1));
        assertArrayEquals(second, (float[]) image.getStack().getPixels(2));
    }

    private static ImagePlus like(final int slices) {
        return IJ.createImage("like", "8-bit", 3, 2, slices);
    }

    @Test
    void aTiffOfThem() {
        final Path file = folder.resolve("a.tif");
        try (LabelSpool spool = LabelSpool.of(new LabelPlanes(SMALL, new int[6]), file)) {
            ImageFiles.writeTiff(ResultImage.labels(spool, like(2), "a"), file);
        }
        final ImagePlus read = ImageFiles.open(file);
        assertEquals(16, read.getBitDepth());
        assertEquals(65535, read.getStack().getProcessor(1).get(1, 1));
        assertEquals(255, read.getDisplayRangeMax());
    }

    @Test
    void nothingIsLeftOfAFailure() throws IOException {
        final PlaneSource cancelled =
                new PlaneSource() {
                    @Override
                    public int width() {
                        return 3;
                    }

                    @Override
                    public int height() {
                        return 2;
                    }

                    @Override
                    public int slices() {
                        return 2;
                    }

                    @Override
                    public int channels() {
                        return 1;
                    }

                    @Override
                    public Object plane(final int slice, final int channel) {
                        if (slice == 1) {
                            throw new CancelledException();
                        }
                        return new int[6];
                    }
                };
        assertThrows(
                CancelledException.class, () -> LabelSpool.of(cancelled, folder.resolve("a.tif")));
        assertEquals(0, files());
        final Path nowhere = folder.resolve("none/a.tif");
        final String sentence =
                assertThrows(UNetException.class, () -> LabelSpool.of(cancelled, nowhere))
                        .getMessage();
        assertEquals(true, sentence.startsWith("Cannot write label maps beside " + nowhere + ": "));
    }
}
