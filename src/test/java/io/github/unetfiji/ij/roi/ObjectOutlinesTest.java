package io.github.unetfiji.ij.roi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Roi;
import io.github.unetfiji.labels.ConnectedComponents;
import io.github.unetfiji.labels.Connectivity;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObjectOutlinesTest {

    @TempDir private Path folder;

    private static final int[] IDS = {
        0, 1, 1, 0, 2,
        0, 1, 0, 0, 2,
        3, 1, 1, 1, 0
    };

    private static ObjectOutlines outlines(final ImagePlus image) {
        return new ObjectOutlines(image, id -> id == 2 ? "nucleus" : "axon");
    }

    @Test
    void namesPixelsAndPositions() {
        final ImagePlus image = IJ.createHyperStack("image", 5, 3, 2, 3, 4, 8);
        final ObjectOutlines outlines = outlines(image);
        outlines.add(7, IDS);
        final List<Roi> rois = outlines.rois();
        assertEquals(
                List.of("axon#1", "nucleus#2", "axon#3"), rois.stream().map(Roi::getName).toList());
        assertEquals(0, rois.get(0).getCPosition());
        assertEquals(2, rois.get(0).getZPosition());
        assertEquals(3, rois.get(0).getTPosition());
        for (int i = 0; i < IDS.length; i++) {
            for (int id = 1; id <= 3; id++) {
                assertEquals(
                        IDS[i] == id, rois.get(id - 1).contains(i % 5, i / 5), id + " at " + i);
            }
        }
    }

    @Test
    void positionsInAStackAndInOneSlice() {
        final ObjectOutlines stack = outlines(IJ.createImage("image", "8-bit", 5, 3, 4));
        stack.add(2, IDS);
        assertEquals(3, stack.rois().get(0).getPosition());
        final ObjectOutlines single = outlines(IJ.createImage("image", "8-bit", 5, 3, 1));
        single.add(0, IDS);
        assertEquals(0, single.rois().get(0).getPosition());
    }

    /** Any label map comes back from its outlines, also through a file. */
    @Property(tries = 60)
    void outlinesAreAnnotations(
            @ForAll final long seed,
            @ForAll @IntRange(min = 1, max = 20) final int width,
            @ForAll @IntRange(min = 1, max = 20) final int height) {
        final Random random = new Random(seed);
        final boolean[] mask = new boolean[width * height];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = random.nextInt(3) > 0;
        }
        final int[] ids = ConnectedComponents.of(mask, width, height, Connectivity.FOUR).labels();
        final ImagePlus image = IJ.createImage("image", "8-bit", width, height, 2);
        final ObjectOutlines outlines = new ObjectOutlines(image, id -> "cell");
        outlines.add(1, ids);
        for (final Roi roi : outlines.rois()) {
            final int id = Integer.parseInt(roi.getName().substring("cell#".length()));
            for (int i = 0; i < ids.length; i++) {
                assertEquals(ids[i] == id, roi.contains(i % width, i / width));
            }
        }
    }

    @Test
    void aSetOnDisk() {
        final ImagePlus image = IJ.createImage("image", "8-bit", 5, 3, 2);
        final ObjectOutlines outlines = outlines(image);
        outlines.add(0, IDS);
        outlines.add(1, IDS);
        final Path file = folder.resolve("set.zip");
        RoiFiles.write(outlines.rois(), file);
        final List<Roi> read = RoiFiles.open(file);
        assertEquals(
                List.of("axon#1", "nucleus#2", "axon#3", "axon#1", "nucleus#2", "axon#3"),
                read.stream().map(roi -> RoiName.of(roi.getName()).cell()).toList());
        assertEquals(1, read.get(0).getPosition());
        assertEquals(2, read.get(3).getPosition());
        assertTrue(read.get(0).contains(1, 1));
        assertFalse(read.get(0).contains(2, 1));
        assertEquals(2, RoiAnnotations.of(image, read).slices());
    }

    @Test
    void theOverlayIsAddedTo() {
        final ImagePlus image = IJ.createImage("image", "8-bit", 5, 3, 1);
        final ObjectOutlines outlines = outlines(image);
        outlines.add(0, IDS);
        OpenRois.addToOverlay(outlines.rois(), image);
        OpenRois.addToOverlay(List.of(new Roi(1, 1, 2, 2)), image);
        assertEquals(4, image.getOverlay().size());
        assertEquals("axon#1", image.getOverlay().get(0).getName());
    }
}
