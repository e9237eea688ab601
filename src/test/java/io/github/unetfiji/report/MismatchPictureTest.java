package io.github.unetfiji.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Overlay;
import ij.gui.TextRoi;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ShortProcessor;
import io.github.unetfiji.CancelledException;
import io.github.unetfiji.Progress;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.evaluate.ProbabilityMap;
import io.github.unetfiji.labels.LabelMap;
import io.github.unetfiji.report.SpotPainter.SpotShape;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MismatchPictureTest {

    private static final String[] ONE_CELL = {
        "...............", //
        ".#############.",
        "..............."
    };
    private static final String[] TWO_CELLS = {
        "...............", //
        ".######.######.",
        "..............."
    };
    private static final int WHITE = 0xffffff;
    private static final int BLACK = 0;

    /** Probability 0 and 1 dimmed by three quarters. */
    private static final int MEMBRANE = 0;

    private static final int CELL = 0xbfbfbf;

    @Test
    void aSplitIsAVermilionSpotWithABlackCoreAndAWhiteRim() {
        final MismatchPicture.Drawn drawn = draw(ONE_CELL, TWO_CELLS);
        assertEquals(List.of(CELL, CELL, CELL), row(drawn, 1, 4));
        assertEquals(List.of(WHITE, 0xd55e00, 0xd55e00, BLACK), row(drawn, 4, 8));
        assertEquals(List.of(0xd55e00, 0xd55e00, WHITE, CELL), row(drawn, 8, 12));
        assertEquals(
                "1 split, 0 mergers, 0 missing cells, 0 extra cells, 0 holes", drawn.caption());
    }

    @Test
    void aMergerIsABlueSpotWithAWhiteCore() {
        final MismatchPicture.Drawn drawn = draw(TWO_CELLS, ONE_CELL);
        assertEquals(List.of(0x0072b2, 0x0072b2, WHITE, 0x0072b2), row(drawn, 5, 9));
        assertEquals(
                "0 splits, 1 merger, 0 missing cells, 0 extra cells, 0 holes", drawn.caption());
    }

    @Test
    void cellsThatAreMissingOrTooManyHaveTheirColours() {
        final String[] none = {".........", ".........", "........."};
        final String[] dot = {".........", "....#....", "........."};
        assertEquals(List.of(0xcc79a7, BLACK, 0xcc79a7), row(draw(dot, none), 3, 6));
        assertEquals(List.of(0x009e73, WHITE, 0x009e73), row(draw(none, dot), 3, 6));
        assertEquals(1, draw(dot, none).mistakes().objectDeletions());
    }

    @Test
    void shapesTellTheKindsApartWithoutColour() {
        assertEquals(List.of("..#..", ".###.", "#####", ".###.", "..#.."), text(SpotShape.DIAMOND));
        assertEquals(List.of(".###.", "#####", "#####", "#####", ".###."), text(SpotShape.DISC));
        assertEquals(List.of("#####", "#####", "#####", "#####", "#####"), text(SpotShape.SQUARE));
        assertEquals(SpotShape.DISC, MismatchColor.SPLIT.shape());
        assertEquals(SpotShape.DISC, MismatchColor.MERGER.shape());
        assertEquals(SpotShape.SQUARE, MismatchColor.MISSING.shape());
        assertEquals(SpotShape.SQUARE, MismatchColor.EXTRA.shape());
        assertEquals(SpotShape.DIAMOND, MismatchColor.HOLE.shape());
    }

    private static List<String> text(final SpotShape shape) {
        return IntStream.rangeClosed(-2, 2)
                .mapToObj(
                        dy ->
                                IntStream.rangeClosed(-2, 2)
                                        .mapToObj(dx -> shape.holds(dx, dy, 2) ? "#" : ".")
                                        .collect(Collectors.joining()))
                .toList();
    }

    @Test
    void aHoleIsYellow() {
        final String[] full = {".....", ".###.", ".###.", ".###.", "....."};
        final String[] ring = {".....", ".###.", ".#.#.", ".###.", "....."};
        assertEquals(0xf0e442, draw(full, ring).picture().get(1, 2) & WHITE);
        assertEquals(0xf0e442, draw(ring, full).picture().get(1, 2) & WHITE);
        assertEquals(
                "0 splits, 0 mergers, 0 missing cells, 0 extra cells, 1 hole",
                draw(full, ring).caption());
    }

    @Test
    void pixelsThatDifferButBreakNothingAreTinted() {
        final String[] longer = {"......", ".####.", "......"};
        final String[] shorter = {"......", ".###..", "......"};
        // 65 % of orange over black, and of sky blue over dimmed white.
        assertEquals(List.of(CELL, 0x966700, MEMBRANE), row(draw(longer, shorter), 3, 6));
        assertEquals(List.of(CELL, 0x7bb8da, MEMBRANE), row(draw(shorter, longer), 3, 6));
    }

    @Test
    void theImageLiesUnderneathIfItIsThere() {
        final ByteProcessor gray = new ByteProcessor(15, 3);
        gray.set(0, 0, 200);
        final MismatchPicture.Drawn drawn =
                MismatchPicture.at(0.5, 20)
                        .slice(
                                new ComparedSlice(
                                        proposal(ONE_CELL), truth(ONE_CELL), Optional.of(gray)));
        assertEquals(0x969696, drawn.picture().get(0, 0) & WHITE);
        assertEquals(0, drawn.picture().get(5, 1) & WHITE);
    }

    @Test
    void aStackKeepsTheSizeAndLabelsItsSlices() {
        final List<ComparedSlice> slices =
                List.of(
                        new ComparedSlice(proposal(TWO_CELLS), truth(ONE_CELL)),
                        new ComparedSlice(proposal(ONE_CELL), truth(ONE_CELL)));
        final ImagePlus image =
                MismatchPicture.at(0.5, 20).stack("title", 2, slices::get, Progress.NONE);
        assertEquals("title", image.getTitle());
        assertEquals(
                List.of(15, 3, 2, 24),
                List.of(
                        image.getWidth(),
                        image.getHeight(),
                        image.getStackSize(),
                        image.getBitDepth()));
        assertEquals(
                "1 split, 0 mergers, 0 missing cells, 0 extra cells, 0 holes",
                image.getStack().getSliceLabel(1));
        assertEquals(
                "0 splits, 0 mergers, 0 missing cells, 0 extra cells, 0 holes",
                image.getStack().getSliceLabel(2));
        assertNull(image.getOverlay(), "a legend would hide so small a picture");
    }

    @Test
    void theLegendNamesEveryColourAndLeavesTheMiddleFree() {
        final Overlay legend = MismatchLegend.fitting(512, 512).orElseThrow();
        final List<String> names =
                Arrays.stream(legend.toArray())
                        .filter(TextRoi.class::isInstance)
                        .map(roi -> ((TextRoi) roi).getText().strip())
                        .toList();
        assertEquals(
                List.of(
                        "splits",
                        "mergers",
                        "missing cells",
                        "extra cells",
                        "holes",
                        "cell pixels missed",
                        "cell pixels extra"),
                names);
        assertEquals(512, legend.get(0).getBounds().getMaxY(), 1);
        assertEquals(true, legend.get(0).getBounds().getMinY() > 256);
        assertEquals(Optional.empty(), MismatchLegend.fitting(100, 100));
    }

    @Test
    void drawingStopsWhenTheUserAsksForIt() {
        final Progress cancelled = Progress.NONE.orCancelledBy(() -> true);
        assertThrows(
                CancelledException.class,
                () -> MismatchPicture.at(0.5, 20).stack("", 1, z -> null, cancelled));
    }

    @Test
    void otherSizesAreRefused() {
        final UNetException truth =
                assertThrows(
                        UNetException.class,
                        () -> new ComparedSlice(proposal("##"), truth(ONE_CELL)));
        assertEquals(
                "The prediction is 2 x 1 px and the truth 15 x 3 px; they must have the same size.",
                truth.getMessage());
        final UNetException image =
                assertThrows(
                        UNetException.class,
                        () ->
                                new ComparedSlice(
                                        proposal("##"),
                                        truth("##"),
                                        Optional.of(new ByteProcessor(3, 1))));
        assertEquals(
                "The prediction is 2 x 1 px and the image 3 x 1 px; they must have the same size.",
                image.getMessage());
    }

    @Test
    void anImageIsGrayAsItsDisplayRangeShowsIt() {
        final ImageStack stack = new ImageStack(2, 1);
        stack.addSlice(new ShortProcessor(2, 1, new short[] {0, 9}, null));
        stack.addSlice(new ShortProcessor(2, 1, new short[] {100, 300}, null));
        final ImagePlus image = new ImagePlus("", stack);
        image.setDisplayRange(100, 500);
        assertEquals(128, GrayPicture.of(image, 1).get(1, 0), 1);
        assertEquals(0, GrayPicture.of(image, 1).get(0, 0));
        assertEquals(300, image.getStack().getProcessor(2).get(1, 0));
        final ColorProcessor rgb = new ColorProcessor(1, 1, new int[] {0x969696});
        assertEquals(150, GrayPicture.of(new ImagePlus("", rgb), 0).get(0, 0), 1);
        assertEquals(127, GrayPicture.of(proposal("05")).get(1, 0), 1);
    }

    private static List<Integer> row(
            final MismatchPicture.Drawn drawn, final int from, final int to) {
        final int y = drawn.picture().getHeight() / 2;
        return IntStream.range(from, to).mapToObj(x -> drawn.picture().get(x, y) & WHITE).toList();
    }

    private static MismatchPicture.Drawn draw(final String[] truth, final String[] proposal) {
        return MismatchPicture.at(0.5, 20)
                .slice(new ComparedSlice(proposal(proposal), truth(truth)));
    }

    private static LabelMap truth(final String... rows) {
        final int[] labels = String.join("", rows).chars().map(c -> c == '#' ? 1 : 0).toArray();
        return LabelMap.of(labels, rows[0].length(), rows.length);
    }

    /** '#' is probability 1, a digit that many tenths, everything else 0. */
    private static ProbabilityMap proposal(final String... rows) {
        final String all = String.join("", rows);
        final float[] values = new float[all.length()];
        for (int i = 0; i < values.length; i++) {
            final char c = all.charAt(i);
            values[i] = c == '#' ? 1 : Character.isDigit(c) ? (c - '0') / 10f : 0;
        }
        return ProbabilityMap.of(values, rows[0].length(), rows.length);
    }
}
