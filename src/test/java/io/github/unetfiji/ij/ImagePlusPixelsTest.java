package io.github.unetfiji.ij;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.VirtualStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.stack.Axis;
import io.github.unetfiji.stack.CalibratedImage;
import io.github.unetfiji.stack.LengthUnit;
import io.github.unetfiji.stack.PixelSize;
import io.github.unetfiji.stack.SliceSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** ImageJ images as pixels of ImgLib2, and back. */
class ImagePlusPixelsTest {

    private static final int WIDTH = 5;
    private static final int HEIGHT = 4;

    private static ImageProcessor noise(final int bits, final int seed) {
        final ImageProcessor plane =
                switch (bits) {
                    case 8 -> new ByteProcessor(WIDTH, HEIGHT);
                    case 16 -> new ShortProcessor(WIDTH, HEIGHT);
                    case 24 -> new ColorProcessor(WIDTH, HEIGHT);
                    default -> new FloatProcessor(WIDTH, HEIGHT);
                };
        final Random random = new Random(seed);
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            if (bits == 32) {
                plane.setf(i, (float) random.nextGaussian());
            } else {
                plane.set(
                        i, random.nextInt() & (bits == 8 ? 0xff : bits == 16 ? 0xffff : 0xffffff));
            }
        }
        return plane;
    }

    /** A stack on disk, so to say, that counts how often a plane is read. */
    private static final class Counted extends VirtualStack {

        final List<Integer> read = new ArrayList<>();
        private final IntFunction<ImageProcessor> planes;

        Counted(final int size, final int bits, final IntFunction<ImageProcessor> planes) {
            super(WIDTH, HEIGHT, size);
            this.planes = planes;
            setBitDepth(bits);
        }

        @Override
        public ImageProcessor getProcessor(final int n) {
            read.add(n);
            return planes.apply(n);
        }

        @Override
        public Object getPixels(final int n) {
            return getProcessor(n).getPixels();
        }

        @Override
        public String getSliceLabel(final int n) {
            return null;
        }
    }

    private static ImagePlus hyperstack(final int bits, final boolean virtual) {
        final ij.ImageStack stack;
        if (virtual) {
            stack = new Counted(12, bits, n -> noise(bits, n));
        } else {
            stack = new ij.ImageStack(WIDTH, HEIGHT);
            for (int n = 1; n <= 12; n++) {
                stack.addSlice(noise(bits, n));
            }
        }
        final ImagePlus image = new ImagePlus("hyper", stack);
        image.setDimensions(2, 3, 2);
        image.getCalibration().pixelWidth = 4;
        image.getCalibration().pixelHeight = 5;
        image.getCalibration().setUnit("nm");
        return image;
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 16, 32})
    void aHyperstackInMemoryIsShared(final int bits) {
        final ImagePlus image = hyperstack(bits, false);
        final CalibratedImage<? extends RealType<?>> stack = ImagePlusPixels.of(image);
        assertEquals("hyper", stack.name());
        assertEquals(List.of(Axis.X, Axis.Y, Axis.CHANNEL, Axis.Z, Axis.TIME), stack.axes());
        assertEquals(Optional.of(new PixelSize(4, 5, LengthUnit.NANOMETER)), stack.pixelSize());
        check(image, stack.pixels());
        final PlanarImg<?, ?> planar = assertInstanceOf(PlanarImg.class, stack.pixels());
        for (int n = 1; n <= 12; n++) {
            assertSame(
                    image.getStack().getPixels(n), planar.getPlane(n - 1).getCurrentStorageArray());
        }
        stack.pixels().getAt(3, 2, 1, 0, 1).setReal(77);
        assertEquals(77, image.getStack().getVoxel(3, 2, image.getStackIndex(2, 1, 2) - 1));
    }

    private static void check(
            final ImagePlus image, final RandomAccessibleInterval<? extends RealType<?>> pixels) {
        for (int n = 1; n <= 12; n++) {
            final int[] at = image.convertIndexToPosition(n);
            final ImageProcessor plane = image.getStack().getProcessor(n);
            for (int y = 0; y < HEIGHT; y++) {
                for (int x = 0; x < WIDTH; x++) {
                    assertEquals(
                            plane.getf(x, y),
                            pixels.getAt(x, y, at[0] - 1, at[1] - 1, at[2] - 1).getRealFloat());
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 16, 32})
    void aVirtualStackStaysVirtual(final int bits) {
        final ImagePlus image = hyperstack(bits, true);
        final Counted counted = (Counted) image.getStack();
        counted.read.clear();
        final CalibratedImage<? extends RealType<?>> stack = ImagePlusPixels.of(image);
        assertEquals(List.of(), counted.read, "nothing is read before it is asked for");
        stack.pixels().getAt(0, 0, 1, 2, 0).getRealFloat();
        stack.pixels().getAt(4, 3, 1, 2, 0).getRealFloat();
        assertEquals(List.of(image.getStackIndex(2, 3, 1)), counted.read);
        counted.read.clear();
        final SliceSource slices = SliceSource.of(ImagePlusPixels.of(image));
        slices.slice(4);
        assertEquals(List.of(9, 10), counted.read, "of a slice every channel once");
        check(image, stack.pixels());
    }

    /** What the commands use keeps nothing: memory does not grow with the stack. */
    @Test
    void aStreamOfSlicesReadsEveryPlaneOnce() {
        final ImagePlus image = hyperstack(16, true);
        final Counted counted = (Counted) image.getStack();
        counted.read.clear();
        final SliceSource slices = ImagePlusSlices.of(image);
        for (int slice = 0; slice < slices.slices(); slice++) {
            slices.slice(slice);
        }
        assertEquals(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12), counted.read);
        slices.slice(0);
        assertEquals(14, counted.read.size(), "and again, since nothing is kept");
    }

    @Test
    void coloursAreChannels() {
        final ij.ImageStack planes = new ij.ImageStack(WIDTH, HEIGHT);
        planes.addSlice(noise(24, 1));
        planes.addSlice(noise(24, 2));
        final ImagePlus image = new ImagePlus("colours", planes);
        final CalibratedImage<? extends RealType<?>> stack = ImagePlusPixels.of(image);
        assertEquals(List.of(Axis.X, Axis.Y, Axis.CHANNEL, Axis.Z), stack.axes());
        assertInstanceOf(UnsignedByteType.class, stack.pixels().getType());
        final int rgb = image.getStack().getProcessor(2).get(1, 3);
        assertEquals(rgb >> 16 & 255, stack.pixels().getAt(1, 3, 0, 1).getRealFloat());
        assertEquals(rgb >> 8 & 255, stack.pixels().getAt(1, 3, 1, 1).getRealFloat());
        assertEquals(rgb & 255, stack.pixels().getAt(1, 3, 2, 1).getRealFloat());
        assertArrayEquals(ImagePlusSlices.of(image).slice(1), SliceSource.of(stack).slice(1));
    }

    @Test
    void onePlaneHasTwoAxes() {
        final CalibratedImage<? extends RealType<?>> stack =
                ImagePlusPixels.of(new ImagePlus("one", noise(8, 1)));
        assertEquals(List.of(Axis.X, Axis.Y), stack.axes());
        assertEquals(Optional.empty(), stack.pixelSize());
    }

    @Test
    void whatCannotBeWrapped() {
        assertEquals(
                "The image 'null' has no pixels.",
                assertThrows(UNetException.class, () -> ImagePlusPixels.of(new ImagePlus()))
                        .getMessage());
        final ImagePlus mixed =
                new ImagePlus("mixed", new Counted(2, 8, n -> noise(n == 1 ? 8 : 16, n)));
        final CalibratedImage<? extends RealType<?>> stack = ImagePlusPixels.of(mixed);
        assertEquals(
                "Plane 2 of the image 'mixed' has another bit depth than the others, but all must"
                        + " have one.",
                assertThrows(UNetException.class, () -> stack.pixels().getAt(0, 0, 1))
                        .getMessage());
    }

    /** NB: ImageJ takes a virtual stack for one of 8 bits when it is given a look-up table. */
    @Test
    void thePixelsCountAndNotTheTypeThatIsSaid() {
        final ImagePlus image = new ImagePlus("float", new Counted(2, 8, n -> noise(32, n)));
        assertInstanceOf(FloatType.class, ImagePlusPixels.of(image).pixels().getType());
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 16, 32})
    void thereAndBackNothingIsCopied(final int bits) {
        final ImagePlus image = hyperstack(bits, false);
        final ImagePlus back = ImagePlusView.of(ImagePlusPixels.of(image));
        assertEquals(image.getBitDepth(), back.getBitDepth());
        for (int n = 1; n <= 12; n++) {
            assertSame(image.getStack().getPixels(n), back.getStack().getPixels(n));
        }
        sameShape(image, back);
        final ImagePlus plane = new ImagePlus("plane", noise(bits, 3));
        assertSame(
                plane.getProcessor().getPixels(),
                ImagePlusView.of(ImagePlusPixels.of(plane)).getProcessor().getPixels());
    }

    private static void sameShape(final ImagePlus image, final ImagePlus back) {
        assertEquals(image.getTitle(), back.getTitle());
        assertArrayEquals(image.getDimensions(), back.getDimensions());
        assertEquals(4, back.getCalibration().pixelWidth);
        assertEquals(5, back.getCalibration().pixelHeight);
        assertEquals("nm", back.getCalibration().getUnit());
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 16, 32})
    void aViewOfAVirtualStackIsVirtual(final int bits) {
        final ImagePlus image = hyperstack(bits, true);
        final ImagePlus back = ImagePlusView.of(ImagePlusPixels.of(image));
        assertTrue(back.getStack().isVirtual());
        sameShape(image, back);
        ((Counted) image.getStack()).read.clear();
        back.getStack().getPixels(7);
        assertEquals(List.of(7), ((Counted) image.getStack()).read);
        for (int n = 1; n <= 12; n++) {
            final Object expected = noise(bits, n).getPixels();
            final ImageProcessor plane = back.getStack().getProcessor(n);
            assertEquals(expected.getClass(), plane.getPixels().getClass());
            assertTrue(java.util.Objects.deepEquals(expected, plane.getPixels()));
        }
    }

    @Test
    void anyAxisOrderAndAnyType() {
        final RandomAccessibleInterval<UnsignedShortType> shorts =
                ArrayImgs.unsignedShorts(3, 2, WIDTH, HEIGHT);
        shorts.getAt(2, 1, 4, 3).set(60_000);
        final ImagePlus image =
                ImagePlusView.of(
                        CalibratedImage.of(
                                "any",
                                Views.translate(shorts, 5, -5, 1, 2),
                                Axis.TIME,
                                Axis.CHANNEL,
                                Axis.X,
                                Axis.Y));
        assertArrayEquals(new int[] {WIDTH, HEIGHT, 2, 1, 3}, image.getDimensions());
        assertEquals(60_000, image.getStack().getProcessor(image.getStackIndex(2, 1, 3)).get(4, 3));
        assertEquals(16, image.getBitDepth());
        final ImagePlus doubles =
                ImagePlusView.of(
                        CalibratedImage.of("d", ArrayImgs.doubles(WIDTH, HEIGHT), Axis.X, Axis.Y));
        assertEquals(32, doubles.getBitDepth());
    }

    /** Parts of an array are no array of their own. */
    @Test
    void aCroppedImageIsRead() {
        final RandomAccessibleInterval<FloatType> image = ArrayImgs.floats(9, 9);
        image.getAt(3, 4).set(5);
        final ImagePlus cropped =
                ImagePlusView.of(
                        CalibratedImage.of(
                                "c",
                                Views.interval(image, new long[] {2, 2}, new long[] {5, 7}),
                                Axis.X,
                                Axis.Y));
        assertEquals(4, cropped.getWidth());
        assertEquals(5, cropped.getProcessor().getf(1, 2));
    }
}
