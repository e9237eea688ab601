package io.github.unetfiji.ij.roi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Arrow;
import ij.gui.EllipseRoi;
import ij.gui.ImageRoi;
import ij.gui.Line;
import ij.gui.OvalRoi;
import ij.gui.PointRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.RotatedRectRoi;
import ij.gui.ShapeRoi;
import ij.gui.TextRoi;
import ij.process.ByteProcessor;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.dataset.AnnotatedSlice;
import io.github.unetfiji.ij.ImagePlusSlices;
import io.github.unetfiji.labels.LabelMap;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RoiAnnotationsTest {

    private static final ImagePlus SMALL = image(6, 4, 1, 1, 1);

    private static ImagePlus image(
            final int width, final int height, final int c, final int z, final int t) {
        return IJ.createHyperStack("image", width, height, c, z, t, 8);
    }

    private static Roi named(final String name, final Roi roi) {
        roi.setName(name);
        return roi;
    }

    private static Roi rectangle(
            final String name, final int x, final int y, final int width, final int height) {
        return named(name, new Roi(x, y, width, height));
    }

    private static AnnotatedSlice slice(final Roi... rois) {
        return RoiAnnotations.of(SMALL, List.of(rois)).slice(0).orElseThrow();
    }

    /** Rows of one character a pixel: background, ids, ignored. */
    private static String text(final LabelMap map) {
        return IntStream.range(0, map.height())
                .mapToObj(
                        y ->
                                IntStream.range(0, map.width())
                                        .mapToObj(x -> symbol(map.get(x, y)))
                                        .collect(Collectors.joining()))
                .collect(Collectors.joining(" "));
    }

    private static String symbol(final int label) {
        return label == 0 ? "." : label < 0 ? "#" : Integer.toString(label);
    }

    private static void assertCells(final String expected, final Roi... rois) {
        assertEquals(expected, text(slice(rois).cells()));
    }

    private static void assertClasses(final String expected, final Roi... rois) {
        assertEquals(expected, text(slice(rois).classes()));
    }

    private static void assertRefused(
            final String sentence, final ImagePlus image, final Roi... rois) {
        assertEquals(
                sentence,
                assertThrows(UNetException.class, () -> RoiAnnotations.of(image, List.of(rois)))
                        .getMessage());
    }

    @Test
    void everyRoiIsACell() {
        final Roi[] rois = {rectangle(null, 0, 0, 2, 2), rectangle("0001-0004", 3, 1, 2, 3)};
        assertCells("22.... 22.11. ...11. ...11.", rois);
        assertClasses("11.... 11.11. ...11. ...11.", rois);
        assertEquals(0, slice(rois).contested());
    }

    /** Classes are sorted in any case, and the first spelling counts. */
    @Test
    void namesAreClasses() {
        final Roi[] rois = {
            rectangle("Yolk", 0, 0, 1, 1),
            rectangle("nucleus-1", 2, 0, 1, 1),
            rectangle("NUCLEUS", 4, 0, 1, 1),
            rectangle("Apex", 0, 2, 1, 1),
            rectangle("Ignore", 2, 2, 1, 1),
        };
        assertEquals(
                List.of("Apex", "nucleus", "Yolk"),
                RoiAnnotations.of(SMALL, List.of(rois)).classNames());
        assertClasses("3.2.2. ...... 1.#... ......", rois);
        assertCells("1.2.3. ...... 4.#... ......", rois);
    }

    @Test
    void anInstanceMayHaveSeveralParts() {
        assertCells(
                "1.2.1. ...... 1.3.4. ......",
                rectangle("axon#a", 0, 0, 1, 1),
                rectangle("axon#b", 2, 0, 1, 1),
                rectangle("AXON#A-1", 4, 0, 1, 1),
                rectangle("axon#a-2", 0, 2, 1, 1),
                rectangle("cell#a", 2, 2, 1, 1),
                rectangle("axon", 4, 2, 1, 1));
    }

    /** The parts overlap, which makes nothing doubtful: they are one cell. */
    @Test
    void partsOfAnInstanceMayOverlap() {
        final Roi[] rois = {rectangle("axon#a", 0, 0, 3, 1), rectangle("axon#a", 2, 0, 3, 1)};
        assertCells("11111. ...... ...... ......", rois);
        assertEquals(0, slice(rois).contested());
    }

    @Test
    void theSmallerOneWins() {
        final Roi small = rectangle("nucleus", 1, 1, 2, 2);
        final Roi large = rectangle("cell", 0, 0, 5, 4);
        assertClasses("11111. 12211. 12211. 11111.", small, large);
        assertClasses("11111. 12211. 12211. 11111.", large, small);
        assertEquals(4, slice(large, small).contested());
    }

    @Test
    void ofTwoAlikeTheLaterWins() {
        final Roi left = rectangle("a", 0, 0, 3, 1);
        final Roi right = rectangle("b", 2, 0, 3, 1);
        assertClasses("11222. ...... ...... ......", left, right);
        assertClasses("11122. ...... ...... ......", right, left);
    }

    /** Three cells on one pixel are one pixel. */
    @Test
    void contestedPixelsAreCountedOnce() {
        assertEquals(
                2,
                slice(
                                rectangle("a", 0, 0, 4, 1),
                                rectangle("b", 1, 0, 2, 1),
                                rectangle("c", 2, 0, 1, 1))
                        .contested());
    }

    @Test
    void whatIsIgnoredWins() {
        final Roi ignore = rectangle("ignore-1", 1, 0, 2, 2);
        final Roi cell = rectangle("cell", 0, 0, 4, 1);
        final Roi tiny = rectangle("tiny", 1, 0, 1, 1);
        assertClasses("1##1.. .##... ...... ......", ignore, cell, tiny);
        assertCells("1##1.. .##... ...... ......", ignore, cell, tiny);
        assertEquals(0, slice(ignore, cell, tiny).contested());
    }

    @Test
    void aHoleIsBackground() {
        final Roi ring = new ShapeRoi(new Roi(0, 0, 5, 4)).not(new ShapeRoi(new Roi(1, 1, 2, 2)));
        assertEquals(Roi.COMPOSITE, ring.getType());
        assertCells("11111. 1..11. 1..11. 11111.", ring);
    }

    @Test
    void aCompositeOfPartsIsOneCell() {
        assertCells(
                "1...1. 1...1. ...... ......",
                new ShapeRoi(new Roi(0, 0, 1, 2)).or(new ShapeRoi(new Roi(4, 0, 1, 2))));
    }

    @Test
    void aRoiPartlyOutsideIsClipped() {
        assertCells("1..... 1....2 .....2 ......", new Roi(-3, -1, 4, 3), new Roi(5, 1, 9, 2));
        assertCells(
                "11.... 1..... ...... ......",
                new PolygonRoi(new int[] {-2, 2, -2}, new int[] {0, 0, 4}, 3, Roi.POLYGON));
    }

    static Stream<Supplier<Roi>> shapes() {
        final float[] x = {3.2f, 15.7f, 11.1f, 6.4f, 1.5f};
        final float[] y = {2.1f, 4.6f, 13.3f, 8.8f, 12.2f};
        return Stream.of(
                () -> new Roi(2.6, 3.4, 7.7, 5.2),
                () -> new Roi(3, 3, 11, 9, 5),
                () -> new OvalRoi(2, 3, 9, 6),
                () -> new OvalRoi(2.4, 3.7, 9.3, 10.1),
                () -> new OvalRoi(-4, 5, 10, 10),
                () -> new EllipseRoi(3.3, 4.4, 14.2, 11.7, 0.4),
                () -> new RotatedRectRoi(3.5, 5.5, 13.2, 10.4, 5),
                () -> new PolygonRoi(x, y, 5, Roi.POLYGON),
                () -> new PolygonRoi(x, y, 5, Roi.FREEROI),
                () -> new PolygonRoi(x, y, 5, Roi.TRACED_ROI),
                RoiAnnotationsTest::spline,
                () ->
                        new ShapeRoi(new OvalRoi(2, 2, 12, 9))
                                .xor(new ShapeRoi(new Roi(5, 5, 12, 4))));
    }

    private static Roi spline() {
        final PolygonRoi roi =
                new PolygonRoi(
                        new float[] {3, 14, 12, 4}, new float[] {3, 2, 13, 11}, 4, Roi.POLYGON);
        roi.fitSpline();
        return roi;
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void aCellIsWhatImageJFills(final Supplier<Roi> shape) {
        final ByteProcessor filled = new ByteProcessor(18, 16);
        filled.setValue(1);
        filled.fill(shape.get());
        final Roi roi = shape.get();
        final int[] cells =
                RoiAnnotations.of(image(18, 16, 1, 1, 1), List.of(roi))
                        .slice(0)
                        .orElseThrow()
                        .cells()
                        .labels();
        final byte[] fill = (byte[]) filled.getPixels();
        final int[] expected = IntStream.range(0, fill.length).map(i -> fill[i]).toArray();
        assertTrue(Arrays.stream(expected).sum() > 20);
        assertArrayEquals(expected, cells);
    }

    @Test
    void aPointIsADiscInARing() {
        final AnnotatedSlice slice =
                RoiAnnotations.of(
                                image(15, 15, 1, 1, 1), List.of(named("spot", new PointRoi(7, 7))))
                        .slice(0)
                        .orElseThrow();
        assertEquals(29, count(slice.cells(), 1));
        assertEquals(113 - 29, count(slice.cells(), -1));
        assertEquals(113 - 29, count(slice.classes(), -1));
        assertEquals(1, slice.classes().get(7, 4));
        assertEquals(-1, slice.classes().get(7, 3));
        assertEquals(-1, slice.classes().get(1, 7));
        assertEquals(0, slice.classes().get(0, 7));
        assertEquals(-1, slice.classes().get(4, 4));
    }

    private static long count(final LabelMap map, final int label) {
        return Arrays.stream(map.labels()).filter(value -> value == label).count();
    }

    /** The ring of one does not hide the disc of another, nor another cell; two that touch stay two. */
    @Test
    void pointsAreCellsOfTheirOwn() {
        final PointRoi points = new PointRoi(new float[] {4, 11}, new float[] {7, 7});
        final AnnotatedSlice slice =
                RoiAnnotations.of(image(20, 15, 1, 1, 1), List.of(points, new Roi(15, 0, 5, 15)))
                        .slice(0)
                        .orElseThrow();
        final String row = text(slice.cells()).split(" ")[7];
        assertEquals("#222222233333331111".length() + 1, row.length());
        assertEquals("#2222222333333311111", row);
        final AnnotatedSlice one =
                RoiAnnotations.of(image(20, 15, 1, 1, 1), List.of(named("a#1", points)))
                        .slice(0)
                        .orElseThrow();
        assertEquals("#11111111111111###..", text(one.cells()).split(" ")[7]);
    }

    /** A whole number is the centre of a pixel, as where ImageJ measures a point. */
    @Test
    void aPointIsInThePixelAroundIt() {
        final int[] cells =
                RoiAnnotations.of(image(9, 1, 1, 1, 1), List.of(new PointRoi(3.6, 0.2)))
                        .slice(0)
                        .orElseThrow()
                        .cells()
                        .labels();
        assertArrayEquals(new int[] {-1, 1, 1, 1, 1, 1, 1, 1, -1}, cells);
    }

    @Test
    void pointsThatAreIgnored() {
        final AnnotatedSlice slice =
                RoiAnnotations.of(
                                image(15, 15, 1, 1, 1),
                                List.of(named("ignore", new PointRoi(7, 7))))
                        .slice(0)
                        .orElseThrow();
        assertEquals(29, count(slice.classes(), -1));
    }

    @Test
    void whatEnclosesNothing() {
        final int[] x = {1, 3, 4};
        final int[] y = {1, 2, 0};
        assertUnusable("a line", new Line(0, 0, 3, 3));
        assertUnusable("an arrow", new Arrow(0, 0, 3, 3));
        assertUnusable("a polyline", new PolygonRoi(x, y, 3, Roi.POLYLINE));
        assertUnusable("a freehand line", new PolygonRoi(x, y, 3, Roi.FREELINE));
        assertUnusable("an angle", new PolygonRoi(x, y, 3, Roi.ANGLE));
        assertUnusable("a text", new TextRoi(1, 1, "50 nm"));
        assertUnusable("an image", new ImageRoi(0, 0, new ByteProcessor(3, 3)));
        assertRefused(
                "ROI 2 (no name) is a line, but annotations must be areas or points.",
                SMALL,
                new Roi(0, 0, 2, 2),
                new Line(0, 0, 3, 3));
    }

    private static void assertUnusable(final String kind, final Roi roi) {
        assertRefused(
                "The ROI 'x' is " + kind + ", but annotations must be areas or points.",
                SMALL,
                named("x", roi));
    }

    @Test
    void nothingInside() {
        final String sentence = "The ROI 'x' has no pixel inside of the image 'image' (6x4 px).";
        assertRefused(sentence, SMALL, rectangle("x", 6, 0, 3, 3));
        assertRefused(sentence, SMALL, named("x", new OvalRoi(-5, -5, 4, 4)));
        assertRefused(sentence, SMALL, named("x", new PointRoi(2, 30)));
        assertRefused(
                sentence,
                SMALL,
                named(
                        "x",
                        new PolygonRoi(
                                new float[] {1.1f, 1.3f, 1.2f},
                                new float[] {1.1f, 1.1f, 1.3f},
                                3,
                                Roi.POLYGON)));
    }

    private static String annotated(final ImagePlus image, final Roi... rois) {
        final RoiAnnotations annotations = RoiAnnotations.of(image, List.of(rois));
        return IntStream.range(0, annotations.slices())
                .mapToObj(z -> annotations.slice(z).map(s -> "x").orElse("."))
                .collect(Collectors.joining());
    }

    private static Roi at(final int position) {
        final Roi roi = new Roi(0, 0, 2, 2);
        roi.setPosition(position);
        return roi;
    }

    private static Roi at(final int c, final int z, final int t) {
        final Roi roi = new Roi(0, 0, 2, 2);
        roi.setPosition(c, z, t);
        return roi;
    }

    @Test
    void theSliceIsThatOfThePosition() {
        assertEquals("x.x..", annotated(image(6, 4, 1, 5, 1), at(3), at(1), at(1)));
        assertEquals("..x..", annotated(image(6, 4, 1, 1, 5), at(3)));
        assertEquals("x", annotated(SMALL, new Roi(0, 0, 2, 2)));
        assertEquals("x", annotated(image(6, 4, 3, 1, 1), new Roi(0, 0, 2, 2)));
    }

    /** Stack positions count channels, too: of 2 channels, 3 slices and 2 frames the 9th is channel 1, slice 2, frame 2. */
    @Test
    void slicesAreThoseOfTheImage() {
        final ImagePlus image = image(6, 4, 2, 3, 2);
        assertEquals(ImagePlusSlices.of(image).slices(), 6);
        assertEquals("....x.", annotated(image, at(9)));
        assertEquals("....x.", annotated(image, at(10)));
        assertEquals("....x.", annotated(image, at(1, 2, 2)));
        assertEquals("....x.", annotated(image, at(2, 2, 2)));
        assertEquals("....x.", annotated(image, at(0, 2, 2)));
        assertEquals(image.getStackIndex(1, 2, 2), 9, "the order of the stack as ImageJ has it");
    }

    @Test
    void aPositionThatIsTheOnlyOneMayBeLeftOut() {
        assertEquals(".x.", annotated(image(6, 4, 2, 3, 1), at(1, 2, 0)));
        assertEquals(".x.", annotated(image(6, 4, 2, 1, 3), at(0, 0, 2)));
    }

    /** The ROI Manager wrote the slice into the name. */
    @Test
    void theSliceInAName() {
        final ImagePlus stack = image(6, 4, 1, 3, 1);
        assertEquals(".x.", annotated(stack, rectangle("0002-0012-0345", 0, 0, 2, 2)));
        assertEquals("..x", annotated(stack, rectangle("0003-0012-0345-1", 0, 0, 2, 2)));
        assertEquals("x", annotated(SMALL, rectangle("0002-0012-0345", 0, 0, 2, 2)));
        assertRefused(
                "The ROI '0009-0012-0345' is at position 9 of the stack, but 'image' has the"
                        + " positions 1 to 3.",
                stack,
                rectangle("0009-0012-0345", 0, 0, 2, 2));
    }

    @Test
    void noPosition() {
        final String sentence =
                "The ROI 'x' has no position, but 'image' has 6 slices: give it one with"
                        + " Properties... in the ROI Manager, or add it again while its slice is"
                        + " shown.";
        final ImagePlus image = image(6, 4, 2, 3, 2);
        assertRefused(sentence, image, rectangle("x", 0, 0, 2, 2));
        assertRefused(sentence, image, named("x", at(1, 2, 0)));
        assertRefused(sentence, image, named("x", at(1, 0, 2)));
        assertRefused(sentence, image, named("x", new PointRoi(2, 2)));
    }

    @Test
    void aPositionThatIsNotThere() {
        assertRefused(
                "The ROI 'x' is at position 3 of the stack, but 'image' has the positions 1 to 2.",
                image(6, 4, 1, 2, 1),
                named("x", at(3)));
        assertRefused(
                "The ROI 'x' is at position 2 of the stack, but 'image' has the positions 1 to 1.",
                SMALL,
                named("x", at(2)));
        final ImagePlus image = image(6, 4, 2, 3, 2);
        for (final int[] p : new int[][] {{3, 1, 1}, {1, 4, 1}, {1, 1, 3}}) {
            assertRefused(
                    String.format(
                            "The ROI 'x' is on channel %d, slice %d, frame %d, but 'image' has 2"
                                    + " channel(s), 3 slice(s) and 2 frame(s).",
                            p[0], p[1], p[2]),
                    image,
                    named("x", at(p[0], p[1], p[2])));
        }
    }

    /** A multi-point selection of ImageJ may reach over several slices. */
    @Test
    void pointsHavePositionsOfTheirOwn() {
        final ImagePlus image = image(20, 20, 1, 3, 1);
        image.setSlice(3);
        final PointRoi points = new PointRoi(4, 4, image);
        image.setSlice(1);
        points.addPoint(image, 12, 12);
        assertEquals("x.x", annotated(image, points));
        final RoiAnnotations annotations = RoiAnnotations.of(image, List.of(points));
        assertEquals(1, annotations.slice(2).orElseThrow().classes().get(4, 4));
        assertEquals(0, annotations.slice(2).orElseThrow().classes().get(12, 12));
        assertEquals(1, annotations.slice(0).orElseThrow().classes().get(12, 12));
    }

    /** ImageJ keeps the stack position of a point when it is given a hyperstack position; the latter counts. */
    @Test
    void pointsInAHyperstack() {
        final PointRoi points = new PointRoi(4, 3);
        points.setPosition(1);
        points.setPosition(1, 2, 2);
        assertEquals("....x.", annotated(image(6, 4, 2, 3, 2), points));
    }

    /** A point outside is clipped away like part of an area. */
    @Test
    void pointsPartlyOutside() {
        final RoiAnnotations annotations =
                RoiAnnotations.of(
                        SMALL, List.of(new PointRoi(new float[] {2, 90}, new float[] {1, 90})));
        assertEquals(1, annotations.slice(0).orElseThrow().cells().maxId());
    }

    /** ROIs keep what they are; NB: asked for its mask, a ROI would keep that. */
    @Test
    void theRoisStayAsTheyAre() {
        final ImagePlus image = image(18, 16, 1, 2, 1);
        final Roi oval = named("a", new OvalRoi(2, 3, 9, 6));
        oval.setPosition(2);
        oval.setImage(image);
        final Roi before = (Roi) oval.clone();
        RoiAnnotations.of(image, List.of(oval));
        assertEquals(before, oval);
        assertEquals(2, oval.getPosition());
        assertEquals("a", oval.getName());
        assertEquals(image, oval.getImage());
    }
}
