package io.github.unetfiji.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unetfiji.CancelledException;
import io.github.unetfiji.Progress;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.ij.Slices;
import io.github.unetfiji.model.Models;
import io.github.unetfiji.model.UNetModel;
import io.github.unetfiji.stack.Axis;
import io.github.unetfiji.stack.CalibratedImage;
import io.github.unetfiji.stack.LengthUnit;
import io.github.unetfiji.stack.PixelSize;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.imglib2.FinalInterval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.blocks.PrimitiveBlocks;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedIntType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The results of a segmentation as images: slices that are computed when they are read. */
class LazyResultTest {

    private static final int W = 13;
    private static final int H = 9;
    private static final UNetModel MODEL = Models.tiny(2, 3, "slice");

    /** (x, y, channel, z, time) of 2 channels, 3 slices, 2 points in time, in the order of {@link #SLICES}. */
    private static final Slices SLICES = Slices.noise(W, H, 2, 6, 1);

    private static Img<FloatType> pixels() {
        final float[] all = new float[W * H * 2 * 6];
        for (int i = 0; i < 6; i++) {
            System.arraycopy(SLICES.slice(i), 0, all, i * W * H * 2, W * H * 2);
        }
        return ArrayImgs.floats(all, W, H, 2, 3, 2);
    }

    private static CalibratedImage<FloatType> image() {
        return CalibratedImage.of(
                        "noise", pixels(), Axis.X, Axis.Y, Axis.CHANNEL, Axis.Z, Axis.TIME)
                .withPixelSize(new PixelSize(2, 3, LengthUnit.NANOMETER));
    }

    /** Output 4 px: 4 x 3 tiles a slice. */
    private static Segmenter segmenter() {
        return Segmenter.of(MODEL, Cpu.options().optTile(20).build());
    }

    private static float[] plane(final RandomAccessibleInterval<FloatType> slice) {
        final float[] values = new float[(int) slice.size()];
        int i = 0;
        for (final FloatType value : Views.flatIterable(slice)) {
            values[i++] = value.get();
        }
        return values;
    }

    @Test
    void axesSizesNameAndPixelSize() {
        try (Segmenter segmenter = segmenter()) {
            final Segmentation result = segmenter.segment(image());
            final CalibratedImage<FloatType> p = result.probabilities();
            assertEquals("noise", p.name());
            assertEquals(image().pixelSize(), p.pixelSize());
            assertEquals(List.of(Axis.X, Axis.Y, Axis.CHANNEL, Axis.Z, Axis.TIME), p.axes());
            assertArrayEquals(new long[] {W, H, 3, 3, 2}, p.pixels().dimensionsAsLongArray());
            assertEquals(List.of(Axis.X, Axis.Y, Axis.Z, Axis.TIME), result.classes().axes());
            assertArrayEquals(
                    new long[] {W, H, 3, 2}, result.instances().pixels().dimensionsAsLongArray());
        }
    }

    @Test
    void aPlaneIsAnImage() {
        final Img<FloatType> plane = ArrayImgs.floats(SLICES.slice(0), W, H, 2);
        try (Segmenter segmenter = segmenter()) {
            final Segmentation result =
                    segmenter.segment(
                            CalibratedImage.of("plane", plane, Axis.X, Axis.Y, Axis.CHANNEL));
            assertEquals(List.of(Axis.X, Axis.Y), result.classes().axes());
            assertArrayEquals(
                    result.probabilities(0),
                    plane(result.probabilities().pixels()),
                    "probabilities");
        }
    }

    /** The slices in the order of the stack, to the bit; axes in another order, and an interval that begins elsewhere. */
    @Test
    void everySliceInItsPlace() {
        final RandomAccessibleInterval<FloatType> turned =
                Views.translate(
                        Views.permute(Views.permute(pixels(), 0, 3), 2, 4), 5, -3, 7, 1, 100);
        final CalibratedImage<FloatType> other =
                CalibratedImage.of(
                        "turned", turned, Axis.Z, Axis.Y, Axis.TIME, Axis.X, Axis.CHANNEL);
        try (Segmenter segmenter = segmenter()) {
            final Segmentation expected = Cpu.segment(segmenter, SLICES, Progress.NONE);
            for (final CalibratedImage<FloatType> image : List.of(image(), other)) {
                final RandomAccessibleInterval<FloatType> p =
                        segmenter.segment(image).probabilities().pixels();
                for (int i = 5; i >= 0; i--) {
                    assertArrayEquals(
                            expected.probabilities(i),
                            plane(Views.hyperSlice(Views.hyperSlice(p, 4, i / 3), 3, i % 3)));
                }
            }
        }
    }

