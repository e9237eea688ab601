package io.github.unetfiji.training;

import static io.github.unetfiji.network.Architecture.DEPTH;
import static io.github.unetfiji.training.TrainingKeys.NORMALIZE;
import static io.github.unetfiji.training.TrainingKeys.PATCH;
import static io.github.unetfiji.training.TrainingKeys.VALIDATION;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unetfiji.Progress;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.augment.AnnotatedPlane;
import io.github.unetfiji.augment.AugmentationSettings;
import io.github.unetfiji.augment.AugmentedSample;
import io.github.unetfiji.augment.Augmenter;
import io.github.unetfiji.augment.PatchShape;
import io.github.unetfiji.augment.PatchShape.PatchRegion;
import io.github.unetfiji.dataset.AnnotatedImage;
import io.github.unetfiji.dataset.Annotations;
import io.github.unetfiji.dataset.LearningSlices;
import io.github.unetfiji.dataset.TestLabels;
import io.github.unetfiji.dataset.TrainingData;
import io.github.unetfiji.stack.Normalization;
import io.github.unetfiji.stack.SliceSource;
import io.github.unetfiji.tiling.TileGeometry;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class AugmentationPreviewTest {

    private static final int SLICES = 12;
    private static final int SAMPLES = 4;
    private static final AnnotatedImage IMAGE = TestLabels.squares(40, SLICES);
    private static final PatchShape SHAPE = PatchShape.square(40, new TileGeometry(1).halo());

    /** NB: normalised slice by slice, so that a slice is read when its plane is made and at no other time. */
    private static final TrainingSettings SETTINGS =
            TrainingSettings.builder()
                    .with(DEPTH, 1)
                    .with(PATCH, 40)
                    .with(NORMALIZE, Normalization.of("slice"))
                    .with(VALIDATION, "2-3")
                    .optAugmentation(AugmentationSettings.builder().optFocus(0.5).build())
                    .build();

    /** Remembers which slices were read. */
    private record Watched(SliceSource source, List<Integer> read) implements SliceSource {

        @Override
        public int width() {
            return source.width();
        }

        @Override
        public int height() {
            return source.height();
        }

        @Override
        public int channels() {
            return source.channels();
        }

        @Override
        public int slices() {
            return source.slices();
        }

        @Override
        public float[] slice(final int index) {
            read.add(index);
            return source.slice(index);
        }
    }

    private static List<AnnotatedPlane> eager() {
        final Annotations annotations =
                Annotations.toLearnFrom(
                        List.of(IMAGE), SETTINGS.kind(), SETTINGS.rim(), warning -> {});
        return TrainingData.of(
                        new LearningSlices(
                                List.of(IMAGE),
                                annotations,
                                SETTINGS.normalization(),
                                annotations.heldOut("2-3"),
                                SETTINGS.balance(),
                                SETTINGS.weightMap(),
                                Progress.NONE),
                        Progress.NONE)
                .training();
    }

    private static AugmentationPreview preview(final List<Integer> read) {
        return preview(read, SAMPLES, 0);
    }

    private static AugmentationPreview preview(
            final List<Integer> read, final int samples, final int grid) {
        return AugmentationPreview.of(
                new AnnotatedImage(
                        "squares", new Watched(IMAGE.image(), read), IMAGE.annotations()),
                SETTINGS,
                samples,
                grid,
                TrainingListener.NONE,
                Progress.NONE);
    }

    @Test
    void numbersOutOfRange() {
        assertEquals("samples is 0, but must be from 1 to 10000.", refusal(0, 0));
        assertEquals("grid is -1, but must be 0 or more.", refusal(1, -1));
    }

    private static String refusal(final int samples, final int grid) {
        return assertThrows(UNetException.class, () -> preview(new ArrayList<>(), samples, grid))
                .getMessage();
    }

    @Test
    void samplesAreThoseOfTheTraining() {
        final AugmentationPreview preview = preview(new ArrayList<>());
        final List<AnnotatedPlane> planes = eager();
        assertEquals(SLICES - 2, planes.size());
        final Augmenter augmenter = Augmenter.of(SETTINGS.augmentation(), SHAPE, SETTINGS.seed());
        for (int i = 0; i < SAMPLES; i++) {
            final AugmentedSample sample = augmenter.sample(planes, i);
            assertArrayEquals(sample.channel(0), (float[]) preview.plane(i, 0));
            assertArrayEquals(sample.weights(), output(preview.plane(i, 2)));
            final int[] labels = sample.labels();
            final float[] classes = output(preview.plane(i, 1));
            for (int p = 0; p < labels.length; p++) {
                assertEquals(labels[p], classes[p]);
            }
        }
    }

    private static float[] output(final float[] plane) {
        final PatchRegion region = SHAPE.output();
        final float[] values = new float[region.size()];
        for (int i = 0; i < values.length; i++) {
            final int x = region.left() + i % region.width();
            final int y = region.top() + i / region.width();
            values[i] = plane[y * SHAPE.width() + x];
        }
        return values;
    }

    /** A plane, and with it a weight map, is made once for each slice that a sample comes from. */
    @Test
    void onlySlicesOfSamplesAreMade() {
        final List<Integer> read = new ArrayList<>();
        preview(read);
        final Set<Integer> once = new TreeSet<>(read);
        assertEquals(once.size(), read.size(), read::toString);
        assertTrue(once.size() <= SAMPLES, read::toString);
        assertEquals(once, sources());
    }

    /** The slices that the training's augmenter takes the samples from. */
    private static Set<Integer> sources() {
        final Set<Integer> asked = new TreeSet<>();
        final List<AnnotatedPlane> planes = eager();
        final List<AnnotatedPlane> watched =
                new AbstractList<>() {
                    @Override
                    public AnnotatedPlane get(final int index) {
                        // NB: slices 2 and 3 are held out.
                        asked.add(index == 0 ? 0 : index + 2);
                        return planes.get(index);
                    }

                    @Override
                    public int size() {
                        return planes.size();
                    }
                };
        final Augmenter augmenter = Augmenter.of(SETTINGS.augmentation(), SHAPE, SETTINGS.seed());
        for (int i = 0; i < SAMPLES; i++) {
            augmenter.sample(watched, i);
        }
        return asked;
    }
}
