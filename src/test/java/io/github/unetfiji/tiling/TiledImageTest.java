package io.github.unetfiji.tiling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unetfiji.CancelledException;
import io.github.unetfiji.Progress;
import io.github.unetfiji.UNetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import net.imglib2.FinalInterval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.ConstantUtils;
import net.imglib2.view.Views;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TiledImageTest {

    /** A function that another one stands in front of. */
    private static class Wrapped implements TileNetwork {

        final TileNetwork network;
        final List<Integer> computed = Collections.synchronizedList(new ArrayList<>());

        Wrapped(final TileNetwork network) {
            this.network = network;
        }

        @Override
        public TileGeometry geometry() {
            return network.geometry();
        }

        @Override
        public int channels() {
            return network.channels();
        }

        @Override
        public int outputs() {
            return network.outputs();
        }

        @Override
        public float[] compute(final float[] block, final int[] size) {
            computed.add(Arrays.stream(size).reduce(1, (a, b) -> a * b));
            return network.compute(block, size);
        }
    }

    private static float[] all(final RandomAccessibleInterval<FloatType> image) {
        final float[] values = new float[(int) image.size()];
        int i = 0;
        for (final FloatType value : Views.flatIterable(image)) {
            values[i++] = value.get();
        }
        return values;
    }

    private static float[] untiled(
            final TileNetwork network,
            final RandomAccessibleInterval<? extends RealType<?>> image) {
        final BlockReader reader = BlockReader.of(image);
        final TilePlan one =
                TilePlan.of(network.geometry(), reader.size(), covering(network, reader.size()));
        assertEquals(1, one.tileCount());
        return new TileRunner(network).compute(reader, one, Progress.NONE);
    }

    private static int[] covering(final TileNetwork network, final int[] size) {
        final int[] input = new int[size.length];
        Arrays.setAll(input, d -> network.geometry().axis(d).inputFor(size[d]));
        return input;
    }

    /** In 3-D, with the same pooling along all axes and without, from any image, to the bit. */
    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void lazyIsStreamedIsUntiled(
            @ForAll @IntRange(min = 0, max = 2) final int depth,
            @ForAll @IntRange(min = 0, max = 2) final int flatLevels,
            @ForAll @IntRange(min = 1, max = 26) final int width,
            @ForAll @IntRange(min = 1, max = 22) final int height,
            @ForAll @IntRange(min = 1, max = 14) final int slices,
            @ForAll @IntRange(min = 0, max = 3) final int larger,
            @ForAll @IntRange(min = 0, max = 5) final int type) {
        final TileNetwork network = NaiveUNet.anisotropic(depth, flatLevels);
        final RandomAccessibleInterval<? extends RealType<?>> image =
                Views.translate(
                        TestImages.of(type, new Random(larger), width, height, slices, 1),
                        -3,
                        5,
                        100,
                        0);
        final int[] size = {width, height, slices};
        final int[] input = new int[3];
        for (int d = 0; d < 3; d++) {
            final AxisGeometry axis = network.geometry().axis(d);
            input[d] = axis.inputFor(axis.alignment()) + larger * axis.alignment();
        }
        final TilePlan plan = TilePlan.of(network.geometry(), size, input);
        final float[] expected = untiled(network, image);
        assertArrayEquals(
                expected,
                new TileRunner(network).compute(BlockReader.of(image), plan, Progress.NONE));
        final RandomAccessibleInterval<FloatType> lazy = TiledImage.of(image, network, plan);
        assertArrayEquals(new long[] {-3, 5, 100, 0}, lazy.minAsLongArray());
        assertArrayEquals(expected, all(lazy));
    }

    private static final RandomAccessibleInterval<? extends RealType<?>> VOLUME =
            TestImages.of(0, new Random(1), 30, 20, 10, 1);

    private static TilePlan plan(final TileNetwork network) {
        return TilePlan.fewestPixels(network.geometry(), new int[] {30, 20, 10}, 24_000);
    }

    @Test
    void aTileIsComputedOnceWhenItIsAccessed() {
        final Wrapped network = new Wrapped(NaiveUNet.isotropic(1));
        final TilePlan plan = plan(network);
        assertTrue(plan.tileCount() > 3);
        final RandomAccessibleInterval<FloatType> lazy = TiledImage.of(VOLUME, network, plan);
        assertEquals(0, network.computed.size());
        lazy.getAt(0, 0, 0, 0).get();
        lazy.getAt(1, 1, 1, 1).get();
        assertEquals(1, network.computed.size());
        all(lazy);
        assertEquals(plan.tileCount(), network.computed.size());
    }

    @Test
    void manyThreadsComputeATileOnce() {
        final AtomicInteger inside = new AtomicInteger();
        final Wrapped network =
                new Wrapped(NaiveUNet.isotropic(1)) {
                    @Override
                    public float[] compute(final float[] block, final int[] size) {
                        assertEquals(1, inside.incrementAndGet(), "one thread at a time");
                        try {
                            return super.compute(block, size);
                        } finally {
                            inside.decrementAndGet();
                        }
                    }
                };
        final TilePlan plan = plan(network);
        final RandomAccessibleInterval<FloatType> lazy = TiledImage.of(VOLUME, network, plan);
        final float[] expected = untiled(network.network, VOLUME);
        IntStream.range(0, 8).parallel().forEach(i -> assertArrayEquals(expected, all(lazy)));
        assertEquals(plan.tileCount(), network.computed.size());
    }

    @Test
    void memoryThatDoesNotSufficeStaysInsideACell() {
        final Wrapped network =
                new Wrapped(NaiveUNet.isotropic(1)) {
                    @Override
                    public float[] compute(final float[] block, final int[] size) {
                        if (block.length > 8_000) {
                            throw new TileTooLargeException("too large", null);
                        }
                        return super.compute(block, size);
                    }
                };
        final int[] size = {30, 20, 10};
        final TilePlan plan = TilePlan.fewestPixels(network.geometry(), size, 40_000);
        assertTrue(plan.inputPixels() > 16_000);
        assertArrayEquals(
                untiled(network.network, VOLUME), all(TiledImage.of(VOLUME, network, plan)));
        assertTrue(network.computed.size() > plan.tileCount());
    }

    @Test
    void aFailureIsNotKept() {
        final UNetException failure = new UNetException("the disk is gone");
        final boolean[] fails = {true};
        final Wrapped network =
                new Wrapped(NaiveUNet.isotropic(1)) {
                    @Override
                    public float[] compute(final float[] block, final int[] size) {
                        if (fails[0]) {
                            throw failure;
                        }
                        return super.compute(block, size);
                    }
                };
        final RandomAccessibleInterval<FloatType> lazy =
                TiledImage.of(VOLUME, network, plan(network));
        assertSame(failure, assertThrows(UNetException.class, () -> lazy.getAt(0, 0, 0, 0)));
        fails[0] = false;
        assertArrayEquals(untiled(network.network, VOLUME), all(lazy));
    }

    @Test
    void whatDoesNotFit() {
        final TileNetwork network = NaiveUNet.isotropic(1);
        assertEquals(
                "The image has 2 channels, but the function of its tiles takes 1.",
                assertThrows(
                                UNetException.class,
                                () ->
                                        TiledImage.of(
                                                ArrayImgs.floats(30, 20, 10, 2),
                                                network,
                                                plan(network)))
                        .getMessage());
        assertThrows(
                IllegalArgumentException.class,
                () -> TiledImage.of(ArrayImgs.floats(31, 20, 10, 1), network, plan(network)));
    }

    @Test
    void aPlanForAnotherFunction() {
        assertThrows(
                IllegalArgumentException.class,
                () -> TiledImage.of(VOLUME, NaiveUNet.isotropic(1), plan(NaiveUNet.isotropic(2))));
    }

    @Test
    void aFunctionThatGivesTooLittle() {
        final Wrapped network =
                new Wrapped(NaiveUNet.isotropic(1)) {
                    @Override
                    public float[] compute(final float[] block, final int[] size) {
                        return new float[7];
                    }
                };
        final RandomAccessibleInterval<FloatType> lazy =
                TiledImage.of(VOLUME, network, plan(network));
        assertTrue(
                assertThrows(IllegalStateException.class, () -> lazy.getAt(0, 0, 0, 0))
                        .getMessage()
                        .startsWith("the function of a tile gave 7 values, but must give "));
    }

    @Test
    void aResultThatNoArrayHolds() {
        final TileNetwork sobel = new SobelFilter(() -> {});
        final BlockReader huge =
                BlockReader.of(
                        ConstantUtils.constantRandomAccessibleInterval(
                                new FloatType(), new FinalInterval(50_000, 50_000, 1)));
        final TilePlan plan =
                TilePlan.of(sobel.geometry(), new int[] {50_000, 50_000}, new int[] {514, 514});
        assertEquals(
                "The result has 50000x50000x1 values (x, y, .., output), but an array holds at most"
                        + " 2147483639: compute it by tiles.",
                assertThrows(
                                UNetException.class,
                                () -> new TileRunner(sobel).compute(huge, plan, Progress.NONE))
                        .getMessage());
    }

    /** A tile that fails in one thread must not become a hole where another thread fails meanwhile. */
    @Test
    void memoryFailsInTwoThreads() {
        final Wrapped network =
                new Wrapped(NaiveUNet.isotropic(1)) {
                    private final AtomicInteger asked = new AtomicInteger();

                    @Override
                    public float[] compute(final float[] block, final int[] size) {
                        if (block.length > 8_000 || asked.incrementAndGet() % 3 == 0) {
                            throw new TileTooLargeException("too large", null);
                        }
                        return super.compute(block, size);
                    }
                };
        final int[] size = {30, 20, 10};
        final TilePlan plan = TilePlan.fewestPixels(network.geometry(), size, 40_000);
        final TileRunner runner = new TileRunner(network);
        final float[] expected = untiled(network.network, VOLUME);
        IntStream.range(0, 16)
                .parallel()
                .forEach(
                        i -> {
                            try {
                                assertArrayEquals(
                                        expected,
                                        runner.compute(
                                                BlockReader.of(VOLUME), plan, Progress.NONE));
                            } catch (final TileTooLargeException smallest) {
                                assertTrue(smallest.getMessage().contains("half the size"));
                            }
                        });
    }

    @Test
    void cancelling() {
        final TileNetwork network = NaiveUNet.isotropic(1);
        final int[] done = {0};
        final Progress progress =
                new Progress() {
                    @Override
                    public void report(final long tile, final long all, final String what) {
                        done[0] = (int) tile;
                    }

                    @Override
                    public boolean isCancelled() {
                        return done[0] == 2;
                    }
                };
        assertThrows(
                CancelledException.class,
                () ->
                        new TileRunner(network)
                                .compute(BlockReader.of(VOLUME), plan(network), progress));
        assertEquals(2, done[0]);
    }

    @Test
    void aFilterIsATileNetwork() {
        final TileNetwork sobel = new SobelFilter(() -> {});
        final RandomAccessibleInterval<? extends RealType<?>> image =
                TestImages.of(0, new Random(1), 50, 40, 1);
        final TilePlan plan = TilePlan.of(sobel.geometry(), new int[] {50, 40}, new int[] {13, 9});
        assertEquals(5 * 6, plan.tileCount());
        assertEquals(0, FilterDemo.difference(image, TiledImage.of(image, sobel, plan)));
    }
}
