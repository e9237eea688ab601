package io.github.unetfiji.ui;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.ij.SampleImage;
import io.github.unetfiji.stack.PlaneSource;
import org.junit.jupiter.api.Test;

class PreviewContentTest {

    /** Two channels of classes and weights and one of an image, 3x2 px; class 1 at (at, 0). */
    private record Samples(int slices, int at, float most) implements PlaneSource {

        @Override
        public int width() {
            return 3;
        }

        @Override
        public int height() {
            return 2;
        }

        @Override
        public int channels() {
            return 3;
        }

        @Override
        public Object plane(final int slice, final int channel) {
            final float[] plane = new float[6];
            plane[at] = channel == 1 ? 1 : most;
            return plane;
        }
    }

    private static CompositeImage image(final int slices, final int at, final float most) {
        return (CompositeImage) SampleImage.of(new Samples(slices, at, most), "at " + at);
    }

    @Test
    void takesOverPixelsRangesAndOutlinesAndKeepsThePosition() {
        final CompositeImage shown = image(4, 0, 5);
        final CompositeImage next = image(4, 2, 9);
        shown.setPosition(3, 2, 1);
        assertTrue(PreviewContent.replace(shown, next));
        assertEquals(3, shown.getC());
        assertEquals(2, shown.getZ());
        assertEquals("at 2", shown.getTitle());
        assertArrayEquals(
                new float[] {0, 0, 9, 0, 0, 0}, (float[]) shown.getProcessor().getPixels());
        assertArrayEquals(new float[] {0, 0, 1, 0, 0, 0}, (float[]) shown.getStack().getPixels(11));
        assertEquals(4, shown.getOverlay().size());
        assertEquals(2, shown.getOverlay().get(0).getBounds().x);
        assertEquals(IJ.COLOR, shown.getMode());
        assertEquals(0, shown.getDisplayRangeMin());
        assertEquals(9, shown.getDisplayRangeMax());
        assertEquals(0x3b0f70, shown.getChannelLut().getRGB(51) & 0xffffff);
        shown.setPosition(1, 1, 1);
        assertEquals(-2.5, shown.getDisplayRangeMin());
        assertEquals(0xffffff, shown.getChannelLut().getRGB(255) & 0xffffff);
    }

    @Test
    void copiesThePixels() {
        final CompositeImage shown = image(1, 0, 5);
        final CompositeImage next = image(1, 1, 5);
        assertTrue(PreviewContent.replace(shown, next));
        assertNotSame(next.getStack().getPixels(1), shown.getStack().getPixels(1));
    }

    @Test
    void otherDimensionsAreNotReplaced() {
        final CompositeImage shown = image(4, 0, 5);
        assertFalse(PreviewContent.replace(shown, image(3, 2, 9)));
        assertEquals("at 0", shown.getTitle());
        assertEquals(5, ((float[]) shown.getStack().getPixels(1))[0]);
    }

    @Test
    void thePositionIsTakenAsFarAsItGoes() {
        final CompositeImage before = image(6, 0, 5);
        before.setPosition(2, 5, 1);
        final CompositeImage next = image(3, 0, 5);
        PreviewContent.samePosition(before, next);
        assertEquals(2, next.getC());
        assertEquals(3, next.getZ());
    }

    @Test
    void aWindowNeedsADisplay() {
        try (PreviewWindow window = new PreviewWindow()) {
            final ImagePlus image = image(1, 0, 1);
            assertEquals(
                    "A preview needs a display, but there is none.",
                    assertThrows(UNetException.class, () -> window.show(image)).getMessage());
            assertFalse(window.isOpen());
        }
    }
}
