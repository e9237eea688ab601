package io.github.unetfiji.ij;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import io.github.unetfiji.labels.LabelMap;
import io.github.unetfiji.stack.PlaneSource;
import java.awt.geom.PathIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelOutlinesTest {

    /** Rows of digits, {@code -} = ignored. */
    private static LabelMap map(final String... rows) {
        final int[] labels = new int[rows.length * rows[0].length()];
        for (int i = 0; i < labels.length; i++) {
            final char c = rows[i / rows[0].length()].charAt(i % rows[0].length());
            labels[i] = c == '-' ? LabelMap.IGNORE : c - '0';
        }
        return LabelMap.of(labels, rows[0].length(), rows.length);
    }

    /** The corners of every closed line, sorted. */
    private static String corners(final Roi roi) {
        final List<TreeSet<String>> lines = new ArrayList<>();
        final double left = roi.getXBase();
        final double top = roi.getYBase();
        final double[] point = new double[6];
        final java.awt.Shape shape = new ij.gui.ShapeRoi(roi).getShape();
        for (final PathIterator path = shape.getPathIterator(null); !path.isDone(); path.next()) {
            final int kind = path.currentSegment(point);
            if (kind == PathIterator.SEG_MOVETO) {
                lines.add(new TreeSet<>());
            }
            if (kind != PathIterator.SEG_CLOSE) {
                lines.get(lines.size() - 1)
                        .add((int) (point[0] + left) + "," + (int) (point[1] + top));
            }
        }
        return String.join(
                " | ", lines.stream().map(line -> String.join(" ", line)).sorted().toList());
    }

    @Test
    void aPixelHasItsFourCorners() {
        final List<Roi> outlines = LabelOutlines.of(map("0000", "0010", "0000"));
        assertEquals(1, outlines.size());
        assertEquals("2,1 2,2 3,1 3,2", corners(outlines.get(0)));
        assertEquals("class 1", outlines.get(0).getName());
    }

    @Test
    void anAngleIsTracedAlongPixelEdges() {
        final Roi outline = LabelOutlines.of(map("000", "010", "011")).get(0);
        assertEquals("1,1 1,3 2,1 2,2 3,2 3,3", corners(outline));
        assertEquals(Roi.TRACED_ROI, outline.getType());
        assertArrayEquals(new int[] {0, 0, 1, 1, 2, 2}, sorted(outline.getPolygon().xpoints, 1));
        assertArrayEquals(new int[] {0, 0, 1, 1, 2, 2}, sorted(outline.getPolygon().ypoints, 1));
    }

    private static int[] sorted(final int[] coordinates, final int origin) {
        return Arrays.stream(coordinates).limit(6).map(c -> c - origin).sorted().toArray();
    }

    @Test
    void everyRegionAndEveryHole() {
        final Roi outline =
                LabelOutlines.of(map("0111000", "0101000", "0111001", "0000001")).get(0);
        assertEquals("1,0 1,3 4,0 4,3 | 2,1 2,2 3,1 3,2 | 6,2 6,4 7,2 7,4", corners(outline));
    }

    @Test
    void theWholeSliceIsARegion() {
        assertEquals("0,0 0,2 2,0 2,2", corners(LabelOutlines.of(map("11", "11")).get(0)));
    }

    @Test
    void touchingClassesHaveOneOutlineEach() {
        final List<Roi> outlines = LabelOutlines.of(map("1122", "1122"));
        assertEquals("0,0 0,2 2,0 2,2", corners(outlines.get(0)));
        assertEquals("2,0 2,2 4,0 4,2", corners(outlines.get(1)));
        assertEquals("class 2", outlines.get(1).getName());
        assertNotEquals(outlines.get(0).getStrokeColor(), outlines.get(1).getStrokeColor());
    }

    @Test
    void whatIsIgnoredIsDashedAndGray() {
        final List<Roi> outlines = LabelOutlines.of(map("--0", "--3"));
        assertEquals(2, outlines.size());
        assertEquals("class 3", outlines.get(0).getName());
        assertNull(outlines.get(0).getStroke());
        assertEquals("ignored", outlines.get(1).getName());
        assertEquals("0,0 0,2 2,0 2,2", corners(outlines.get(1)));
        assertArrayEquals(new float[] {4, 4}, outlines.get(1).getStroke().getDashArray());
        final java.awt.Color color = outlines.get(1).getStrokeColor();
        assertEquals(color.getRed(), color.getBlue());
    }

    @Test
    void backgroundHasNone() {
        assertEquals(List.of(), LabelOutlines.of(map("000", "000")));
    }

    @ParameterizedTest
    @CsvSource({"1,56b4e9", "2,e69f00", "3,009e73", "7,0072b2", "8,56b4e9"})
    void thePaletteOfOkabeAndIto(final int label, final String color) {
        final int rgb = Colors.outline(label).getRGB() & 0xffffff;
        assertEquals(color, String.format("%06x", rgb));
    }

    /** Two samples of an image channel, classes and weights; sample 1 has a cell, sample 2 has not. */
    private record Samples() implements PlaneSource {

        private static final float[][][] VALUES = {
            {{-1, 0, 1, 2}, {0, 1, 0, -1}, {1, 11, 1, 0}},
            {{2, 1, 0, 1}, {0, 0, 0, 2}, {1, 1, 1, 1}},
        };

        @Override
        public int width() {
            return 2;
        }

        @Override
        public int height() {
            return 2;
        }

        @Override
        public int slices() {
            return 2;
        }

        @Override
        public int channels() {
            return 3;
        }

        @Override
        public Object plane(final int slice, final int channel) {
            return VALUES[slice][channel].clone();
        }
    }

    @Test
    void samplesCarryTheOutlinesOfTheirSlice() {
        final ImagePlus image = SampleImage.of(new Samples(), "preview");
        final Overlay overlay = image.getOverlay();
        final List<String> found = new ArrayList<>();
        for (final Roi roi : overlay) {
            found.add(
                    String.format(
                            "%s c%d z%d t%d: %s",
                            roi.getName(),
                            roi.getCPosition(),
                            roi.getZPosition(),
                            roi.getTPosition(),
                            corners(roi)));
        }
        assertEquals(
                List.of(
                        "class 1 c0 z1 t0: 1,0 1,1 2,0 2,1",
                        "ignored c0 z1 t0: 1,1 1,2 2,1 2,2",
                        "class 2 c0 z2 t0: 1,1 1,2 2,1 2,2"),
                found);
    }

    @Test
    void weightsAreInTheColoursOfHeatUpToTheLargestOfAllSamples() {
        final CompositeImage image = (CompositeImage) SampleImage.of(new Samples(), "preview");
        assertEquals(IJ.COLOR, image.getMode());
        assertArrayEquals(new int[] {2, 2, 3, 2, 1}, image.getDimensions());
        assertEquals(1, image.getC());
        assertEquals("-2.5 2.5 0xffffff", shown(image, 1));
        assertEquals("0.0 2.0 0xffffff", shown(image, 2));
        assertEquals("0.0 11.0 0xffffff", shown(image, 3));
        assertEquals(0x808080, image.getChannelLut(2).getRGB(128) & 0xffffff);
        assertEquals(0x3b0f70, image.getChannelLut(3).getRGB(51) & 0xffffff);
    }

    private static String shown(final CompositeImage image, final int channel) {
        image.setC(channel);
        return String.format(
                "%s %s 0x%06x",
                image.getDisplayRangeMin(),
                image.getDisplayRangeMax(),
                image.getChannelLut(channel).getRGB(255) & 0xffffff);
    }
}
