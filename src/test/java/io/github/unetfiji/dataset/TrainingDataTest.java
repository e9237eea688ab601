package io.github.unetfiji.dataset;

import static io.github.unetfiji.training.TrainingKeys.BALANCE;
import static io.github.unetfiji.training.TrainingKeys.KIND;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.unetfiji.Progress;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.augment.AnnotatedPlane;
import io.github.unetfiji.ij.Slices;
import io.github.unetfiji.stack.Normalization;
import io.github.unetfiji.stack.NormalizedSlices;
import io.github.unetfiji.training.TrainingListener;
import io.github.unetfiji.training.TrainingSettings;
import io.github.unetfiji.weights.WeightMapSettings;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TrainingDataTest {

    private static final TestLabels LABELS =
            new TestLabels(
                    4,
                    1,
                    new int[] {0, 0, 0, 1},
                    new int[] {1, 0, 0, 0},
                    new int[] {1, 1, 1, 0},
                    new int[] {-1, 0, 1, 0});

    private static TrainingData data(
            final double border, final double balance, final Set<Integer> heldOut) {
        final TrainingSettings settings =
                TrainingSettings.builder()
                        .optWeightMap(WeightMapSettings.builder().optBorder(border).build())
                        .with(BALANCE, balance)
                        .with(KIND, LabelKind.CLASSES)
                        .build();
        return data(LABELS.onBlack(), heldOut, settings);
    }

    private static TrainingData data(
            final List<AnnotatedImage> images,
            final Set<Integer> heldOut,
            final TrainingSettings settings) {
        return TrainingData.of(
                images,
                Annotations.toLearnFrom(images, settings, TrainingListener.NONE),
                Normalization.of("slice"),
                heldOut,
                settings,
                Progress.NONE);
    }

    @Test
    void theMeanWeightOfTheTrainingSlicesIsOne() {
        final TrainingData data = data(0, 1, Set.of(2));
        assertEquals(3, data.training().size());
        assertEquals(1, data.validation().size());
        double sum = 0;
        for (final AnnotatedPlane slice : data.training()) {
            for (final float weight : slice.weights()) {
                sum += weight;
            }
        }
        assertEquals(11, sum, 1e-5, "11 pixels that are not ignored");
    }

    /** 8 of background and 3 of class 1 in the training slices: N / (2 n). */
    @Test
    void theHeldOutSlicesAreNotCounted() {
        final TrainingData data = data(0, 1, Set.of(2));
        final float background = 11 / 16f;
        final float cell = 11 / 6f;
        assertArrayEquals(
                new float[] {cell, cell, cell, background},
                data.validation().get(0).weights(),
                1e-6f);
        assertArrayEquals(
                new float[] {0, background, cell, background},
                data.training().get(2).weights(),
                1e-6f);
    }

    @Test
    void withoutBalanceAllWeightsAreOne() {
        assertArrayEquals(
                new float[] {1, 1, 1, 1}, data(0, 0, Set.of()).training().get(0).weights());
    }

    /** Between the two cells of the last slice d1 + d2 = 1 + 1 px on the one pixel of background. */
    @Test
    void theBorderComesOnTop() {
        final TestLabels labels = new TestLabels(3, 1, new int[] {1, 0, 2});
        final TrainingSettings settings =
                TrainingSettings.builder().with(BALANCE, 0).with(KIND, LabelKind.INSTANCES).build();
        final TrainingData data = data(labels.onBlack(), Set.of(), settings);
        final float between = (float) (1 + 10 * Math.exp(-4 / 50.0));
        assertArrayEquals(new float[] {1, between, 1}, data.training().get(0).weights(), 1e-5f);
    }

    @Test
    void slicesAreCountedThroughAllImages() {
        final AnnotatedImage first =
                new AnnotatedImage(
                        "a",
                        Slices.gray(2, 1, new float[] {1, 1}, new float[] {2, 2}),
                        new TestLabels(2, 1, new int[] {0, 1}, new int[] {0, 1}));
        final AnnotatedImage second =
                new AnnotatedImage(
                        "b",
                        Slices.gray(1, 3, new float[] {1, 2, 3}),
                        new TestLabels(1, 3, new int[] {0, 1, 1}));
        final TrainingData data =
                data(List.of(first, second), Set.of(0, 2), TrainingSettings.builder().build());
        assertEquals(1, data.training().size());
        assertEquals(3, data.validation().get(1).height());
        assertArrayEquals(
                new float[] {-1.2247f, 0, 1.2247f}, data.validation().get(1).channel(0), 1e-4f);
    }

    /** The slices 1 and 3 of the first image, 2 and 3 of the second: indices 0, 2, 4 and 5; held out is 4. */
    @Test
    void slicesThatAreNotAnnotatedAreLeftOut() {
        final int[] none = {0, 0};
        final int[] cell = {0, 1};
        final List<AnnotatedImage> images =
                List.of(
                        new AnnotatedImage(
                                "a",
                                Slices.gray(2, 1, ramp(1), ramp(2), ramp(3)),
                                new TestLabels(2, 1, cell, none, cell)),
                        new AnnotatedImage(
                                "b",
                                Slices.gray(2, 1, ramp(4), ramp(5), ramp(6)),
                                new TestLabels(2, 1, none, cell, cell)));
        final Annotations annotations =
                Annotations.toLearnFrom(
                        images,
                        TrainingSettings.builder().with(KIND, LabelKind.CLASSES).build(),
                        TrainingListener.NONE);
        final TrainingData data =
                TrainingData.of(
                        images,
                        annotations,
                        NormalizedSlices.fit(
                                Normalization.of("range"),
                                images.stream().map(AnnotatedImage::image).toList(),
                                Progress.NONE),
                        annotations.heldOut("5"),
                        TrainingSettings.builder().build(),
                        Progress.NONE);
        assertEquals(3, data.training().size());
        assertEquals(1 / 6f, data.training().get(0).channel(0)[0], 1e-6f);
        assertEquals(3 / 6f, data.training().get(1).channel(0)[0], 1e-6f);
        assertEquals(6 / 6f, data.training().get(2).channel(0)[0], 1e-6f);
        assertEquals(5 / 6f, data.validation().get(0).channel(0)[0], 1e-6f);
    }

    private static float[] ramp(final int value) {
        return new float[] {value, -value};
    }

    @Test
    void nothingLeftToTrainWith() {
        assertEquals(
                "Validation takes all 4 annotated slice(s), so none is left to train with.",
                assertThrows(UNetException.class, () -> data(0, 1, Set.of(0, 1, 2, 3)))
                        .getMessage());
    }
}
