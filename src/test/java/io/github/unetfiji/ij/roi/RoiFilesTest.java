package io.github.unetfiji.ij.roi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.gui.OvalRoi;
import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.io.RoiDecoder;
import ij.io.RoiEncoder;
import io.github.unetfiji.UNetException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoiFilesTest {

    @TempDir private Path folder;

    private static Roi named(final String name, final Roi roi) {
        roi.setName(name);
        return roi;
    }

    private static byte[] bytes(final Roi roi) {
        return RoiEncoder.saveAsByteArray(roi);
    }

    private Path write(final String name, final byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private Path zip(final String name, final Object... entriesAndBytes) throws IOException {
        final Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < entriesAndBytes.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) entriesAndBytes[i]));
                zip.write((byte[]) entriesAndBytes[i + 1]);
            }
        }
        return file;
    }

    private static void assertRefused(final String sentence, final Path file) {
        assertEquals(
                sentence,
                assertThrows(UNetException.class, () -> RoiFiles.open(file)).getMessage());
    }

    @Test
    void aSetKeepsShapesNamesPositionsAndOrder() throws IOException {
        final Roi oval = named("nucleus", new OvalRoi(2, 3, 9, 6));
        oval.setPosition(2, 3, 4);
        final Roi hole = new ShapeRoi(new Roi(0, 0, 5, 4)).not(new ShapeRoi(new Roi(1, 1, 2, 2)));
        final PointRoi points = new PointRoi(new float[] {2.5f, 8}, new float[] {3, 9});
        final List<Roi> rois =
                RoiFiles.open(
                        zip(
                                "set.zip",
                                "b.roi",
                                bytes(oval),
                                "read me.txt",
                                "text".getBytes(StandardCharsets.UTF_8),
                                "0007-0002-0003-1.roi",
                                bytes(hole),
                                "__MACOSX/._b.roi",
                                new byte[3],
                                "more/µ.roi",
                                bytes(points)));
        assertEquals(3, rois.size());
        assertEquals("nucleus", rois.get(0).getName());
        assertEquals(3, rois.get(0).getZPosition());
        assertEquals(oval.getBounds(), rois.get(0).getBounds());
        assertEquals("0007-0002-0003-1", rois.get(1).getName());
        assertEquals(16, rois.get(1).getContainedPoints().length);
        assertEquals("µ", rois.get(2).getName());
        assertEquals(2, assertInstanceOf(PointRoi.class, rois.get(2)).size());
    }

    @Test
    void pointsKeepTheirPosition() throws IOException {
        final Roi point = new PointRoi(9, 8);
        point.setPosition(4);
        final Roi read = RoiFiles.open(write("point.roi", bytes(point))).get(0);
        assertEquals(4, read.getPosition());
        final Roi hyper = new PointRoi(9, 8);
        hyper.setPosition(1, 2, 3);
        final Roi hyperRead = RoiFiles.open(write("hyper.roi", bytes(hyper))).get(0);
        assertEquals(2, hyperRead.getZPosition());
        assertEquals(3, hyperRead.getTPosition());
    }

    /** The file is named by the image, not by the class. */
    @Test
    void aFileOfOneRoi() throws IOException {
        final Path unnamed = write("image 7.ROI", bytes(new Roi(1, 2, 3, 4)));
        assertNull(RoiFiles.open(unnamed).get(0).getName());
        final Path named = write("image 8.roi", bytes(named("axon#1", new Roi(1, 2, 3, 4))));
        assertEquals("axon#1", RoiFiles.open(named).get(0).getName());
    }

    @Test
    void filesThatCannotBeRead() throws IOException {
        final byte[] good = bytes(new OvalRoi(2, 3, 9, 6));
        final Path text = write("text.roi", "no ROI".getBytes(StandardCharsets.UTF_8));
        assertRefused("The file " + text + " is no ROI that can be read.", text);
        final Path empty = write("empty.roi", new byte[0]);
        assertRefused("The file " + empty + " is no ROI that can be read.", empty);
        final Path half = write("half.roi", Arrays.copyOf(good, 20));
        assertRefused("The file " + half + " is no ROI that can be read.", half);
        final byte[] many = good.clone();
        ByteBuffer.wrap(many).putInt(RoiDecoder.SHAPE_ROI_SIZE, 2_000_000_000);
        final Path liar = write("liar.roi", many);
        assertRefused("The file " + liar + " is no ROI that can be read.", liar);
        final Path entry = zip("entry.zip", "a.roi", good, "b.roi", new byte[] {1, 2});
        assertRefused("The entry 'b.roi' of " + entry + " is no ROI that can be read.", entry);
        final Path none = zip("none.zip", "rdf.yaml", new byte[5]);
        assertRefused("The file " + none + " holds no ROI.", none);
        final Path noZip = write("text.zip", "no zip".getBytes(StandardCharsets.UTF_8));
        assertRefused("The file " + noZip + " holds no ROI.", noZip);
        final byte[] whole = Files.readAllBytes(zip("set.zip", "a.roi", good, "b.roi", good));
        final Path cut = write("cut.zip", Arrays.copyOf(whole, whole.length / 4));
        assertRefused("The ROI set " + cut + " is no complete zip file.", cut);
        final Path missing = folder.resolve("missing.zip");
        assertRefused("The ROI set " + missing + " does not exist.", missing);
        final Path below = noZip.resolve("a.roi");
        assertRefused("The ROI set " + below + " cannot be read: Not a directory.", below);
        final Path bomb = zip("bomb.zip", "a.roi", new byte[70 << 20]);
        assertRefused(
                "The ROI set "
                        + bomb
                        + " cannot be read: it unpacks to more than 64 MB, or 100 times its size.",
                bomb);
    }

    @Test
    void whatASetIsCalled() {
        assertTrue(RoiFiles.isSet(Path.of("in", "RoiSet.zip")));
        assertTrue(RoiFiles.isSet(Path.of("a.ROI")));
        assertFalse(RoiFiles.isSet(Path.of("a.tif")));
        assertFalse(RoiFiles.isSet(Path.of("._a.roi")));
    }
}
