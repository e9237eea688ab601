package io.github.unetfiji.ij;

import ij.ImagePlus;
import ij.VirtualStack;
import ij.measure.Calibration;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import io.github.unetfiji.stack.Axis;
import io.github.unetfiji.stack.CalibratedImage;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.imglib2.FinalInterval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.blocks.PrimitiveBlocks;
import net.imglib2.converter.RealTypeConverters;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.basictypeaccess.array.ArrayDataAccess;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Shows pixels of ImgLib2 in ImageJ: {@code ImagePlusView.of(stack).show()}.
 *
 * <p>Planes that lie in arrays of 8, 16 or 32 bits are shared, all others are read, or computed, when ImageJ shows them.
 * Unsigned bytes and shorts stay what they are; all other types become 32-bit float.
 */
public final class ImagePlusView {

    private ImagePlusView() {}

    /**
     * An image of the same name, size and pixel size, whose axes are channels, slices and frames.
     *
     * @param image its axes may be in any order
     */
    public static ImagePlus of(final CalibratedImage<? extends RealType<?>> image) {
        final CalibratedImage<? extends RealType<?>> ordered = image.ordered();
        final StackLayout layout =
                new StackLayout(
                        length(image, Axis.CHANNEL),
                        length(image, Axis.Z),
                        length(image, Axis.TIME));
        final ImagePlus view = new ImagePlus();
        view.setStack(
                image.name(),
                arrays(ordered)
                        .map(planes -> inMemory(planes, ordered))
                        .orElseGet(() -> new ReadPlanes(ordered)));
        layout.arrange(view);
        image.pixelSize()
                .ifPresent(
                        size -> {
                            final Calibration calibration = new Calibration();
                            calibration.pixelWidth = size.x();
                            calibration.pixelHeight = size.y();
                            calibration.setUnit(size.unit().symbol());
                            view.setCalibration(calibration);
                        });
        return view;
    }

    private static int length(final CalibratedImage<?> image, final Axis axis) {
        return Math.toIntExact(image.size(axis));
    }

    /** The arrays of the planes, if there are such. */
    private static Optional<List<Object>> arrays(
            final CalibratedImage<? extends RealType<?>> ordered) {
        final RandomAccessibleInterval<? extends RealType<?>> pixels = ordered.pixels();
        final RealType<?> type = pixels.getType();
        if (!(type instanceof UnsignedByteType
                || type instanceof UnsignedShortType
                || type instanceof FloatType)) {
            return Optional.empty();
        }
        if (pixels instanceof PlanarImg<?, ?> planar) {
            return Optional.of(
                    IntStream.range(0, planar.numSlices())
                            .mapToObj(n -> planar.getPlane(n).getCurrentStorageArray())
                            .toList());
        }
        final boolean onePlane = pixels.size() == ordered.size(Axis.X) * ordered.size(Axis.Y);
        return pixels instanceof ArrayImg<?, ?> array
                        && onePlane
                        && array.update(null) instanceof ArrayDataAccess<?> access
                ? Optional.of(List.of(access.getCurrentStorageArray()))
                : Optional.empty();
    }

    private static ij.ImageStack inMemory(
            final List<Object> planes, final CalibratedImage<?> image) {
        final ij.ImageStack stack =
                new ij.ImageStack(length(image, Axis.X), length(image, Axis.Y), planes.size());
        for (int n = 1; n <= planes.size(); n++) {
            stack.setPixels(planes.get(n - 1), n);
        }
        return stack;
    }

    /** Planes that are read when ImageJ asks for them. */
    private static final class ReadPlanes extends VirtualStack {

        private final RandomAccessibleInterval<?> pixels;
        private final PrimitiveBlocks<?> blocks;

        ReadPlanes(final CalibratedImage<? extends RealType<?>> image) {
            super(length(image, Axis.X), length(image, Axis.Y), count(image));
            pixels = image.pixels();
            blocks = blocks(image.pixels());
            setBitDepth(8 * bytes());
        }

        private static int count(final CalibratedImage<?> image) {
            return Math.toIntExact(
                    image.size(Axis.CHANNEL) * image.size(Axis.Z) * image.size(Axis.TIME));
        }

        private static PrimitiveBlocks<?> blocks(
                final RandomAccessibleInterval<? extends RealType<?>> pixels) {
            final RealType<?> type = pixels.getType();
            if (type instanceof UnsignedByteType) {
                return blocks(pixels, new UnsignedByteType());
            }
            return type instanceof UnsignedShortType
                    ? blocks(pixels, new UnsignedShortType())
                    : blocks(pixels, new FloatType());
        }

        private static <T extends RealType<T> & NativeType<T>> PrimitiveBlocks<T> blocks(
                final RandomAccessibleInterval<? extends RealType<?>> pixels, final T type) {
            return PrimitiveBlocks.of(
                            RealTypeConverters.convert(pixels, type),
                            PrimitiveBlocks.OnFallback.ACCEPT)
                    .threadSafe();
        }

        private int bytes() {
            return blocks.getType() instanceof UnsignedByteType
                    ? Byte.BYTES
                    : blocks.getType() instanceof UnsignedShortType ? Short.BYTES : Float.BYTES;
        }

        @Override
        public ImageProcessor getProcessor(final int n) {
            final FinalInterval plane = plane(n - 1);
            final int size = getWidth() * getHeight();
            return switch (bytes()) {
                case Byte.BYTES -> {
                    final byte[] values = new byte[size];
                    blocks.copy(plane, values);
                    yield new ByteProcessor(getWidth(), getHeight(), values);
                }
                case Short.BYTES -> {
                    final short[] values = new short[size];
                    blocks.copy(plane, values);
                    yield new ShortProcessor(getWidth(), getHeight(), values, null);
                }
                default -> {
                    final float[] values = new float[size];
                    blocks.copy(plane, values);
                    yield new FloatProcessor(getWidth(), getHeight(), values);
                }
            };
        }

        private FinalInterval plane(final int index) {
            final long[] min = pixels.minAsLongArray();
            final long[] max = pixels.maxAsLongArray();
            int rest = index;
            for (int d = 2; d < min.length; d++) {
                final int length = (int) pixels.dimension(d);
                min[d] += rest % length;
                max[d] = min[d];
                rest /= length;
            }
            return FinalInterval.wrap(min, max);
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
}
