package io.github.unetfiji.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.ij.Slices;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnnotationsTest {

    private static Annotations instances(final TestLabels labels) {
        return Annotations.of(List.of(labels), LabelKind.INSTANCES, 0);
    }

    private static Annotations classes(final TestLabels labels) {
        return Annotations.of(List.of(labels), LabelKind.CLASSES, 0);
    }

    @Test
    void aMaskIsSplitIntoComponents() {
        final Annotations annotations =
                instances(new TestLabels(5, 1, new int[] {255, 0, 255, 255, 0}, new int[5]));
        assertArrayEquals(new int[] {1, 0, 2, 2, 0}, annotations.slices().get(0).cells().labels());
        assertArrayEquals(
                new int[] {1, 0, 1, 1, 0}, annotations.slices().get(0).classes().labels());
        assertEquals(List.of("background", "cell"), annotations.classNames());
    }

    /** Two ids, even in different slices, are no mask: a cell of two pieces stays one. */
    @Test
    void idsAreKept() {
        final Annotations annotations =
                instances(
                        new TestLabels(
                                5, 1, new int[] {7, 0, 7, 0, 0}, new int[] {0, 0, 300, 0, 0}));
        assertArrayEquals(new int[] {7, 0, 7, 0, 0}, annotations.slices().get(0).cells().labels());
        assertArrayEquals(
                new int[] {0, 0, 300, 0, 0}, annotations.slices().get(1).cells().labels());
        assertArrayEquals(
                new int[] {0, 0, 1, 0, 0}, annotations.slices().get(1).classes().labels());
    }

    @Test
    void touchingCellsAreSeparated() {
        final Annotations annotations =
                instances(new TestLabels(8, 1, new int[] {1, 1, 1, 1, 2, 2, 2, 2}));
        final int[] classes = annotations.slices().get(0).classes().labels();
        assertEquals(1, classes[0]);
        assertEquals(0, Math.min(classes[3], classes[4]));
        assertEquals(1, classes[7]);
    }

    @Test
    void ignoredPixelsStayIgnored() {
        assertArrayEquals(
                new int[] {-1, 0, 1},
                instances(new TestLabels(3, 1, new int[] {-1, 0, 9}))
                        .slices()
                        .get(0)
                        .classes()
                        .labels());
        assertArrayEquals(
                new int[] {-1, 0, 1},
                classes(new TestLabels(3, 1, new int[] {-1, 0, 1}))
                        .slices()
                        .get(0)
                        .classes()
                        .labels());
    }

    @Test
    void classesCountToTheLargestValue() {
        final Annotations annotations =
                classes(new TestLabels(4, 1, new int[] {0, 0, 1, 1}, new int[] {0, 3, 0, 3}));
        assertEquals(4, annotations.classNames().size());
        assertArrayEquals(new int[] {0, 3, 0, 3}, annotations.slices().get(1).classes().labels());
        assertArrayEquals(new int[] {0, 1, 0, 2}, annotations.slices().get(1).cells().labels());
        assertEquals(
                List.of(
                        "No slice has the class(es) 2, though there is class 3: the model gets them, but"
                                + " cannot learn them."),
                annotations.warnings());
        assertEquals(
                256,
                classes(new TestLabels(256, 1, IntStream.range(0, 256).toArray()))
                        .classNames()
                        .size());
    }

    @Test
    void onlyBackground() {
        final String sentence =
                "The annotations hold only background (0): two classes are needed to learn a"
                        + " difference.";
        assertRefused(sentence, LabelKind.INSTANCES, 0, -1);
        assertRefused(sentence, LabelKind.CLASSES, 0, -1);
    }

    @Test
    void onlyZero() {
        final String sentence =
                "No slice is annotated: there is no label other than 0 (background), and no ROI.";
        assertRefused(sentence, LabelKind.INSTANCES, 0, 0);
        assertRefused(sentence, LabelKind.CLASSES, 0, 0);
    }

    /** Slices are counted through both images. */
    @Test
    void slicesOfZeroAreLeftOut() {
        final Annotations annotations =
                Annotations.of(
                        List.of(
                                new TestLabels(2, 1, new int[2], new int[] {0, 1}, new int[2]),
                                new TestLabels(2, 1, new int[2], new int[2], new int[] {2, 0})),
                        LabelKind.CLASSES,
                        0);
        assertEquals(Set.of(1, 5), annotations.slices().keySet());
        assertEquals(6, annotations.total());
        assertEquals(List.of("background", "class 1", "class 2"), annotations.classNames());
        assertEquals(
                List.of(
                        "4 of 6 slices (1, 3-5) hold no label, only 0: they count as not annotated"
                                + " and are left out."),
                annotations.warnings());
    }

    @Test
    void thinCellsThatVanish() {
        assertEquals(
                List.of(
                        "Slice 1: the cells 2 are so thin that nothing is left of them when"
                                + " touching cells are separated; they count as background."),
                instances(new TestLabels(7, 1, new int[] {1, 1, 1, 2, 3, 3, 3})).warnings());
    }

    /** A cell of two pieces would be split if it were alone in the run: the other image says that it is no mask. */
    @Test
    void whetherLabelsAreAMaskIsDecidedForAllImages() {
        final TestLabels pieces = new TestLabels(3, 1, new int[] {7, 0, 7});
        final TestLabels other = new TestLabels(3, 1, new int[] {8, 0, 0});
        assertArrayEquals(
                new int[] {7, 0, 7},
                Annotations.of(List.of(pieces, other), LabelKind.INSTANCES, 0)
                        .slices()
                        .get(0)
                        .cells()
                        .labels());
    }

    @Test
    void onlyForeground() {
        final String sentence =
                "The annotations hold only foreground, no background: two classes are needed to learn a"
                        + " difference.";
        assertRefused(sentence, LabelKind.INSTANCES, 5, 5);
        assertRefused(sentence, LabelKind.CLASSES, 1, 1);
    }

    @Test
    void nothing() {
        assertRefused(
                "The annotations hold no class: every pixel is ignored.",
                LabelKind.INSTANCES,
                -1,
                -1);
    }

    @Test
    void tooManyClasses() {
        assertRefused(
                "The labels hold class 256, but at most 256 classes (0 to 255) can be told apart;"
                        + " are these instances (kind=instances)?",
                LabelKind.CLASSES,
                IntStream.rangeClosed(0, 256).toArray());
        assertRefused(
                "The labels hold only 0 and 2147483647, which is a mask and would be 2147483648"
                        + " classes: use kind=instances, or divide the values by 2147483647 so that they"
                        + " are 0 and 1.",
                LabelKind.CLASSES,
                0,
                Integer.MAX_VALUE);
        assertRefused(
                "The labels hold the values 0, 127, 255, which would be 256 classes of which 253"
                        + " occur nowhere: number the classes 0, 1, 2 without gaps, or use"
                        + " kind=instances if every value is a cell.",
                LabelKind.CLASSES,
                0,
                127,
                255);
    }

    @Test
    void classesAreNoCells() {
        final int[] stripes = new int[400];
        for (int i = 0; i < stripes.length; i++) {
            stripes[i] = i % 3 == 2 ? 0 : i % 2 + 1;
        }
        assertRefused(
                "The labels hold only the values 1, 2, which lie in 133 pieces each in a slice: with"
                        + " kind=instances every value is one cell, or there is but one value besides"
                        + " 0. Classes are numbered 0, 1, 2 and have kind=classes.",
                LabelKind.INSTANCES,
                stripes);
        assertEquals(
                "The labels hold only the values 1, 2, which lie in 10 pieces each in a slice: are"
                        + " these classes (kind=classes)? Every value is taken for one cell.",
                Annotations.of(
                                List.of(new TestLabels(30, 1, Arrays.copyOf(stripes, 30))),
                                LabelKind.INSTANCES,
                                0)
                        .warnings()
                        .get(0));
    }

    private static void assertRefused(
            final String sentence, final LabelKind kind, final int... labels) {
        final TestLabels source = new TestLabels(labels.length, 1, labels);
        assertEquals(
                sentence,
                assertThrows(
                                UNetException.class,
                                () -> Annotations.of(List.of(source), kind, 0).checkTwoClasses())
                        .getMessage());
    }

    @Test
    void labelsOfAnotherSize() {
        assertEquals(
                "The labels of 'cells' are 3x1 px with 2 slice(s), but the image is 3x2 px with"
                        + " 1.",
                assertThrows(
                                UNetException.class,
                                () ->
                                        new AnnotatedImage(
                                                "cells",
                                                Slices.gray(3, 2, new float[6]),
                                                new TestLabels(3, 1, new int[3], new int[3])))
                        .getMessage());
    }

    @Test
    void labelImagesHaveNoRim() {
        final TestLabels labels = new TestLabels(2, 1, new int[] {0, 1});
        assertEquals(
                "rim is 10, but must be 0 with label images: only ROIs can have a rim of background.",
                assertThrows(
                                UNetException.class,
                                () -> Annotations.of(List.of(labels), LabelKind.INSTANCES, 10))
                        .getMessage());
    }
}
