package io.github.unetfiji.ij;

import ij.ImagePlus;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.stack.Axis;
import io.github.unetfiji.stack.CalibratedImage;
import io.github.unetfiji.stack.LazyImage;
import io.github.unetfiji.stack.PixelSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.NativeImg;
import net.imglib2.img.basictypeaccess.array.ByteArray;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.basictypeaccess.array.ShortArray;
import net.imglib2.img.cell.CellGrid;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.NativeType;
import net.imglib2.type.NativeTypeFactory;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * An ImageJ image as pixels of ImgLib2, without copying: {@code ImagePlusPixels.of(IJ.getImage())}.
 *
 * <ul>
 *   <li>The planes of a gray image in memory (8, 16 or 32 bits) are shared: what one side writes, the other one reads.
 *   <li>A virtual stack stays virtual: a plane is read when one of its pixels is accessed, and kept while Java has memory to
 *       spare.
 *   <li>An RGB image has three channels of 8 bits, which are taken from a plane when it is accessed.
 * </ul>
 *
 * <p>The axes are X, Y, channel, Z and time; of the last three those with more than one position. Stored values count: the
 * calibration of gray values is not applied, and an 8-bit color image gives the indices of its colors.
 */
public final class ImagePlusPixels {

    private static final int RGB = 3;

    private final ImagePlus image;
    private final ij.ImageStack stack;
    private final Object example;
    private final boolean kept;

    private ImagePlusPixels(final ImagePlus image, final boolean kept) {
        this.image = image;
        this.kept = kept;
        stack = image.getStack();
        // NB: the type of an ImagePlus may be wrong, if a virtual stack was given a look-up table.
        example = image.getProcessor().getPixels();
    }

    /**
     * The pixels of an image.
     *
     * @throws UNetException if it has no pixels
     */
    public static CalibratedImage<? extends RealType<?>> of(final ImagePlus image) {
        checkPixels(image);
        final ImagePlusPixels pixels = new ImagePlusPixels(image, true);
        return pixels.example instanceof int[] ? pixels.channels() : pixels.gray();
    }

    /** Of gray values, or of an RGB image that is gray everywhere; planes that are read are not kept. */
    static CalibratedImage<? extends RealType<?>> gray(final ImagePlus image) {
        return new ImagePlusPixels(image, false).gray();
    }

    /** Of an RGB image; planes that are read are not kept. */
    static CalibratedImage<? extends RealType<?>> channels(final ImagePlus image) {
        return new ImagePlusPixels(image, false).channels();
    }

    /**
     * How large the pixels of an image are, by its calibration; empty if it has none.
     *
     * <p>NB: an image that nobody calibrated has the unit "pixel", which is no length.
     */
    public static Optional<PixelSize> pixelSize(final ImagePlus image) {
        final ij.measure.Calibration calibration = image.getCalibration();
        return PixelSize.of(
                calibration.pixelWidth,
                calibration.getXUnit(),
                calibration.pixelHeight,
                calibration.getYUnit());
    }

    /**
     * @throws UNetException if the image has no pixels
     */
    static void checkPixels(final ImagePlus image) {
        if (image.getWidth() == 0 || image.getHeight() == 0 || image.getStackSize() == 0) {
            throw new UNetException("The image '" + image.getTitle() + "' has no pixels.");
        }
    }

    private CalibratedImage<? extends RealType<?>> gray() {
        final StackLayout layout = StackLayout.of(image);
        final Shape shape = new Shape(1, layout.channels(), layout.depth(), layout.frames());
        if (example instanceof int[]) {
            return lazy(shape, new UnsignedByteType(), rgb -> gray((int[]) rgb));
        }
        if (example instanceof byte[]) {
            return stack.isVirtual()
                    ? lazy(shape, new UnsignedByteType(), UnaryOperator.identity())
                    : shared(shape, new UnsignedByteType(), p -> new ByteArray((byte[]) p));
        }
        if (example instanceof short[]) {
            return stack.isVirtual()
                    ? lazy(shape, new UnsignedShortType(), UnaryOperator.identity())
                    : shared(shape, new UnsignedShortType(), p -> new ShortArray((short[]) p));
        }
        return stack.isVirtual()
                ? lazy(shape, new FloatType(), UnaryOperator.identity())
                : shared(shape, new FloatType(), p -> new FloatArray((float[]) p));
    }

