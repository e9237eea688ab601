package io.github.unetfiji.ij.roi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import io.github.unetfiji.UNetException;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenRoisTest {

    @Test
    void anOverlayIsCopied() {
        final ImagePlus image = IJ.createImage("cells", 20, 20, 3, 8);
        final Roi roi = new OvalRoi(2, 3, 9, 6);
        roi.setName("axon");
        roi.setPosition(2);
        image.setOverlay(new Overlay(roi));
        final List<Roi> rois = OpenRois.ofOverlay(image);
        assertEquals(List.of(roi), rois);
        assertNotSame(roi, rois.get(0));
        assertEquals("axon", rois.get(0).getName());
        assertEquals(2, rois.get(0).getPosition());
    }

    @Test
    void noOverlay() {
        final ImagePlus image = IJ.createImage("cells", 20, 20, 3, 8);
        final String sentence =
                "The image 'cells' has no overlay: outline the cells and add each with Image >"
                        + " Overlay > Add Selection [b].";
        assertEquals(
                sentence,
                assertThrows(UNetException.class, () -> OpenRois.ofOverlay(image)).getMessage());
        image.setOverlay(new Overlay());
        assertEquals(
                sentence,
                assertThrows(UNetException.class, () -> OpenRois.ofOverlay(image)).getMessage());
    }
}
