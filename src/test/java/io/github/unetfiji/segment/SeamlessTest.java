package io.github.unetfiji.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.unetfiji.Progress;
import io.github.unetfiji.engine.ComputeDevice;
import io.github.unetfiji.engine.Network;
import io.github.unetfiji.network.Architecture;
import io.github.unetfiji.network.Parameters;
import io.github.unetfiji.network.Precision;
import io.github.unetfiji.tiling.TileGeometry;
import io.github.unetfiji.tiling.TilePlan;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Tiled equals untiled: any image size, any tile size, any depth. */
class SeamlessTest {

    private static final int MOST_TILES = 60;

    /** Many tiles, down to the smallest. */
    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void smallImages(
            @ForAll @IntRange(min = 1, max = 4) final int depth,
            @ForAll @IntRange(min = 1, max = 70) final int width,
            @ForAll @IntRange(min = 1, max = 70) final int height,
            @ForAll @IntRange(min = 0, max = 3) final int larger,
            @ForAll final long seed) {
        compare(depth, width, height, larger, seed);
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void largeImages(
            @ForAll @IntRange(min = 1, max = 4) final int depth,
            @ForAll @IntRange(min = 1, max = 900) final int width,
            @ForAll @IntRange(min = 1, max = 700) final int height,
            @ForAll @IntRange(min = 0, max = 25) final int larger,
            @ForAll final long seed) {
        compare(depth, width, height, larger, seed);
    }

    @Test
    void theCorners() {
        compare(4, 1, 1, 0, 1);
        compare(4, 900, 700, 3, 2);
        compare(1, 1, 700, 0, 3);
        compare(3, 900, 1, 7, 4);
    }

    private static void compare(
            final int depth, final int width, final int height, final int larger, final long seed) {
        final Architecture architecture = Architecture.of(depth, 2, 1, 2);
        final TileGeometry geometry = architecture.tileGeometry();
        final int tile = tile(geometry, width, height, larger);
        final float[] image = noise(width * height, seed);
        try (Network network =
                Network.forInference(
                        architecture,
                        Parameters.initial(architecture, seed),
                        ComputeDevice.CPU,
                        Precision.FLOAT32)) {
            final float[] whole =
                    new TiledInference(network, new TileSize(0, Long.MAX_VALUE))
                            .probabilities(image, width, height, Progress.NONE);
            final float[] tiled =
                    new TiledInference(network, TileSize.of(tile))
                            .probabilities(image, width, height, Progress.NONE);
            double worst = 0;
            for (int i = 0; i < whole.length; i++) {
                worst = Math.max(worst, Math.abs(whole[i] - tiled[i]));
            }
            assertEquals(0, worst, 1e-4);
        }
    }

    /** A tile side that gives no more than 60 tiles: their number costs, and shows nothing new. */
    private static int tile(
            final TileGeometry geometry, final int width, final int height, final int larger) {
        int side = geometry.inputFor(geometry.alignment()) + larger * geometry.alignment();
        while (tiles(geometry, width, height, side) > MOST_TILES) {
            side += geometry.alignment();
        }
        return side;
    }

    private static int tiles(
            final TileGeometry geometry, final int width, final int height, final int side) {
        return TilePlan.of(geometry, new int[] {width, height}, new int[] {side, side}).tileCount();
    }

    private static float[] noise(final int size, final long seed) {
        final Random random = new Random(seed);
        final float[] noise = new float[size];
        for (int i = 0; i < size; i++) {
            noise[i] = (float) random.nextGaussian();
        }
        return noise;
    }
}
