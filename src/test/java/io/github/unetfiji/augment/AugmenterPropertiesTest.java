package io.github.unetfiji.augment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** What holds for every image and every map. */
class AugmenterPropertiesTest {

    @Property(tries = 100, seed = "2015")
    void allOffIsABitEqualMirroredCopy(
            @ForAll @IntRange(min = 1, max = 40) final int width,
            @ForAll @IntRange(min = 1, max = 40) final int height,
            @ForAll @IntRange(min = 1, max = 60) final int patch,
            @ForAll @IntRange(min = -100, max = 100) final int left,
            @ForAll @IntRange(min = -100, max = 100) final int top,
            @ForAll final long seed) {
        final int halo = (patch - 1) / 3;
        final AnnotatedPlane slice = RandomPlanes.annotated(width, height, seed);
        slice.channel(0)[0] = Float.NaN;
        slice.channel(0)[width * height / 2] = -0f;
        final PatchShape shape = PatchShape.square(patch, halo);
        final AugmentedSample sample =
                Augmenter.of(AugmentationSettings.none(), shape, seed)
                        .sampleAt(slice, seed, left + halo, top + halo);
        for (int v = 0; v < patch; v++) {
            for (int u = 0; u < patch; u++) {
                final int from =
                        NaiveWarp.mirror(top + v, height) * width
                                + NaiveWarp.mirror(left + u, width);
                for (int c = 0; c < 2; c++) {
                    assertEquals(
                            Float.floatToRawIntBits(slice.channel(c)[from]),
                            Float.floatToRawIntBits(sample.channel(c)[v * patch + u]));
                }
                final int inner = patch - 2 * halo;
                if (u >= halo && v >= halo && u < halo + inner && v < halo + inner) {
                    final int at = (v - halo) * inner + u - halo;
                    assertEquals(slice.labels()[from], sample.labels()[at]);
                    final float weight = slice.labels()[from] < 0 ? 0 : slice.weights()[from];
                    assertEquals(weight, sample.weights()[at]);
                }
            }
        }
    }

    @Property(tries = 50, seed = "2015")
    void fourQuarterTurnsAreNothing(
            @ForAll @IntRange(min = 1, max = 50) final int side, @ForAll final long seed) {
        float[] image = RandomPlanes.noise(side * side, seed);
        for (int i = 0; i < 4; i++) {
            image = moved(image, side, RigidMotion.rotation(90));
        }
        assertArrayEquals(RandomPlanes.noise(side * side, seed), image);
    }

    @Property(tries = 50, seed = "2015")
    void flipsUndoThemselves(
            @ForAll @IntRange(min = 1, max = 50) final int side,
            @ForAll final boolean flipX,
            @ForAll final boolean flipY,
            @ForAll final long seed) {
        final float[] image = RandomPlanes.noise(side * side, seed);
        final RigidMotion flip = new RigidMotion(0, flipX, flipY, 1);
        assertArrayEquals(image, moved(moved(image, side, flip), side, flip));
        final RigidMotion half = RigidMotion.rotation(180);
        final RigidMotion both = new RigidMotion(0, true, true, 1);
        assertArrayEquals(moved(image, side, half), moved(image, side, both));
    }

    private static float[] moved(final float[] image, final int side, final RigidMotion motion) {
        final PatchShape shape = PatchShape.square(side, 0);
        return PlaneWarp.by(SpatialTransform.rigid(shape, motion, 0, 0))
                .image(image, side, side, shape.input(), Interpolation.CUBIC);
    }

    /** A bright disc with a label: found at the same place in the image, the labels and the weights. */
    @Property(tries = 60, seed = "2015")
    void landmarkIsFoundInImageLabelsAndWeights(
            @ForAll @IntRange(min = 170, max = 250) final int x,
            @ForAll @IntRange(min = 170, max = 250) final int y,
            @ForAll final long seed) {
        // NB: so large a source that the turned patch, 240 px, does not show its mirror image.
        final int side = 420;
        final int halo = 20;
        final int output = 200;
        final float[] image = new float[side * side];
        final int[] labels = new int[side * side];
        for (int i = 0; i < image.length; i++) {
            final boolean inside = Math.hypot(i % side - x, i / side - y) <= 9.3;
            image[i] = inside ? 1 : 0;
            labels[i] = inside ? 5 : 0;
        }
        final AnnotatedPlane slice =
                AnnotatedPlane.of(side, side, new float[][] {image}, labels, image);
        final PatchShape shape = PatchShape.square(output + 2 * halo, halo);
        final AugmentedSample sample =
                Augmenter.of(AugmentationSettings.builder().optIntensity(0).build(), shape, seed)
                        .sampleAt(slice, 0, (side - output) / 2, (side - output) / 2);
        final float[] labelled = new float[output * output];
        for (int i = 0; i < labelled.length; i++) {
            labelled[i] = sample.labels()[i] == 5 ? 1 : 0;
        }
        final double[] bright = centre(sample.channel(0), shape.width());
        final double[] heavy = centre(sample.weights(), output);
        final double[] marked = centre(labelled, output);
        for (int axis = 0; axis < 2; axis++) {
            assertEquals(bright[axis] - halo, marked[axis], 0.35);
            assertEquals(heavy[axis], marked[axis], 0.35);
        }
        final double[] back =
                sample.transform().source((int) Math.round(bright[0]), (int) Math.round(bright[1]));
        assertEquals(x, back[0], 1.5);
        assertEquals(y, back[1], 1.5);
    }

    private static double[] centre(final float[] plane, final int width) {
        double sum = 0;
        double sumX = 0;
        double sumY = 0;
        for (int i = 0; i < plane.length; i++) {
            sum += plane[i];
            sumX += plane[i] * (i % width);
            sumY += plane[i] * (i / width);
        }
        return new double[] {sumX / sum, sumY / sum};
    }

    /** Weights that follow from labels follow from the warped labels, where no border is near. */
    @Property(tries = 40, seed = "2015")
    void warpingCommutesWithWeighingLabels(
            @ForAll @DoubleRange(min = 0, max = 20) final double sd, @ForAll final long seed) {
        final int side = 96;
        final int[] labels = new int[side * side];
        final float[] weights = new float[side * side];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = i % side / 17 + 6 * (i / side / 17);
            weights[i] = weight(labels[i]);
        }
        final AnnotatedPlane slice =
                AnnotatedPlane.of(side, side, new float[][] {weights}, labels, weights);
        final AugmentedSample sample =
                Augmenter.of(
                                AugmentationSettings.builder().optDeformation(sd).build(),
                                PatchShape.square(80, 6),
                                seed)
                        .sample(slice, 3);
        final int n = 68;
        int checked = 0;
        for (int i = 0; i < n * n; i++) {
            final double[] at = sample.transform().source(6 + i % n, 6 + i / n);
            final boolean inside =
                    NaiveWarp.linear(weights, side, side, Math.floor(at[0]), Math.floor(at[1]))
                                    == NaiveWarp.linear(
                                            weights, side, side, Math.ceil(at[0]), Math.ceil(at[1]))
                            && NaiveWarp.linear(
                                            weights,
                                            side,
                                            side,
                                            Math.floor(at[0]),
                                            Math.ceil(at[1]))
                                    == NaiveWarp.linear(
                                            weights,
                                            side,
                                            side,
                                            Math.ceil(at[0]),
                                            Math.floor(at[1]));
            if (inside) {
                assertEquals(weight(sample.labels()[i]), sample.weights()[i], 1e-5);
                checked++;
            }
        }
        assertTrue(checked > n * n / 2);
    }

    private static float weight(final int label) {
        return 1 + label * 0.25f;
    }
}
