package io.github.unetfiji.tiling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unetfiji.Progress;
import io.github.unetfiji.UNetException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import net.imglib2.FinalInterval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Tiles of a function that pads its input itself. */
class PaddedTilesTest {

    private static AxisGeometry axis(
            final boolean fixed, final int steps, final int step, final int halo) {
        return AxisGeometry.stated("the model", steps * step, fixed ? 0 : step, halo, true);
    }

    @Test
    void tilesOf64WithAHaloOf16() {
        final AxisGeometry axis = AxisGeometry.stated("the model", 64, 16, 16, true);
        final TilePlan plan = TilePlan.of(TileGeometry.of(axis), new int[] {150}, new int[] {64});
        assertEquals(List.of(0L, 32L, 64L, 96L), corners(plan));
        assertEquals(
                List.of(
                        FinalInterval.createMinSize(0, 48),
                        FinalInterval.createMinSize(48, 32),
                        FinalInterval.createMinSize(80, 32),
                        FinalInterval.createMinSize(112, 38)),
                plan.tiles());
    }

    /** A network whose sizes are any may pool all the same, so its tiles begin at multiples of 32 and end where the image ends. */
    @Test
    void tilesOfANetworkThatTakesAnySize() {
        final AxisGeometry axis = AxisGeometry.stated("the model", 66, 1, 20, true);
        assertEquals(32, axis.alignment());
        assertEquals(109, axis.longestTile(128, 333));
        assertEquals(333, axis.longestTile(400, 333));
        final TilePlan plan = TilePlan.of(TileGeometry.of(axis), new int[] {333}, new int[] {109});
        assertEquals(List.of(0L, 64L, 128L, 192L, 224L), corners(plan));
        assertEquals(
                List.of(0L, 88L, 176L, 205L),
                corners(TilePlan.of(TileGeometry.of(axis), new int[] {333}, new int[] {128})));
        final AxisGeometry wide = AxisGeometry.stated("the model", 64, 16, 30, true);
        assertEquals(
                "Tile size is 64 px, but the model needs a halo of 30 px on both sides, and tiles that"
                        + " are multiples of 16 px apart: use at least 80.",
                assertThrows(
                                UNetException.class,
                                () ->
                                        TilePlan.of(
                                                TileGeometry.of(wide),
                                                new int[] {333},
                                                new int[] {64}))
                        .getMessage());
    }

    private static List<Long> corners(final TilePlan plan) {
        return LongStream.range(0, plan.tileCount())
                .mapToObj(i -> plan.block(i).corner()[0])
                .toList();
    }

    /** Every pixel once, by tiles of a valid size on the grid, with the halo towards neighbours and none at the borders. */
    @Property(tries = 2000)
    void everyPixelOnce(
            @ForAll final boolean fixed,
            @ForAll @IntRange(min = 1, max = 12) final int steps,
            @ForAll @IntRange(min = 1, max = 40) final int step,
            @ForAll @IntRange(min = 0, max = 40) final int halo,
            @ForAll @IntRange(min = 1, max = 900) final int length,
            @ForAll @IntRange(min = 0, max = 40) final int larger) {
        final AxisGeometry axis = axis(fixed, steps, step, halo);
        final int input =
                axis.longestTile(axis.smallestInput() + (fixed ? 0 : larger * step), length);
        final AxisPlan plan = new AxisPlan(axis, length, input);
        if (!plan.isOneTile() && input - 2 * halo < (fixed ? 1 : step)) {
            assertThrows(UNetException.class, plan::step);
            return;
        }
        assertTrue(plan.isOneTile() || plan.grid() == axis.alignment() || !plan.isAligned());
        assertEquals(0, plan.grid() % (fixed ? 1 : step));
        final int count = plan.count();
        long next = 0;
        for (int i = 0; i < count; i++) {
            final long corner = plan.corner(i);
            final long first = plan.first(i);
            final long end = plan.first(i + 1);
            assertEquals(next, first);
            assertTrue(end > first);
            assertTrue(corner % plan.grid() == 0 || (fixed && i == count - 1));
            assertTrue(i == 0 ? corner == 0 : first - corner >= halo);
            assertTrue(
                    i == count - 1
                            ? corner + input >= length
                            : corner + input - end >= halo
                                    && corner + input <= axis.covered(length));
            for (long pixel = first; pixel < end; pixel++) {
                assertEquals(i, plan.at(pixel));
            }
            next = end;
        }
        assertEquals(length, next);
        assertTrue(
                axis.covered(length) - length < Math.max(axis.alignment(), axis.smallestInput()));
        if (count > 1) {
            assertEquals(axis.covered(length), plan.corner(count - 1) + input);
        }
    }

