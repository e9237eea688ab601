package io.github.unetfiji.ij.roi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ij.ImagePlus;
import ij.gui.Line;
import ij.gui.OvalRoi;
import ij.gui.PointRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.TextRoi;
import ij.process.ByteProcessor;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.stack.Selection;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RoiSelectionTest {

    private static Optional<Selection> of(final Roi roi) {
        final ImagePlus image = new ImagePlus("cells", new ByteProcessor(20, 10));
        image.setRoi(roi);
        return RoiSelection.of(image);
    }

    private static long count(final Selection selection) {
        return IntStream.range(0, 200).filter(selection::contains).count();
    }

    @Test
    void aRectangle() {
        final Selection selection = of(new Roi(3, 4, 5, 2)).orElseThrow();
        assertEquals("5x2 px at (3, 4)", selection.toString());
        assertEquals(10, count(selection));
        assertEquals(true, selection.contains(4 * 20 + 3));
        assertEquals(false, selection.contains(4 * 20 + 8));
    }

    @Test
    void whatLiesOutsideIsCutOff() {
        assertEquals("3x6 px at (17, 4)", of(new Roi(17, 4, 50, 50)).orElseThrow().toString());
        assertEquals("2x1 px at (0, 0)", of(new Roi(-3, -4, 5, 5)).orElseThrow().toString());
    }

    @Test
    void anOvalIsLessThanItsBox() {
        final Selection oval = of(new OvalRoi(2, 1, 8, 8)).orElseThrow();
        assertEquals("8x8 px at (2, 1)", oval.toString());
        assertEquals(52, count(oval));
    }

    @Test
    void noArea() {
        assertEquals(Optional.empty(), of(null));
        assertEquals(Optional.empty(), of(new Line(1, 1, 9, 9)));
        assertEquals(Optional.empty(), of(new PointRoi(3, 3)));
        assertEquals(Optional.empty(), of(new TextRoi(1, 1, "text")));
    }

    @Test
    void anAreaWithoutPixels() {
        final String sentence =
                "The selection covers no pixel of the image 'cells': draw it anew, or remove it with"
                        + " Edit > Selection > Select None.";
        final Roi outside = new Roi(30, 3, 5, 5);
        final Roi flat = new PolygonRoi(new int[] {3, 9, 5}, new int[] {3, 3, 3}, 3, Roi.POLYGON);
        for (final Roi roi : new Roi[] {outside, flat}) {
            assertEquals(sentence, assertThrows(UNetException.class, () -> of(roi)).getMessage());
        }
    }
}
