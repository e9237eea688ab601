package io.github.unetfiji.ij;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.IJ;
import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import org.junit.jupiter.api.Test;

class ImageContentTest {

    @Test
    void aMicrographIsDataAndItsLabelsAreLabels() {
        assertEquals(ImageContent.DATA, ImageContent.of(IJ.openImage("sample-data/phantom.tif")));
        assertEquals(
                ImageContent.LABELS,
                ImageContent.of(IJ.openImage("sample-data/phantom-labels.tif")));
    }

    @Test
    void aDarkBackgroundDoesNotMakeDataFlat() {
        final ImageProcessor dark = new ByteProcessor(64, 64);
        for (int i = 0; i < 200; i++) {
            dark.set(1000 + i, 50 + i * 37 % 200);
        }
        assertEquals(ImageContent.DATA, ImageContent.of(new ImagePlus("dark", dark)));
    }

    @Test
    void labelsMayBeginWithEmptySlices() {
        final ImagePlus labels = IJ.createImage("labels", "16-bit black", 32, 32, 4);
        final ImageProcessor last = labels.getStack().getProcessor(4);
        last.setRoi(4, 4, 20, 20);
        last.setValue(7);
        last.fill();
        assertEquals(ImageContent.LABELS, ImageContent.of(labels));
        assertEquals(
                ImageContent.DATA,
                ImageContent.of(IJ.createImage("empty", "8-bit black", 32, 32, 4)));
    }

    @Test
    void channelsThatAreOneTogetherAreProbabilities() {
        final ImagePlus image = IJ.createHyperStack("p", 16, 16, 2, 1, 1, 32);
        image.getStack().getProcessor(1).add(0.3);
        image.getStack().getProcessor(2).add(0.7);
        assertEquals(ImageContent.PREDICTION, ImageContent.of(image));
        image.getStack().getProcessor(2).add(0.7);
        assertEquals(ImageContent.DATA, ImageContent.of(image));
    }

    @Test
    void aMarkCountsMoreThanThePixels() {
        final ImagePlus plot = new ImagePlus("plot", new ColorProcessor(8, 8));
        assertEquals(ImageContent.DATA, ImageContent.of(plot));
        assertEquals(
                ImageContent.ILLUSTRATION, ImageContent.of(ImageContent.ILLUSTRATION.mark(plot)));
        assertEquals(ImageContent.DATA, ImageContent.byPixels(plot));
    }
}
