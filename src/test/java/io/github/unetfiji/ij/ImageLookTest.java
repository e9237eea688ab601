package io.github.unetfiji.ij;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.IJ;
import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import org.junit.jupiter.api.Test;

class ImageLookTest {

    @Test
    void aMicrographIsDataAndItsLabelsAreLabels() {
        assertEquals(ImageLook.DATA, ImageLook.of(IJ.openImage("sample-data/phantom.tif")));
        assertEquals(
                ImageLook.LABELS, ImageLook.of(IJ.openImage("sample-data/phantom-labels.tif")));
    }

    @Test
    void aDarkBackgroundDoesNotMakeDataFlat() {
        final ImageProcessor dark = new ByteProcessor(64, 64);
        for (int i = 0; i < 200; i++) {
            dark.set(1000 + i, 50 + i * 37 % 200);
        }
        assertEquals(ImageLook.DATA, ImageLook.of(new ImagePlus("dark", dark)));
    }

    @Test
    void labelsMayBeginWithEmptySlices() {
        final ImagePlus labels = IJ.createImage("labels", "16-bit black", 32, 32, 4);
        final ImageProcessor last = labels.getStack().getProcessor(4);
        last.setRoi(4, 4, 20, 20);
        last.setValue(7);
        last.fill();
        assertEquals(ImageLook.LABELS, ImageLook.of(labels));
        assertEquals(
                ImageLook.DATA, ImageLook.of(IJ.createImage("empty", "8-bit black", 32, 32, 4)));
    }

    @Test
    void channelsThatAreOneTogetherAreProbabilities() {
        final ImagePlus image = IJ.createHyperStack("p", 16, 16, 2, 1, 1, 32);
        image.getStack().getProcessor(1).add(0.3);
        image.getStack().getProcessor(2).add(0.7);
        assertEquals(ImageLook.PREDICTION, ImageLook.of(image));
        image.getStack().getProcessor(2).add(0.7);
        assertEquals(ImageLook.DATA, ImageLook.of(image));
    }

    @Test
    void aMarkCountsMoreThanThePixels() {
        final ImagePlus plot = new ImagePlus("plot", new ColorProcessor(8, 8));
        assertEquals(ImageLook.DATA, ImageLook.of(plot));
        assertEquals(ImageLook.ILLUSTRATION, ImageLook.of(ImageLook.ILLUSTRATION.mark(plot)));
        assertEquals(ImageLook.DATA, ImageLook.byPixels(plot));
    }
}
