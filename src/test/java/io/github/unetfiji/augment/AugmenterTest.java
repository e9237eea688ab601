package io.github.unetfiji.augment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.augment.PatchShape.PatchRegion;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AugmenterTest {

    private static final AugmentationSettings EVERYTHING =
            AugmentationSettings.builder().optScale(1.3).optNoise(0.2).optBlur(1).build();
    private static final PatchShape SHAPE = PatchShape.square(60, 10);

    @Test
    void sampleIsTheSameFromAnyThreadInAnyOrder() {
        final List<AnnotatedPlane> slices =
                List.of(RandomPlanes.annotated(90, 70, 1), RandomPlanes.annotated(50, 40, 2));
        final Augmenter augmenter = Augmenter.of(EVERYTHING, SHAPE, 42);
        final int[] forward =
                IntStream.range(0, 40).map(i -> hash(augmenter.sample(slices, i))).toArray();
        final int[] parallel =
                IntStream.range(0, 40)
                        .parallel()
                        .map(i -> hash(augmenter.sample(slices, i)))
                        .toArray();
        final int[] backward =
                IntStream.range(0, 40)
                        .map(i -> hash(Augmenter.of(EVERYTHING, SHAPE, 42).sample(slices, 39 - i)))
                        .toArray();
        assertArrayEquals(forward, parallel);
        for (int i = 0; i < 40; i++) {
            assertEquals(forward[i], backward[39 - i]);
        }
        assertEquals(40, Arrays.stream(forward).distinct().count());
    }

    private static int hash(final AugmentedSample sample) {
        return Arrays.hashCode(
                new int[] {
                    Arrays.hashCode(sample.channel(0)),
                    Arrays.hashCode(sample.channel(1)),
                    Arrays.hashCode(sample.labels()),
                    Arrays.hashCode(sample.weights())
                });
    }

    @Test
    void seedsAndSamplesDiffer() {
        final AnnotatedPlane slice = RandomPlanes.annotated(90, 70, 1);
        final int first = hash(Augmenter.of(EVERYTHING, SHAPE, 1).sample(slice, 0));
        assertNotEquals(first, hash(Augmenter.of(EVERYTHING, SHAPE, 2).sample(slice, 0)));
        assertNotEquals(first, hash(Augmenter.of(EVERYTHING, SHAPE, 1).sample(slice, 1)));
    }

    /** The numbers of a seed are a promise: a run that is repeated years later gets the same samples. */
    @Test
    void randomNumbersStayWhatTheyAre() {
        final SampleRandom random = new SampleRandom(1, 2, 3);
        assertEquals(6694809129887813358L, random.bits());
        assertEquals(0.7350269913563763, random.gaussian(), 1e-15);
    }

    @Test
    void switchingOneThingOffLeavesTheOthers() {
        final AugmentationSettings quiet = AugmentationSettings.builder().optIntensity(0).build();
        final AugmentationSettings stiff = AugmentationSettings.builder().optDeformation(0).build();
        final AnnotatedPlane slice = RandomPlanes.annotated(90, 70, 1);
        final AugmentedSample all =
                Augmenter.of(AugmentationSettings.defaults(), SHAPE, 5).sample(slice, 9);
        final AugmentedSample noGray = Augmenter.of(quiet, SHAPE, 5).sample(slice, 9);
        assertArrayEquals(all.labels(), noGray.labels());
        assertArrayEquals(all.weights(), noGray.weights());
        assertFalse(Arrays.equals(all.channel(0), noGray.channel(0)));
        final double[] withGrid = all.transform().source(30, 30);
        final double[] without =
                Augmenter.of(stiff, SHAPE, 5).sample(slice, 9).transform().source(30, 30);
        assertTrue(Math.hypot(withGrid[0] - without[0], withGrid[1] - without[1]) < 60);
    }

    @Test
    void outputRegionLiesInTheSlice() {
        final AnnotatedPlane slice = RandomPlanes.annotated(45, 41, 1);
        final Augmenter augmenter = Augmenter.of(AugmentationSettings.none(), SHAPE, 3);
        final boolean[] seen = new boolean[6];
        for (int i = 0; i < 100; i++) {
            final double[] corner = augmenter.sample(slice, i).transform().source(10, 10);
            assertTrue(corner[0] >= 0 && corner[0] + 39 <= 44);
            assertTrue(corner[1] >= 0 && corner[1] + 39 <= 40);
            seen[(int) corner[0]] = true;
        }
        assertArrayEquals(new boolean[] {true, true, true, true, true, true}, seen);
    }

    @Test
    void patchLargerThanTheImageAndDeformationLargerStill() {
        final AugmentationSettings wild =
                AugmentationSettings.builder().optDeformation(10000).optScale(4).build();
        for (final int side : new int[] {1, 2, 7}) {
            final AnnotatedPlane slice = RandomPlanes.annotated(side, side, side);
            final AugmentedSample sample = Augmenter.of(wild, SHAPE, 1).sample(slice, 0);
            assertTrue(sample.folding().folds());
            assertTrue(sample.folding().foldedFraction() > 0.1);
            assertEquals(3600, sample.channel(0).length);
            assertEquals(1600, sample.labels().length);
            assertTrue(Arrays.stream(sample.labels()).allMatch(l -> l >= -1 && l <= 9));
            for (final float weight : sample.weights()) {
                assertTrue(weight >= 0 && weight <= 3);
            }
        }
    }

    @Test
    void paperSizedPatchDoesNotFold() {
        final Augmenter augmenter =
                Augmenter.of(AugmentationSettings.defaults(), PatchShape.square(572, 92), 1);
        for (int i = 0; i < 200; i++) {
            assertTrue(augmenter.transformAt(i, 0, 0).folding().leastDeterminant() > 0.5);
        }
    }

    @Test
    void ignoredPixelsWeighNothing() {
        final AnnotatedPlane slice = RandomPlanes.annotated(80, 80, 4);
        final AugmentedSample sample =
                Augmenter.of(AugmentationSettings.defaults(), SHAPE, 1).sample(slice, 0);
        for (int i = 0; i < sample.labels().length; i++) {
            assertTrue(sample.labels()[i] >= 0 || sample.weights()[i] == 0);
        }
    }

    @Test
    void spacingGivesAsManyNodes() {
        final AugmentationSettings settings = AugmentationSettings.builder().optSpacing(64).build();
        assertEquals(10, settings.nodes(572));
        assertEquals(2, settings.nodes(1));
        assertEquals(3, AugmentationSettings.defaults().nodes(572));
    }

    @Test
    void noSliceNoSample() {
        final Augmenter augmenter = Augmenter.of(EVERYTHING, SHAPE, 1);
        assertThrows(UNetException.class, () -> augmenter.sample(List.of(), 0));
    }

    @Test
    void planesMustBeOfOneSize() {
        final float[][] channels = {new float[6]};
        assertThrows(
                IllegalArgumentException.class,
                () -> AnnotatedPlane.of(3, 2, channels, new int[6], new float[5]));
        assertThrows(
                IllegalArgumentException.class,
                () -> AnnotatedPlane.of(2, 2, channels, new int[4], new float[4]));
        assertThrows(
                IllegalArgumentException.class,
                () -> AnnotatedPlane.of(3, 2, new float[0][], new int[6], new float[6]));
        final AnnotatedPlane plane = AnnotatedPlane.unweighted(3, 2, channels, new int[6]);
        assertArrayEquals(new float[] {1, 1, 1, 1, 1, 1}, plane.weights());
    }

    @Test
    void drawnGridFollowsTheMap() {
        final float[] lines = RegularGrid.plane(30, 20, 5);
        assertEquals(1, lines[10 * 30 + 3]);
        assertEquals(1, lines[7 * 30 + 25]);
        assertEquals(0, lines[7 * 30 + 24]);
        assertEquals(
                6 * 20 + 4 * 30 - 24, IntStream.range(0, 600).filter(i -> lines[i] == 1).count());
        final SpatialTransform right =
                SpatialTransform.rigid(new PatchShape(10, 10, 0), RigidMotion.NONE, 2, 1);
        final float[] warped =
                PlaneWarp.by(right)
                        .image(lines, 30, 20, new PatchRegion(0, 0, 10, 10), Interpolation.LINEAR);
        assertEquals(1, warped[3]);
        assertEquals(1, warped[4 * 10]);
        assertEquals(0, warped[2]);
        assertThrows(UNetException.class, () -> RegularGrid.plane(30, 20, 1));
    }
}