    @Test
    void aTileIsComputedWhenItIsRead() {
        final List<String> told = Collections.synchronizedList(new ArrayList<>());
        try (Segmenter segmenter = segmenter()) {
            final Segmentation result =
                    segmenter.segment(image(), (done, total, what) -> told.add(done + "/" + total));
            final RandomAccessibleInterval<FloatType> p = result.probabilities().pixels();
            assertEquals(List.of(), told);
            p.getAt(3, 3, 1, 1, 0).get();
            p.getAt(0, 0, 2, 1, 0).get();
            assertEquals(List.of("13/72"), told, "the first tile of the second of six slices");
            p.getAt(12, 8, 2, 1, 0).get();
            result.classes().pixels().getAt(3, 4, 1, 0).get();
            assertEquals(12, told.size());
        }
    }

    /** With averaging. */
    @Test
    void aSliceIsComputedWhenItIsRead() {
        final List<Long> told = Collections.synchronizedList(new ArrayList<>());
        try (Segmenter segmenter =
                Segmenter.of(MODEL, Cpu.options().optAveraging(Averaging.ROTATIONS).build())) {
            final Segmentation result =
                    segmenter.segment(image(), (done, total, what) -> told.add(done));
            final RandomAccessibleInterval<FloatType> p = result.probabilities().pixels();
            assertEquals(List.of(), told);
            p.getAt(3, 4, 1, 1, 0).get();
            p.getAt(0, 0, 2, 1, 0).get();
            result.classes().pixels().getAt(3, 4, 1, 0).get();
            assertEquals(4, told.size());
            assertEquals(8L, told.get(3), "the second of six slices");
        }
    }

    /** Linked objects depend on the slices before, in whatever order they are read. */
    @Test
    void linkedObjectsInAnyOrder() {
        try (Segmenter segmenter =
                Segmenter.of(
                        MODEL,
                        Cpu.options().optThreshold(0.66).optLink(true).optTile(20).build())) {
            final Segmentation result = segmenter.segment(image());
            final int[][] expected = new int[6][];
            try (InstanceStream stream = result.streamInstances()) {
                for (int i = 0; i < 6; i++) {
                    expected[i] = (int[]) stream.plane(i, 0);
                }
            }
            for (final int[] order : new int[][] {{5, 0, 3, 1, 2, 4}, {0, 1, 2, 3, 4, 5}}) {
                final RandomAccessibleInterval<UnsignedIntType> ids = result.instances().pixels();
                for (final int i : order) {
                    final int[] found = new int[W * H];
                    for (int k = 0; k < found.length; k++) {
                        found[k] = ids.getAt(k % W, k / W, i % 3, i / 3).getInt();
                    }
                    assertArrayEquals(expected[i], found);
                }
            }
            assertTrue(
                    IntStream.of(expected[5]).max().orElse(0)
                            > IntStream.of(expected[0]).max().orElse(0),
                    "ids go on over the slices");
        }
    }

    /** Slices that were forgotten are computed again from the first one on. */
    @Test
    void linkedObjectsThatWereForgotten() {
        final float[] cell = {0, 0, 1, 0, 1, 1, 0, 1};
        final InstanceSettings settings = new InstanceSettings(0.5, Split.NONE, 1, 0, true);
        final List<Integer> asked = new ArrayList<>();
        final InstanceSlices slices =
                new InstanceSlices(
                        settings,
                        () -> new Instances(settings, 2, 2, 3),
                        3,
                        index -> {
                            asked.add(index);
                            return cell;
                        });
        final int[] last = slices.slice(2);
        slices.forget();
        assertArrayEquals(last, slices.slice(1));
        assertEquals(List.of(0, 1, 2, 0, 1), asked);
    }

    /** A slice whose objects could not be found may be linked already, so the next try begins anew. */
    @Test
    void linkedObjectsAfterAFailure() {
        final float[] cell = {0, 0, 1, 0, 1, 1, 0, 1};
        final List<Integer> asked = new ArrayList<>();
        final InstanceSlices slices =
                new InstanceSlices(
                        new InstanceSettings(0.5, Split.NONE, 1, 0, true),
                        () ->
                                new Instances(
                                        new InstanceSettings(0.5, Split.NONE, 1, 0, true), 2, 2, 3),
                        3,
                        index -> {
                            asked.add(index);
                            return asked.size() == 2 ? null : cell;
                        });
        assertThrows(NullPointerException.class, () -> slices.slice(1));
        final int[] ids = slices.slice(1);
        assertEquals(List.of(0, 1, 0, 1), asked);
        assertArrayEquals(slices.slice(0), ids);
    }