    /** NB: a function of a fixed side gets images of an even length, which its pooling divides, as it would whole. */
    private static void same(final int[] any, final long maxPixels, final AxisGeometry... axes) {
        final int[] image = any.clone();
        Arrays.setAll(image, d -> axes[d].step() == 0 ? (image[d] + 1) / 2 * 2 : image[d]);
        final TileNetwork filter = new PaddedFilter(axes);
        final float[] pixels = new float[Arrays.stream(image).reduce(1, (a, b) -> a * b)];
        final Random random = new Random(image[0]);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = random.nextFloat();
        }
        final BlockReader reader = BlockReader.of(pixels, image);
        final TilePlan plan = TilePlan.fewestPixels(filter.geometry(), image, maxPixels);
        final float[] expected = PaddedFilter.whole(filter, reader);
        assertArrayEquals(expected, new TileRunner(filter).compute(reader, plan, Progress.NONE));
        final long[] dimensions = new long[image.length + 1];
        Arrays.setAll(dimensions, d -> d < image.length ? image[d] : 1);
        assertArrayEquals(
                expected, all(TiledImage.of(ArrayImgs.floats(pixels, dimensions), filter, plan)));
    }

    private static float[] all(final RandomAccessibleInterval<FloatType> image) {
        final float[] values = new float[(int) image.size()];
        int i = 0;
        for (final FloatType value : Views.flatIterable(image)) {
            values[i++] = value.get();
        }
        return values;
    }

    /** Tiles give what the whole image gives, to the bit, and so do lazy cells. */
    @Property(tries = 300)
    void tiledIsWholeAlongOneAxis(
            @ForAll final boolean fixed,
            @ForAll @IntRange(min = 1, max = 4) final int half,
            @ForAll @IntRange(min = 0, max = 9) final int halo,
            @ForAll @IntRange(min = 0, max = 20) final int more,
            @ForAll @IntRange(min = 1, max = 300) final int length) {
        final int step = 2 * half;
        final int steps = (2 * halo + 64) / step + 1 + more;
        same(new int[] {length}, steps * step, axis(fixed, steps, step, halo));
    }

    @Property(tries = 60)
    void tiledIsWholeInAVolume(
            @ForAll final boolean fixed,
            @ForAll @IntRange(min = 0, max = 3) final int halo,
            @ForAll @IntRange(min = 1, max = 60) final int width,
            @ForAll @IntRange(min = 1, max = 50) final int height,
            @ForAll @IntRange(min = 1, max = 20) final int slices,
            @ForAll @IntRange(min = 1, max = 20_000) final int bound) {
        same(new int[] {width, height}, bound, axis(fixed, 5, 4, halo), axis(false, 7, 2, halo));
        same(
                new int[] {width, height, slices},
                bound,
                axis(false, 5, 4, halo),
                axis(fixed, 5, 4, halo),
                axis(false, 4, 2, 1));
    }

    /** Smaller tiles, which are used when memory does not suffice, give the same. */
    @Property(tries = 25)
    void memoryThatDoesNotSuffice(
            @ForAll @IntRange(min = 20, max = 120) final int width,
            @ForAll @IntRange(min = 20, max = 120) final int height,
            @ForAll @IntRange(min = 2500, max = 6000) final int most) {
        final AxisGeometry axis = AxisGeometry.stated("the model", 16, 16, 4, true);
        final TileNetwork filter = new PaddedFilter(axis, axis);
        final float[] pixels = new float[width * height];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = i * 7919 % 1009;
        }
        final BlockReader reader = BlockReader.of(pixels, width, height);
        final TileNetwork small =
                new TileNetwork() {
                    @Override
                    public TileGeometry geometry() {
                        return filter.geometry();
                    }

                    @Override
                    public int channels() {
                        return 1;
                    }

                    @Override
                    public int outputs() {
                        return 1;
                    }

                    @Override
                    public float[] compute(final float[] block, final int[] size) {
                        if (block.length > most) {
                            throw new TileTooLargeException("too large", null);
                        }
                        return filter.compute(block, size);
                    }
                };
        final TilePlan plan =
                TilePlan.fewestPixels(filter.geometry(), new int[] {width, height}, Long.MAX_VALUE);
        assertArrayEquals(
                PaddedFilter.whole(filter, reader),
                new TileRunner(small).compute(reader, plan, Progress.NONE));
    }

    @Test
    void whatIsNotPossible() {
        final TileGeometry fixed =
                TileGeometry.of(AxisGeometry.stated("the model 'cells'", 64, 0, 32, true));
        assertEquals(
                "Tile size is 64 px, but the model 'cells' needs a halo of 32 px on both sides, and tiles"
                        + " that are multiples of 1 px apart: it can only take images of at most 64 px.",
                assertThrows(
                                UNetException.class,
                                () -> TilePlan.fewestPixels(fixed, new int[] {100}, 1 << 20))
                        .getMessage());
        assertEquals(1, TilePlan.fewestPixels(fixed, new int[] {50}, 1 << 20).tileCount());
        assertEquals(
                "Tile size is 96 px, but the model 'cells' takes only tiles of 64 px.",
                assertThrows(UNetException.class, () -> fixed.checkTile(96)).getMessage());
    }
}
