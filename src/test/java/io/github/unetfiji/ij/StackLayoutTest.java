package io.github.unetfiji.ij;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.IJ;
import org.junit.jupiter.api.Test;

class StackLayoutTest {

    @Test
    void slicesAreCountedFrameByFrame() {
        final StackLayout layout = StackLayout.of(IJ.createHyperStack("image", 5, 4, 2, 3, 4, 8));
        assertEquals(new StackLayout(2, 3, 4), layout);
        assertEquals(12, layout.slices());
        assertEquals(3, layout.z(5));
        assertEquals(2, layout.t(5));
        assertEquals(1, layout.z(6));
        assertEquals(3, layout.t(6));
    }

    @Test
    void aPlainStackIsOneFrame() {
        assertEquals(
                new StackLayout(1, 7, 1),
                StackLayout.of(IJ.createImage("image", "8-bit", 5, 4, 7)));
    }
}
