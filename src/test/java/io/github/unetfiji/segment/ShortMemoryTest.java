package io.github.unetfiji.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unetfiji.Progress;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.engine.ComputeDevice;
import io.github.unetfiji.engine.Network;
import io.github.unetfiji.engine.OutOfMemoryException;
import io.github.unetfiji.network.Architecture;
import io.github.unetfiji.network.Parameters;
import io.github.unetfiji.network.Precision;
import io.github.unetfiji.tiling.TilePlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Memory does not suffice for a tile: the work goes on with smaller ones, and nothing is lost. */
class ShortMemoryTest {

    private static final Architecture DEPTH_2 = Architecture.of(2, 3, 1, 3);
    private static final int WIDTH = 217;
    private static final int HEIGHT = 150;

    private final Network network =
            Network.forInference(
                    DEPTH_2, Parameters.initial(DEPTH_2, 5), ComputeDevice.CPU, Precision.FLOAT32);
    private final List<Integer> computed = new ArrayList<>();
    private final List<Integer> failed = new ArrayList<>();
    private final float[] image = noise();

    @AfterEach
    void close() {
        network.close();
    }

    private static float[] noise() {
        final Random random = new Random(3);
        final float[] noise = new float[WIDTH * HEIGHT];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) random.nextGaussian();
        }
        return noise;
    }

    /** A network that has memory for so many pixels from its n-th tile on. */
    private TiledInference limited(final TileSize tiles, final int from, final int maxPixels) {
        return new TiledInference(
                new StandInNetwork(
                        DEPTH_2,
                        (tile, width, height) -> {
                            final int pixels = width * height;
                            if (computed.size() >= from && pixels > maxPixels) {
                                failed.add(pixels);
                                throw new OutOfMemoryException("too large", null);
                            }
                            computed.add(pixels);
                            return network.probabilities(tile, width, height);
                        }),
                DEPTH_2.inferenceBytesPerPixel(Precision.FLOAT32),
                tiles);
    }

    private float[] expected(final int side) {
        return new TiledInference(network, TileSize.of(side))
                .probabilities(image, WIDTH, HEIGHT, Progress.NONE);
    }

    @Test
    void aPlannedTileIsHalvedUntilItFits() {
        final TiledInference inference = limited(TileSize.PLANNED, 0, 100 * 100);
        final float[] result = inference.probabilities(image, WIDTH, HEIGHT, Progress.NONE);
        assertArrayEquals(expected(100), result, 1e-4f);
        assertTrue(!failed.isEmpty() && failed.size() <= 4, failed::toString);
        for (int i = 1; i < failed.size(); i++) {
            assertTrue(failed.get(i) <= failed.get(i - 1) / 2, failed::toString);
        }
        assertTrue(computed.stream().allMatch(pixels -> pixels <= 10_000), computed::toString);
    }

    /** The third of six tiles fails: the two before are not computed again. */
    @Test
    void inTheMiddleItGoesOnFromThere() {
        final TileSize tiles = TileSize.of(132);
        final int before = 2;
        final TilePlan plan = limited(tiles, 0, 0).plan(WIDTH, HEIGHT);
        assertEquals(6, plan.tiles().size());
        final TiledInference inference = limited(tiles, before, 100 * 100);
        final List<Long> told = new ArrayList<>();
        final float[] result =
                inference.probabilities(
                        image,
                        WIDTH,
                        HEIGHT,
                        (done, total, what) -> {
                            assertEquals(6, total);
                            told.add(done);
                        });
        assertArrayEquals(expected(132), result, 1e-4f);
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L, 6L), told);
        assertEquals(List.of(132 * 132), failed, "tried once, and not again");
        assertEquals(List.of(132 * 132, 132 * 132), computed.subList(0, before));
        assertTrue(
                computed.subList(before, computed.size()).stream()
                        .allMatch(pixels -> pixels <= 132 * 132 / 2),
                computed::toString);
    }

    @Test
    void theNextSliceIsPlannedWithTheSmallerTiles() {
        final TiledInference inference = limited(TileSize.PLANNED, 0, 120 * 120);
        inference.probabilities(image, WIDTH, HEIGHT, Progress.NONE);
        failed.clear();
        computed.clear();
        final TilePlan plan = inference.plan(WIDTH, HEIGHT);
        inference.probabilities(image, WIDTH, HEIGHT, Progress.NONE);
        assertEquals(List.of(), failed);
        assertEquals(plan.tiles().size(), computed.size());
    }

    /** Every pixel is written once: a stand-in network that counts. */
    @Test
    void everyPixelOnce() {
        final int[] calls = {0};
        final Architecture twoClasses = Architecture.of(2, 3, 1, 2);
        final TiledInference counting =
                new TiledInference(
                        new StandInNetwork(
                                twoClasses,
                                (tile, width, height) -> {
                                    if (width * height > 9_000) {
                                        throw new OutOfMemoryException("too large", null);
                                    }
                                    calls[0]++;
                                    return inner(tile, width, height);
                                }),
                        twoClasses.inferenceBytesPerPixel(Precision.FLOAT32),
                        TileSize.PLANNED);
        final float[] result = counting.probabilities(image, WIDTH, HEIGHT, Progress.NONE);
        assertArrayEquals(image, Arrays.copyOf(result, image.length));
        assertTrue(calls[0] > 4);
    }

    /** The tile without its halo of 20 px, and zeros for the second class. */
    private static float[] inner(final float[] tile, final int width, final int height) {
        final int halo = 20;
        final int w = width - 2 * halo;
        final int h = height - 2 * halo;
        final float[] out = new float[2 * w * h];
        for (int y = 0; y < h; y++) {
            System.arraycopy(tile, (y + halo) * width + halo, out, y * w, w);
        }
        return out;
    }

    @Test
    void whenNoTileFits() {
        final TiledInference inference = limited(TileSize.PLANNED, 0, 0);
        final String message =
                assertThrows(
                                UNetException.class,
                                () -> inference.probabilities(image, WIDTH, HEIGHT, Progress.NONE))
                        .getMessage();
        assertEquals(
                "Memory does not suffice for a tile of 48x52 px, and there is no tile of half the"
                        + " size: close other programs, or use a model with fewer features.",
                message);
    }

    @Test
    void planningWithinFreeMemory() {
        assertEquals(1L << 30, TileSize.within(0, OptionalLong.empty()).maxBytes());
        assertEquals(1L << 30, TileSize.within(0, OptionalLong.of(1L << 40)).maxBytes());
        assertEquals(1L << 26, TileSize.within(0, OptionalLong.of(0)).maxBytes());
        assertEquals(1L << 29, TileSize.within(0, OptionalLong.of(1_700_000_000L)).maxBytes());
        final TileForecast forecast =
                TileForecast.of(
                        Architecture.of(4, 16, 1, 2),
                        Precision.FLOAT32,
                        TileSize.of(572),
                        512,
                        512);
        assertEquals(4, forecast.tiles());
        final String words =
                new TileForecast(572, 572, 4, 100L << 20).sentence(10, OptionalLong.of(2L << 30));
        assertEquals(
                "10 slices in 40 tiles of 572x572 px; a tile needs about 100 MB of 2048 MB free.",
                words);
        assertEquals(
                "1 slice in 4 tiles of 572x572 px; a tile needs about 100 MB of 1 MB free. Memory"
                        + " may not suffice: use smaller tiles.",
                new TileForecast(572, 572, 4, 100L << 20).sentence(1, OptionalLong.of(1L << 20)));
    }
}
