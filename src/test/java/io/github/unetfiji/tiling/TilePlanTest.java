package io.github.unetfiji.tiling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unetfiji.UNetException;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TilePlanTest {

    private static final TileGeometry PAPER = new TileGeometry(4);

    @Test
    void aSliceOf512IsOneTileOf700() {
        final TilePlan plan = TilePlan.fewestPixels(PAPER, 512, 512, 1L << 20);
        assertEquals(700, plan.inputWidth());
        assertEquals(700, plan.inputHeight());
        assertEquals(List.of(new Tile(0, 0, 512, 512)), plan.tiles());
    }

    @Test
    void tilesOf572StepBy384() {
        final TilePlan plan = TilePlan.of(PAPER, 512, 400, 572, 572);
        assertEquals(
                List.of(
                        new Tile(0, 0, 384, 384),
                        new Tile(384, 0, 128, 384),
                        new Tile(0, 384, 384, 16),
                        new Tile(384, 384, 128, 16)),
                plan.tiles());
    }

    @Test
    void onePixel() {
        final TilePlan plan = TilePlan.fewestPixels(PAPER, 1, 1, 1L << 20);
        assertEquals(188, plan.inputWidth());
        assertEquals(List.of(new Tile(0, 0, 1, 1)), plan.tiles());
    }

    @Test
    void aTileWhoseOutputCannotBePutTogetherIsRejected() {
        final UNetException e =
                assertThrows(UNetException.class, () -> TilePlan.of(PAPER, 100, 100, 188, 188));
        assertEquals(
                "Tile size is 188 px, but its output of 4 px is too small to be put together: use"
                        + " at least 204.",
                e.getMessage());
    }

    @Test
    void theBoundIsKeptAndTheSmallestTileIsTheLastResort() {
        final TilePlan bounded = TilePlan.fewestPixels(PAPER, 4096, 4096, 1_000_000);
        assertTrue((long) bounded.inputWidth() * bounded.inputHeight() <= 1_000_000);
        assertEquals(204, TilePlan.fewestPixels(PAPER, 4096, 4096, 1).inputWidth());
    }

    @Property(tries = 500)
    void everyPixelIsCoveredOnceOnOnePoolingGrid(
            @ForAll @IntRange(min = 1, max = 4) final int depth,
            @ForAll @IntRange(min = 1, max = 300) final int width,
            @ForAll @IntRange(min = 1, max = 300) final int height,
            @ForAll @IntRange(min = 1, max = 90_000) final int bound) {
        final TileGeometry geometry = new TileGeometry(depth);
        final TilePlan plan = TilePlan.fewestPixels(geometry, width, height, bound);
        final int[][] covered = new int[height][width];
        for (final Tile tile : plan.tiles()) {
            assertEquals(0, tile.x() % geometry.alignment());
            assertEquals(0, tile.y() % geometry.alignment());
            assertTrue(tile.width() <= plan.outputWidth() && tile.height() <= plan.outputHeight());
            for (int y = tile.y(); y < tile.y() + tile.height(); y++) {
                for (int x = tile.x(); x < tile.x() + tile.width(); x++) {
                    covered[y][x]++;
                }
            }
        }
        for (final int[] row : covered) {
            for (final int count : row) {
                assertEquals(1, count);
            }
        }
    }

    /** No other size within the bound computes fewer pixels. */
    @Property(tries = 100)
    void thePlanIsTheCheapest(
            @ForAll @IntRange(min = 1, max = 900) final int width,
            @ForAll @IntRange(min = 1, max = 700) final int height,
            @ForAll @IntRange(min = 50_000, max = 900_000) final int bound) {
        final TilePlan plan = TilePlan.fewestPixels(PAPER, width, height, bound);
        for (int w = 204; w <= 1100; w += 16) {
            for (int h = 204; h <= 900 && w * h <= bound; h += 16) {
                final long pixels = TilePlan.of(PAPER, width, height, w, h).computedPixels();
                assertTrue(plan.computedPixels() <= pixels);
            }
        }
    }
}
