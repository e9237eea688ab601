package io.github.unetfiji.tiling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unetfiji.UNetException;
import java.util.List;
import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TilePlanTest {

    private static final TileGeometry PAPER = new TileGeometry(4);

    private static TilePlan fewest(final int width, final int height, final long maxPixels) {
        return TilePlan.fewestPixels(PAPER, new int[] {width, height}, maxPixels);
    }

    private static TilePlan of(final int width, final int height, final int w, final int h) {
        return TilePlan.of(PAPER, new int[] {width, height}, new int[] {w, h});
    }

    private static Interval tile(final long... minSize) {
        return FinalInterval.createMinSize(minSize);
    }

    @Test
    void aSliceOf512IsOneTileOf700() {
        final TilePlan plan = fewest(512, 512, 1L << 20);
        assertEquals("700x700", plan.inputText());
        assertEquals(List.of(tile(0, 0, 512, 512)), plan.tiles());
    }

    @Test
    void tilesOf572StepBy384() {
        final TilePlan plan = of(512, 400, 572, 572);
        assertEquals(
                List.of(
                        tile(0, 0, 384, 384),
                        tile(384, 0, 128, 384),
                        tile(0, 384, 384, 16),
                        tile(384, 384, 128, 16)),
                plan.tiles());
        assertEquals(3, plan.tileAt(400, 399));
        assertEquals(1, plan.tileAt(384, 383));
    }

    /** Its output of 388 px is longer than the step of 384. */
    @Test
    void theLastTileMayBeLonger() {
        final TilePlan plan = of(772, 1, 572, 572);
        assertEquals(List.of(tile(0, 0, 384, 1), tile(384, 0, 388, 1)), plan.tiles());
        assertEquals(1, plan.tileAt(771, 0));
    }

    @Test
    void onePixel() {
        final TilePlan plan = fewest(1, 1, 1L << 20);
        assertEquals("188x188", plan.inputText());
        assertEquals(List.of(tile(0, 0, 1, 1)), plan.tiles());
    }

    @Test
    void aTileWhoseOutputCannotBePutTogetherIsRejected() {
        final UNetException e = assertThrows(UNetException.class, () -> of(100, 100, 188, 188));
        assertEquals(
                "Tile size is 188 px, but its output of 4 px is too small to be put together: use"
                        + " at least 204.",
                e.getMessage());
    }

    @Test
    void theBoundIsKeptAndTheSmallestTileIsTheLastResort() {
        assertTrue(fewest(4096, 4096, 1_000_000).inputPixels() <= 1_000_000);
        assertEquals("204x204", fewest(4096, 4096, 1).inputText());
    }

    /** Also of volumes that are large along all axes: 10 km of a wire, or a mouse brain. */
    @Test
    void largeImages() {
        assertEquals(1, fewest(400_000_000, 1, Long.MAX_VALUE).tileCount());
        final TileGeometry cube = TileGeometry.of(PAPER.axis(0), PAPER.axis(0), PAPER.axis(0));
        final TilePlan plan =
                TilePlan.fewestPixels(cube, new int[] {100_000, 90_000, 80_000}, 1L << 28);
        assertTrue(plan.inputPixels() <= 1L << 28 && plan.inputPixels() > 1L << 27);
    }

    /** In the plane nothing has changed since there were but planes. */
    @Property(tries = 1000)
    void planesArePlannedAsEver(
            @ForAll @IntRange(min = 1, max = 8) final int depth,
            @ForAll @IntRange(min = 1, max = 5000) final int width,
            @ForAll @IntRange(min = 1, max = 5000) final int height,
            @ForAll @IntRange(min = 1, max = 40_000_000) final int bound,
            @ForAll @IntRange(min = 0, max = 60) final int wider,
            @ForAll @IntRange(min = 0, max = 60) final int higher) {
        final TileGeometry geometry = new TileGeometry(depth);
        final int[] size = {width, height};
        check(
                ReferencePlan.fewestPixels(depth, width, height, bound),
                TilePlan.fewestPixels(geometry, size, bound));
        final int least = geometry.inputFor(geometry.alignment());
        final int w = least + wider * geometry.alignment();
        final int h = least + higher * geometry.alignment();
        check(
                ReferencePlan.of(depth, width, height, w, h),
                TilePlan.of(geometry, size, new int[] {w, h}));
    }

    private static void check(final ReferencePlan expected, final TilePlan plan) {
        assertArrayEquals(
                new int[] {expected.inputWidth(), expected.inputHeight()}, plan.inputSize());
        assertEquals(expected.tiles(), plan.tiles());
    }

    @Property(tries = 500)
    void everyVoxelIsCoveredOnceOnOnePoolingGrid(
            @ForAll @IntRange(min = 0, max = 3) final int depth,
            @ForAll @IntRange(min = 0, max = 3) final int flatLevels,
            @ForAll @IntRange(min = 1, max = 60) final int width,
            @ForAll @IntRange(min = 1, max = 60) final int height,
            @ForAll @IntRange(min = 1, max = 40) final int slices,
            @ForAll @IntRange(min = 1, max = 200_000) final int bound) {
        final TileGeometry geometry = NaiveUNet.anisotropic(depth, flatLevels).geometry();
        final int[] size = {width, height, slices};
        final TilePlan plan = TilePlan.fewestPixels(geometry, size, bound);
        final int[] covered = new int[width * height * slices];
        for (int d = 0; d < 3; d++) {
            assertTrue(geometry.axis(d).isValidInput(plan.inputSize()[d]));
        }
        for (int i = 0; i < plan.tileCount(); i++) {
            final Interval tile = plan.tile(i);
            for (int d = 0; d < 3; d++) {
                assertEquals(0, tile.min(d) % geometry.axis(d).alignment());
                assertTrue(tile.dimension(d) <= plan.outputSize()[d]);
            }
            for (long z = tile.min(2); z <= tile.max(2); z++) {
                for (long y = tile.min(1); y <= tile.max(1); y++) {
                    for (long x = tile.min(0); x <= tile.max(0); x++) {
                        covered[(int) ((z * height + y) * width + x)]++;
                        assertEquals(i, plan.tileAt(x, y, z));
                    }
                }
            }
        }
        for (final int times : covered) {
            assertEquals(1, times);
        }
    }

    @Property(tries = 20)
    void thePlanOfAVolumeIsTheCheapest(
            @ForAll @IntRange(min = 1, max = 90) final int width,
            @ForAll @IntRange(min = 1, max = 70) final int height,
            @ForAll @IntRange(min = 1, max = 50) final int slices,
            @ForAll @IntRange(min = 30_000, max = 300_000) final int bound) {
        final TileGeometry geometry = NaiveUNet.anisotropic(2, 1).geometry();
        final int[] size = {width, height, slices};
        final TilePlan plan = TilePlan.fewestPixels(geometry, size, bound);
        final int x = geometry.axis(0).inputFor(geometry.axis(0).alignment());
        final int z = geometry.axis(2).inputFor(geometry.axis(2).alignment());
        for (int w = x; w <= 140; w += 4) {
            for (int h = x; h <= 120; h += 4) {
                for (int s = z; s <= 80 && (long) w * h * s <= bound; s += 2) {
                    final TilePlan other = TilePlan.of(geometry, size, new int[] {w, h, s});
                    assertTrue(plan.computedPixels() <= other.computedPixels());
                }
            }
        }
    }

    /** A volume of 100,000^3 px has more tiles than an int counts. */
    @Test
    void moreTilesThanAnIntCounts() {
        final int side = 100_000;
        final AxisGeometry axis = AxisGeometry.window("filter", 1);
        final TilePlan plan =
                TilePlan.of(
                        TileGeometry.of(axis, axis, axis),
                        new int[] {side, side, side},
                        new int[] {34, 34, 34});
        final long index = plan.tileAt(99_999, 99_999, 99_999);
        assertEquals(3_125L * 3_125 * 3_125 - 1, index);
        assertEquals(99_968, plan.tile(index).min(2));
        assertEquals(3_125L * 3_125 * 3_125 * 34 * 34 * 34, plan.computedPixels());
    }

    /** Where no long counts the pixels of a tile, it is too large. */
    @Test
    void morePixelsThanALongCounts() {
        final AxisGeometry axis = new AxisGeometry("blocks", 33_000, 0, 33_000);
        final int side = 66_000;
        final TilePlan plan =
                TilePlan.fewestPixels(
                        TileGeometry.of(axis, axis, axis, axis),
                        new int[] {side, side, side, side},
                        1L << 60);
        assertEquals("33000x33000x33000x33000", plan.inputText());
    }
}
