package io.github.unetfiji.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.labels.LabelMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Annotations of what was drawn: here of one row of pixels. */
class RegionAnnotationsTest {

    /** Slices of one row, in memory; null where nothing is drawn. */
    private record Drawn(List<String> classNames, AnnotatedSlice... given) implements RegionSource {

        @Override
        public int width() {
            return 6;
        }

        @Override
        public int height() {
            return 1;
        }

        @Override
        public int slices() {
            return given.length;
        }

        @Override
        public Optional<AnnotatedSlice> slice(final int index) {
            return Optional.ofNullable(given[index]);
        }
    }

    private static AnnotatedSlice slice(
            final int contested, final int[] cells, final int[] classes) {
        return new AnnotatedSlice(LabelMap.of(cells, 6, 1), LabelMap.of(classes, 6, 1), contested);
    }

    private static AnnotatedSlice one(final int value) {
        return slice(0, new int[] {1, 1, 0, 0, 0, 0}, new int[] {value, value, 0, 0, 0, 0});
    }

    private static Annotations annotations(final RegionSource... images) {
        return Annotations.of(List.of(images), LabelKind.CLASSES, 0);
    }

    @Test
    void classesAreNumberedOverAllImages() {
        final Annotations annotations =
                annotations(
                        new Drawn(List.of("b", "d"), null, one(2), one(1)),
                        new Drawn(List.of("a", "C", "D"), one(3), null, one(2)));
        assertEquals(List.of("background", "a", "b", "C", "d"), annotations.classNames());
        assertEquals(Set.of(1, 2, 3, 5), annotations.slices().keySet());
        assertEquals(6, annotations.total());
        assertEquals(
                List.of(4, 2, 4, 3),
                annotations.slices().values().stream().map(s -> s.classes().get(0, 0)).toList());
        assertEquals(List.of(), annotations.warnings());
    }

    @Test
    void cellsThatTouchAreSeparatedWhateverTheirClass() {
        final AnnotatedSlice slice =
                annotations(
                                new Drawn(
                                        List.of("a", "b"),
                                        slice(
                                                0,
                                                new int[] {1, 1, 2, 2, 2, -1},
                                                new int[] {1, 1, 2, 2, 2, -1})))
                        .slices()
                        .get(0);
        assertArrayEquals(new int[] {1, 0, 0, 2, 2, -1}, slice.cells().labels());
        assertArrayEquals(new int[] {1, 0, 0, 2, 2, -1}, slice.classes().labels());
    }

    @Test
    void whatIsWarnedOf() {
        final AnnotatedSlice thin =
                slice(3, new int[] {1, 1, 2, 3, 3, 0}, new int[] {1, 1, 1, 1, 1, 0});
        final Drawn drawn = new Drawn(List.of("a"), one(1), thin, null, thin);
        assertEquals(
                List.of(
                        "6 pixel(s) on slice(s) 2, 4 lie in several cells: each belongs to the"
                                + " smallest of them.",
                        "Slice 2: 1 cell(s) are so thin that nothing is left of them when touching"
                                + " cells are separated; they count as background.",
                        "Slice 4: 1 cell(s) are so thin that nothing is left of them when touching"
                                + " cells are separated; they count as background."),
                annotations(drawn).warnings());
    }

    private static int[] classesWithRim(final int rim, final int... cells) {
        final AnnotatedSlice slice =
                Annotations.of(
                                List.of(new Drawn(List.of("a"), slice(0, cells, ones(cells)))),
                                LabelKind.CLASSES,
                                rim)
                        .slices()
                        .get(0);
        assertArrayEquals(ones(slice.cells().labels()), slice.classes().labels());
        return slice.classes().labels();
    }

    private static int[] ones(final int... cells) {
        return IntStream.of(cells).map(cell -> Math.min(cell, 1)).toArray();
    }

    @Test
    void onlyARimIsBackground() {
        assertArrayEquals(new int[] {1, 0, -1, -1, -1, -1}, classesWithRim(1, 5, 0, 0, 0, 0, 0));
        assertArrayEquals(new int[] {1, 0, 0, -1, -1, -1}, classesWithRim(2, 5, 0, 0, 0, 0, 0));
        assertArrayEquals(new int[] {1, 0, -1, -1, 0, 1}, classesWithRim(1, 5, 0, 0, 0, 0, 6));
        assertArrayEquals(new int[] {1, 0, 0, 0, 0, 0}, classesWithRim(0, 5, 0, 0, 0, 0, 0));
    }

    /** Also the cell 7, of which the separation leaves nothing: it is as near as what was drawn. */
    @Test
    void whatSeparatesCellsStaysBackgroundWithARim() {
        assertArrayEquals(new int[] {1, 0, 0, 1, 0, -1}, classesWithRim(1, 5, 5, 6, 6, 0, 0));
        assertArrayEquals(new int[] {1, 0, 0, 0, -1, -1}, classesWithRim(1, 5, 5, 7, 0, 0, 0));
    }

    @Test
    void whatIsIgnoredStaysSoWithARim() {
        assertArrayEquals(new int[] {1, -1, 0, -1, -1, -1}, classesWithRim(2, 5, -1, 0, 0, 0, 0));
        assertArrayEquals(new int[] {-1, -1, -1, -1, -1, -1}, classesWithRim(9, -1, 0, 0, 0, 0, 0));
    }

    @Test
    void onlyIgnored() {
        final int[] ignored = {-1, -1, 0, 0, 0, 0};
        final Annotations annotations =
                annotations(new Drawn(List.of(), slice(0, ignored, ignored)));
        assertEquals(List.of("background", "cell"), annotations.classNames());
        assertEquals(
                "The annotations hold only background (0): two classes are needed to learn a difference.",
                assertThrows(UNetException.class, annotations::checkTwoClasses).getMessage());
    }

    @Test
    void nothingDrawn() {
        assertEquals(
                "No slice is annotated: there is no label other than 0 (background), and no ROI.",
                assertThrows(
                                UNetException.class,
                                () ->
                                        annotations(new Drawn(List.of(), null, null))
                                                .checkTwoClasses())
                        .getMessage());
    }

    @Test
    void aNameForEveryCell() {
        final List<String> names = new ArrayList<>();
        IntStream.range(0, 256).forEach(i -> names.add("cell " + i));
        assertEquals(
                "The names of the ROIs make 256 classes, such as 'cell 0' and 'cell 99', but at most"
                        + " 255 can be told apart; name each ROI by its class alone.",
                assertThrows(UNetException.class, () -> annotations(new Drawn(names, one(1))))
                        .getMessage());
        names.remove(255);
        assertEquals(256, annotations(new Drawn(names, one(1))).classNames().size());
    }

    @Test
    void labelsAndRegionsTogether() {
        assertEquals(
                "1 image(s) have labels and 2 have ROIs, but all must have the same.",
                assertThrows(
                                UNetException.class,
                                () ->
                                        Annotations.of(
                                                List.of(
                                                        new Drawn(List.of("a"), one(1)),
                                                        new TestLabels(1, 1, new int[1]),
                                                        new Drawn(List.of("a"), one(1))),
                                                LabelKind.INSTANCES,
                                                0))
                        .getMessage());
    }
}
