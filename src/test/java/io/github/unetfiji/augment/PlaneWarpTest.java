package io.github.unetfiji.augment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.unetfiji.augment.PatchShape.PatchRegion;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Warps against the naive way, with the mirrored source far out of bounds. */
class PlaneWarpTest {

    private static final int PATCH_WIDTH = 37;
    private static final int PATCH_HEIGHT = 30;

    static Stream<Arguments> sourcesAndMaps() {
        final int[][] sizes = {
            {1, 1}, {2, 1}, {1, 5}, {2, 2}, {3, 4}, {5, 7}, {64, 48}, {150, 150}
        };
        return Stream.of(sizes)
                .flatMap(
                        size ->
                                Stream.of(0, 10, 400)
                                        .map(sd -> Arguments.of(size[0], size[1], sd)));
    }

    private static SpatialTransform map(final int sd, final int width, final int height) {
        final DeformationGrid grid = DeformationGrid.random(3, 3, sd, new SampleRandom(5, sd, 0));
        return SpatialTransform.of(
                DisplacementField.of(grid, PATCH_WIDTH, PATCH_HEIGHT),
                new RigidMotion(33, true, false, 1.2),
                width / 2 - PATCH_WIDTH / 2,
                height / 2 - PATCH_HEIGHT / 2);
    }

    @ParameterizedTest
    @MethodSource("sourcesAndMaps")
    void equalsTheNaiveWay(final int width, final int height, final int sd) {
        final SpatialTransform transform = map(sd, width, height);
        final PlaneWarp warp = PlaneWarp.by(transform);
        final float[] image = RandomPlanes.noise(width * height, 1);
        final int[] labels = RandomPlanes.labels(width * height, 1000, 2);
        final PatchRegion region = new PatchRegion(3, 2, PATCH_WIDTH - 5, PATCH_HEIGHT - 7);
        final float[] linear = warp.image(image, width, height, region, Interpolation.LINEAR);
        final float[] cubic = warp.image(image, width, height, region, Interpolation.CUBIC);
        final float[] weights = warp.weights(image, width, height, region);
        final int[] nearest = warp.labels(labels, width, height, region);
        for (int i = 0; i < region.size(); i++) {
            final double[] at = transform.source(3 + i % region.width(), 2 + i / region.width());
            assertEquals(NaiveWarp.linear(image, width, height, at[0], at[1]), linear[i], 2e-5);
            assertEquals(NaiveWarp.cubic(image, width, height, at[0], at[1]), cubic[i], 4e-5);
            assertEquals(NaiveWarp.nearest(labels, width, height, at[0], at[1]), nearest[i]);
        }
        assertArrayEquals(linear, weights);
    }

    @Test
    void positionIsRigidMotionOfTheDisplacedPixel() {
        final DisplacementField field =
                DisplacementField.of(
                        DeformationGrid.random(3, 3, 10, new SampleRandom(1, 2, 3)), 41, 31);
        final SpatialTransform transform =
                SpatialTransform.of(field, new RigidMotion(70, false, true, 1.5), 100, 200);
        final double[] dx = new double[1];
        final double[] dy = new double[1];
        final double cos = Math.cos(Math.toRadians(70));
        final double sin = Math.sin(Math.toRadians(70));
        for (int v = 0; v < 31; v++) {
            for (int u = 0; u < 41; u++) {
                field.row(v, u, 1, dx, dy);
                final double x = (u + dx[0] - 20) / 1.5;
                final double y = -(v + dy[0] - 15) / 1.5;
                final double[] at = transform.source(u, v);
                assertEquals(120 + cos * x - sin * y, at[0], 1e-9);
                assertEquals(215 + sin * x + cos * y, at[1], 1e-9);
            }
        }
    }

    @Test
    void quarterTurnIsCounterClockwise() {
        final int[] source = {
            1, 2,
            3, 4
        };
        final int[] turned = {
            2, 4,
            1, 3
        };
        final SpatialTransform transform =
                SpatialTransform.rigid(PatchShape.square(2, 0), RigidMotion.rotation(90), 0, 0);
        assertArrayEquals(
                turned, PlaneWarp.by(transform).labels(source, 2, 2, new PatchRegion(0, 0, 2, 2)));
    }

    @Test
    void mirrorsWithoutRepeatingTheEdge() {
        final SpatialTransform transform =
                SpatialTransform.rigid(new PatchShape(13, 1, 0), RigidMotion.NONE, -5, 0);
        final int[] row =
                PlaneWarp.by(transform)
                        .labels(new int[] {1, 2, 3}, 3, 1, new PatchRegion(0, 0, 13, 1));
        assertArrayEquals(new int[] {2, 1, 2, 3, 2, 1, 2, 3, 2, 1, 2, 3, 2}, row);
    }

    @Test
    void mirrorIndexEqualsWalking() {
        for (int n = 1; n < 7; n++) {
            for (int i = -40; i < 40; i++) {
                assertEquals(NaiveWarp.mirror(i, n), MirrorPadding.index(i, n));
            }
        }
        assertEquals(0, MirrorPadding.index(Integer.MIN_VALUE, 2));
        assertEquals(1, MirrorPadding.index(Integer.MAX_VALUE, 2));
    }

    @Test
    void refusesWhatDoesNotFit() {
        final PlaneWarp warp = PlaneWarp.by(map(10, 8, 8));
        final PatchRegion outside = new PatchRegion(1, 0, PATCH_WIDTH, 1);
        assertThrows(IllegalArgumentException.class, () -> warp.labels(new int[64], 8, 8, outside));
        assertThrows(
                IllegalArgumentException.class,
                () -> warp.labels(new int[63], 8, 8, new PatchRegion(0, 0, 1, 1)));
        assertThrows(IllegalArgumentException.class, () -> new PatchRegion(0, 0, 0, 1));
    }
}