    /** An access holds the tile that it is at, and not one of every slice; whole blocks are read fast. */
    @Test
    void theProbabilitiesAreOneImageOfCells() {
        try (Segmenter segmenter = segmenter()) {
            final Segmentation result = segmenter.segment(image());
            final RandomAccessibleInterval<FloatType> p = result.probabilities().pixels();
            final float[] block = new float[3 * W * H];
            PrimitiveBlocks.of(p, PrimitiveBlocks.OnFallback.FAIL)
                    .copy(FinalInterval.createMinSize(0, 0, 0, 2, 1, W, H, 3, 1, 1), block);
            assertArrayEquals(result.probabilities(5), block);
        }
    }

    /** A stream, lazy images and closing at the same time: each ends, with the right values or the sentence. */
    @Test
    @Timeout(60)
    void aStreamAndLazyImagesWhileTheSegmenterIsClosed() throws InterruptedException {
        for (final Averaging averaging : List.of(Averaging.NONE, Averaging.ROTATIONS)) {
            final Segmenter segmenter =
                    Segmenter.of(MODEL, Cpu.options().optTile(20).optAveraging(averaging).build());
            final Segmentation result = segmenter.segment(image());
            final List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
            final RandomAccessibleInterval<FloatType> p = result.probabilities().pixels();
            final RandomAccessibleInterval<UnsignedIntType> ids = result.instances().pixels();
            final CountDownLatch begun = new CountDownLatch(3);
            final List<Thread> readers =
                    Stream.<Runnable>of(
                                    () -> {
                                        try (PlaneStream stream = result.streamProbabilities()) {
                                            for (int i = 0; i < 6; i++) {
                                                stream.plane(i, 0);
                                                begun.countDown();
                                            }
                                        }
                                    },
                                    () -> {
                                        for (int i = 5; i >= 0; i--) {
                                            p.getAt(3, 4, 1, i % 3, i / 3).get();
                                            begun.countDown();
                                        }
                                    },
                                    () -> {
                                        for (int i = 0; i < 6; i++) {
                                            ids.getAt(3, 4, i % 3, i / 3).getInt();
                                            begun.countDown();
                                        }
                                    })
                            .map(work -> new Thread(() -> run(work, failures)))
                            .toList();
            readers.forEach(Thread::start);
            begun.await();
            segmenter.close();
            for (final Thread reader : readers) {
                reader.join();
            }
            failures.forEach(
                    failure ->
                            assertTrue(
                                    failure.getMessage().startsWith("The segmenter is closed"),
                                    failure.toString()));
        }
    }

    private static void run(final Runnable work, final List<Throwable> failures) {
        try {
            work.run();
        } catch (final UNetException e) {
            failures.add(e);
        }
    }

    @Test
    void aFailureReachesTheReaderAndIsNotKept() {
        final AtomicBoolean stopped = new AtomicBoolean(true);
        final Progress progress =
                new Progress() {
                    @Override
                    public void report(final long done, final long total, final String message) {}

                    @Override
                    public boolean isCancelled() {
                        return stopped.get();
                    }
                };
        try (Segmenter segmenter = segmenter()) {
            final RandomAccessibleInterval<FloatType> p =
                    segmenter.segment(image(), progress).probabilities().pixels();
            assertThrows(CancelledException.class, () -> p.getAt(0, 0, 0, 0, 0));
            stopped.set(false);
            assertTrue(p.getAt(0, 0, 0, 0, 0).get() > 0);
        }
    }

    @Test
    void aClosedSegmenterComputesNoMore() {
        final RandomAccessibleInterval<FloatType> p;
        final float first;
        try (Segmenter segmenter = segmenter()) {
            p = segmenter.segment(image()).probabilities().pixels();
            first = p.getAt(1, 2, 0, 0, 0).get();
        }
        assertEquals(first, p.getAt(1, 2, 0, 0, 0).get());
        assertEquals(
                "The segmenter is closed, so no further pixel can be computed: use or copy the"
                        + " result before.",
                assertThrows(UNetException.class, () -> p.getAt(1, 2, 0, 1, 0)).getMessage());
    }

    @Test
    void manyThreadsReadTheSame() {
        try (Segmenter segmenter = segmenter()) {
            final Segmentation result = segmenter.segment(image());
            final RandomAccessibleInterval<FloatType> p = result.probabilities().pixels();
            final RandomAccessibleInterval<UnsignedIntType> ids = result.instances().pixels();
            final List<Float> read =
                    IntStream.range(0, 60)
                            .parallel()
                            .mapToObj(
                                    i -> {
                                        ids.getAt(0, 0, i % 3, i / 3 % 2).getInt();
                                        return p.getAt(2, 3, 1, i % 3, i / 3 % 2).get();
                                    })
                            .toList();
            for (int i = 0; i < 60; i++) {
                assertEquals(result.probabilities(i % 6)[W * H + 3 * W + 2], read.get(i));
            }
        }
    }
}
