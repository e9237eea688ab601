package io.github.unetfiji.ij;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileSaver;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TiffFileTest {

    @TempDir private Path folder;

    private static ImagePlus result(final int slices, final boolean real) {
        final ImagePlus like = IJ.createImage("like", "8-bit ramp", 7, 5, slices);
        like.getCalibration().setUnit("nm");
        like.getCalibration().pixelWidth = 4;
        like.getCalibration().pixelDepth = 50;
        return ResultImage.streamed(
                new NumberedPlanes(7, 5, slices, real ? 2 : 1, real),
                like,
                "result",
                real ? List.of("background", "cell") : List.of());
    }

    /** NB: of two ways to write the same file, the other is ImageJ's own. */
    @Test
    void theBytesAreThoseOfImageJ() throws IOException {
        for (final boolean real : new boolean[] {true, false}) {
            final Path file = folder.resolve(real + ".tif");
            assertTrue(new FileSaver(result(3, real)).saveAsTiffStack(file.toString()));
            final ByteArrayOutputStream out = new ByteArrayOutputStream();
            TiffFile.write(result(3, real), out);
            assertArrayEquals(Files.readAllBytes(file), out.toByteArray());
        }
    }

    @Test
    void theDiskFillsUp() {
        final OutputStream full =
                new OutputStream() {
                    private int written;

                    @Override
                    public void write(final int b) throws IOException {
                        if (++written > 300) {
                            throw new IOException("No space left on device");
                        }
                    }
                };
        assertEquals(
                "No space left on device",
                assertThrows(IOException.class, () -> TiffFile.write(result(3, true), full))
                        .getMessage());
    }

    @Test
    void roomIsCheckedBeforeTheWork() throws IOException {
        TiffFile.checkRoom(5L << 30, 5L << 30);
        TiffFile.checkRoom(5L << 30, 0);
        assertEquals(
                "5120 MB are needed, but only 1024 MB of the disk are free",
                assertThrows(IOException.class, () -> TiffFile.checkRoom(5L << 30, 1L << 30))
                        .getMessage());
    }

    @Test
    void stamps() {
        final Path file = folder.resolve("stamped.tif");
        final ImagePlus image = result(2, true);
        ResultStamp.put(image, "this");
        ImageFiles.writeTiff(image, file);
        assertTrue(ResultStamp.isOn(file, "this"));
        assertFalse(ResultStamp.isOn(file, "that"));
        assertFalse(ResultStamp.isOn(folder.resolve("none.tif"), "this"));
        final Path plain = folder.resolve("plain.tif");
        ImageFiles.writeTiff(result(2, true), plain);
        assertFalse(ResultStamp.isOn(plain, "this"));
        final ImagePlus opened = ImageFiles.open(file);
        assertEquals("this", IJ.openImage(file.toString()).getProp("unet.result"));
        assertEquals("nm", opened.getCalibration().getUnit());
        assertEquals(50, opened.getCalibration().pixelDepth);
    }
}
