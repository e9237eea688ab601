package io.github.unetfiji.stack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.unetfiji.Progress;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.tiling.TestImages;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.ImgFactory;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.cell.CellImgFactory;
import net.imglib2.img.planar.PlanarImgFactory;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.ConstantUtils;
import net.imglib2.view.Views;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Slices of images of ImgLib2. */
class StackSlicesTest {

    private static final Map<Axis, Integer> SIZES =
            new EnumMap<>(Map.of(Axis.X, 5, Axis.Y, 4, Axis.CHANNEL, 2, Axis.Z, 3, Axis.TIME, 2));

    private static CalibratedImage<? extends RealType<?>> image(
            final List<Axis> axes, final int type, final Random random) {
        final long[] size = axes.stream().mapToLong(SIZES::get).toArray();
        final long[] start = random.longs(size.length, -50, 50).toArray();
        return CalibratedImage.of(
                "image",
                Views.translate(TestImages.of(type, random, size), start),
                axes.toArray(Axis[]::new));
    }

    private static List<Axis> someAxes(final Random random) {
        final List<Axis> axes = new ArrayList<>(List.of(Axis.X, Axis.Y));
        for (final Axis axis : List.of(Axis.CHANNEL, Axis.Z, Axis.TIME)) {
            if (random.nextBoolean()) {
                axes.add(axis);
            }
        }
        Collections.shuffle(axes, random);
        return axes;
    }

    /** Any axes in any order, any origin, any type: against every pixel looked up by its axes. */
    @Property(tries = 300)
    void everyPixelIsWhereItsAxesSay(
            @ForAll final long seed, @ForAll @IntRange(min = 0, max = 5) final int type) {
        final Random random = new Random(seed);
        final CalibratedImage<? extends RealType<?>> image = image(someAxes(random), type, random);
        final SliceSource slices = SliceSource.of(image);
        final int channels = (int) image.size(Axis.CHANNEL);
        final int depth = (int) image.size(Axis.Z);
        assertEquals(channels, slices.channels());
        assertEquals(depth * image.size(Axis.TIME), slices.slices());
        final float[] expected = new float[channels * 20];
        for (int slice = 0; slice < slices.slices(); slice++) {
            for (int i = 0; i < expected.length; i++) {
                final Map<Axis, Integer> at =
                        Map.of(
                                Axis.X,
                                i % 5,
                                Axis.Y,
                                i / 5 % 4,
                                Axis.CHANNEL,
                                i / 20,
                                Axis.Z,
                                slice % depth,
                                Axis.TIME,
                                slice / depth);
                expected[i] = value(image, at);
            }
            assertArrayEquals(expected, slices.slice(slice));
        }
    }

    private static float value(
            final CalibratedImage<? extends RealType<?>> image, final Map<Axis, Integer> at) {
        final RandomAccessibleInterval<? extends RealType<?>> pixels = image.pixels();
        final long[] position = pixels.minAsLongArray();
        for (int d = 0; d < position.length; d++) {
            position[d] += at.get(image.axes().get(d));
        }
        return pixels.getAt(position).getRealFloat();
    }

    private static final CalibratedImage<? extends RealType<?>> VOLUME =
            image(List.of(Axis.Z, Axis.X, Axis.CHANNEL, Axis.Y), 1, new Random(4));

    @Test
    void ordered() {
        assertEquals(List.of(Axis.X, Axis.Y, Axis.CHANNEL, Axis.Z), VOLUME.ordered().axes());
        assertEquals(VOLUME.size(Axis.Z), VOLUME.ordered().pixels().dimension(3));
    }

    /** Slices that come from anywhere, as pixels of ImgLib2, and those as slices again. */
    @Test
    void slicesAsPixels() {
        final SliceSource slices = SliceSource.of(VOLUME);
        final CalibratedImage<FloatType> pixels = slices.toImage();
        assertEquals(List.of(Axis.X, Axis.Y, Axis.CHANNEL, Axis.Z), pixels.axes());
        assertEquals("image", pixels.name());
        final SliceSource again = SliceSource.of(pixels);
        for (int slice = 0; slice < slices.slices(); slice++) {
            assertArrayEquals(slices.slice(slice), again.slice(slice));
        }
    }

    @Test
    void normalizedAndResampledPixels() {
        final CalibratedImage<? extends RealType<?>> image =
                VOLUME.withPixelSize(new PixelSize(4, 6, LengthUnit.NANOMETER));
        final CalibratedImage<FloatType> normalized =
                Normalization.of("stack").normalized(image, Progress.NONE);
        final SliceSource expected =
                NormalizedSlices.of(
                        SliceSource.of(image), Normalization.of("stack"), Progress.NONE);
        assertEquals(expected.slice(2)[17], normalized.pixels().getAt(2, 3, 0, 2).get());
        assertEquals(image.pixelSize(), normalized.pixelSize());
        final CalibratedImage<FloatType> half =
                ScaledSlices.of(SliceSource.of(image), 10, 2).toImage();
        assertEquals(Optional.of(new PixelSize(2, 12, LengthUnit.NANOMETER)), half.pixelSize());
        assertEquals(10, half.size(Axis.X));
    }