    /** NB: RGB planes have no other channels, so each of them is a slice. */
    private CalibratedImage<? extends RealType<?>> channels() {
        final int frames = image.getNFrames();
        final Shape shape = new Shape(RGB, 1, stack.getSize() / frames, frames);
        return lazy(shape, new UnsignedByteType(), rgb -> split((int[]) rgb));
    }

    /** How the planes are put together: so many channels in a plane, and so many planes along the other axes. */
    private record Shape(int inPlane, int channels, int depth, int frames) {

        List<Axis> axes() {
            final List<Axis> axes = new ArrayList<>(List.of(Axis.X, Axis.Y));
            add(axes, Axis.CHANNEL, inPlane * channels);
            add(axes, Axis.Z, depth);
            add(axes, Axis.TIME, frames);
            return axes;
        }

        private static void add(final List<Axis> axes, final Axis axis, final int length) {
            if (length > 1) {
                axes.add(axis);
            }
        }

        long[] size(final int width, final int height) {
            final LongStream others =
                    LongStream.of((long) inPlane * channels, depth, frames).filter(n -> n > 1);
            return LongStream.concat(LongStream.of(width, height), others).toArray();
        }

        /** The size of a plane, with its channels. */
        int[] plane(final int width, final int height) {
            final int[] plane = IntStream.generate(() -> 1).limit(axes().size()).toArray();
            plane[0] = width;
            plane[1] = height;
            if (inPlane > 1) {
                plane[2] = inPlane;
            }
            return plane;
        }
    }

    private <T extends NativeType<T>> CalibratedImage<T> named(
            final RandomAccessibleInterval<T> pixels, final Shape shape) {
        return new CalibratedImage<>(image.getTitle(), pixels, shape.axes(), pixelSize(image));
    }

    @SuppressWarnings("unchecked")
    private <
                    T extends NativeType<T>,
                    A extends net.imglib2.img.basictypeaccess.array.ArrayDataAccess<A>>
            CalibratedImage<T> shared(
                    final Shape shape, final T type, final Function<Object, A> access) {
        final List<A> planes =
                IntStream.rangeClosed(1, stack.getSize())
                        .mapToObj(n -> access.apply(stack.getPixels(n)))
                        .toList();
        final PlanarImg<T, A> pixels =
                new PlanarImg<>(
                        planes,
                        shape.size(stack.getWidth(), stack.getHeight()),
                        type.getEntitiesPerPixel());
        final NativeTypeFactory<T, A> factory =
                (NativeTypeFactory<T, A>) type.getNativeTypeFactory();
        pixels.setLinkedType(factory.createLinkedType((NativeImg<T, A>) pixels));
        return named(pixels, shape);
    }

    private <T extends NativeType<T>> CalibratedImage<T> lazy(
            final Shape shape, final T type, final UnaryOperator<Object> values) {
        final int width = stack.getWidth();
        final int height = stack.getHeight();
        final CellGrid grid = new CellGrid(shape.size(width, height), shape.plane(width, height));
        final Function<Interval, Object> planes = cell -> values.apply(plane(index(cell, grid)));
        return named(
                kept ? LazyImage.of(grid, type, planes) : LazyImage.unkept(grid, type, planes),
                shape);
    }

    private static int index(final Interval cell, final CellGrid grid) {
        final long[] position = new long[grid.numDimensions()];
        grid.getCellPosition(cell.minAsLongArray(), position);
        return Math.toIntExact(grid.getCellGridIndexFlat(position));
    }

    /** NB: a virtual stack is made for one thread. */
    private Object plane(final int index) {
        synchronized (stack) {
            final Object pixels = stack.getPixels(index + 1);
            if (pixels.getClass() != example.getClass()) {
                throw new UNetException(
                        "Plane "
                                + (index + 1)
                                + " of the image '"
                                + image.getTitle()
                                + "' has another bit depth than the others, but all must have one.");
            }
            return pixels;
        }
    }

    /** The gray values of RGB pixels that are gray. */
    static byte[] gray(final int[] rgb) {
        final byte[] gray = new byte[rgb.length];
        for (int i = 0; i < rgb.length; i++) {
            gray[i] = (byte) rgb[i];
        }
        return gray;
    }

    /** Red, green and blue as planes. */
    private static byte[] split(final int[] rgb) {
        final int size = rgb.length;
        final byte[] planes = new byte[Math.multiplyExact(RGB, size)];
        for (int i = 0; i < size; i++) {
            planes[i] = (byte) (rgb[i] >> 16);
            planes[size + i] = (byte) (rgb[i] >> 8);
            planes[2 * size + i] = (byte) rgb[i];
        }
        return planes;
    }
}
