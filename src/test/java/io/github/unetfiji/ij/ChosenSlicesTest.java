package io.github.unetfiji.ij;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.ImageStack;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChosenSlicesTest {

    /** Two channels, three Z and two T positions; every pixel is the number of its plane. */
    @Test
    void allChannelsOfSomeSlices() {
        final ImageStack stack = new ImageStack(2, 1);
        for (int n = 1; n <= 12; n++) {
            stack.addSlice("plane " + n, new float[] {n, n});
        }
        final ImagePlus image = new ImagePlus("image", stack);
        image.setDimensions(2, 3, 2);
        image.getCalibration().setUnit("nm");
        final ImagePlus chosen = ChosenSlices.of(image, List.of(1, 4));
        assertArrayEquals(new int[] {2, 1, 2, 2, 1}, chosen.getDimensions());
        assertEquals(32, chosen.getBitDepth());
        assertEquals("nm", chosen.getCalibration().getUnit());
        final int[] planes = {3, 4, 9, 10};
        for (int n = 1; n <= 4; n++) {
            assertArrayEquals(
                    new float[] {planes[n - 1], planes[n - 1]},
                    (float[]) chosen.getStack().getPixels(n));
            assertEquals("plane " + planes[n - 1], chosen.getStack().getSliceLabel(n));
        }
    }

    @Test
    void labelsAreReadFromThem() {
        final ImageStack stack = new ImageStack(2, 1);
        stack.addSlice(null, new byte[] {0, 0});
        stack.addSlice(null, new byte[] {0, 7});
        final ImagePlus chosen = ChosenSlices.of(new ImagePlus("labels", stack), List.of(1));
        assertEquals(8, chosen.getBitDepth());
        final int[] labels = ImagePlusLabels.of(chosen).slice(0).labels();
        assertEquals(2, labels.length);
        assertEquals(0, labels[0]);
        assertTrue(labels[1] > 0);
    }
}