    @Test
    void aSliceThatNoArrayHolds() {
        assertEquals(
                "A slice of the image 'huge' has 50000x50000 px and 1 channels, but at most"
                        + " 2147483639 values are possible: crop it.",
                assertThrows(
                                UNetException.class,
                                () ->
                                        SliceSource.of(
                                                CalibratedImage.of(
                                                        "huge",
                                                        ConstantUtils
                                                                .constantRandomAccessibleInterval(
                                                                        new FloatType(),
                                                                        new net.imglib2
                                                                                .FinalInterval(
                                                                                50_000, 50_000)),
                                                        Axis.X,
                                                        Axis.Y)))
                        .getMessage());
    }

    /** Images whose planes are arrays: planar ones, and those of cells that are planes, slices, or neither. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void planesInArrays(final int type) {
        switch (type) {
            case 0 -> planesInArrays(type, new UnsignedByteType());
            case 1 -> planesInArrays(type, new UnsignedShortType());
            default -> planesInArrays(type, new FloatType());
        }
    }

    private static <T extends RealType<T> & NativeType<T>> void planesInArrays(
            final int type, final T of) {
        check(type, new PlanarImgFactory<>(of));
        for (final int[] cell :
                new int[][] {
                    {5, 4, 1, 1, 1},
                    {5, 4, 2, 1, 1},
                    {9, 9, 9, 1, 1},
                    {5, 2, 2, 1, 1},
                    {5, 4, 2, 3, 1}
                }) {
            check(type, new CellImgFactory<>(of, cell));
        }
    }

    private static <T extends RealType<T> & NativeType<T>> void check(
            final int type, final ImgFactory<T> factory) {
        final Random random = new Random(type);
        final Img<T> image = factory.create(5, 4, 2, 3, 2);
        image.forEach(pixel -> pixel.setReal(random.nextInt(256) * (type == 1 ? 257 : 1)));
        final float[] all = new float[240];
        int i = 0;
        for (final T pixel : Views.flatIterable(image)) {
            all[i++] = pixel.getRealFloat();
        }
        final SliceSource slices =
                SliceSource.of(
                        CalibratedImage.of(
                                "image", image, Axis.X, Axis.Y, Axis.CHANNEL, Axis.Z, Axis.TIME));
        for (int slice = 0; slice < 6; slice++) {
            assertArrayEquals(
                    Arrays.copyOfRange(all, 40 * slice, 40 * (slice + 1)), slices.slice(slice));
        }
        slices.slice(0)[0] = -1;
        assertEquals(all[0], slices.slice(0)[0], "the caller may change a slice");
    }

    @Test
    void moreSlicesThanAnIntCounts() {
        assertEquals(
                "The image 'long' has 100000 Z positions at 30000 times, but at most 2147483647"
                        + " slices are possible: crop it.",
                assertThrows(
                                UNetException.class,
                                () ->
                                        SliceSource.of(
                                                CalibratedImage.of(
                                                        "long",
                                                        ConstantUtils
                                                                .constantRandomAccessibleInterval(
                                                                        new FloatType(),
                                                                        new net.imglib2
                                                                                .FinalInterval(
                                                                                1, 1, 100_000,
                                                                                30_000)),
                                                        Axis.X,
                                                        Axis.Y,
                                                        Axis.Z,
                                                        Axis.TIME)))
                        .getMessage());
    }

    /** The message names the pixel of the image, not one of the image that it is resampled to. */
    @Test
    void whereAnImageIsNotFinite() {
        final float[] pixels = new float[200];
        pixels[100 + 7 * 10 + 6] = Float.NaN;
        final SliceSource image =
                SliceSource.of(
                        CalibratedImage.of(
                                "bad",
                                ArrayImgs.floats(pixels, 10, 10, 2),
                                Axis.X,
                                Axis.Y,
                                Axis.CHANNEL));
        for (final SliceSource seen : List.of(image, ScaledSlices.of(image, 5, 20))) {
            assertEquals(
                    "The image 'bad' holds NaN at x=6, y=7 of slice 1, channel 2: only finite"
                            + " intensities can be used.",
                    assertThrows(
                                    UNetException.class,
                                    () ->
                                            Normalization.of("slice")
                                                    .normalized(seen, Progress.NONE)
                                                    .slice(0))
                            .getMessage());
        }
    }

    @Test
    void whatIsNoSelection() {
        assertThrows(IllegalArgumentException.class, () -> Selection.of(10));
    }

    @Test
    void whatIsNoImage() {
        assertThrows(
                UNetException.class, () -> CalibratedImage.of("", ArrayImgs.bytes(1, 1), Axis.X));
        assertThrows(
                UNetException.class,
                () -> CalibratedImage.of("", ArrayImgs.bytes(1, 1), Axis.X, Axis.X));
        assertThrows(
                UNetException.class,
                () -> CalibratedImage.of("", ArrayImgs.bytes(1, 1), Axis.X, Axis.Z));
    }
}
