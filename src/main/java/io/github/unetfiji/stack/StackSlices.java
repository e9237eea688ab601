package io.github.unetfiji.stack;

import io.github.unetfiji.UNetException;
import java.util.Locale;
import java.util.Optional;
import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.blocks.PrimitiveBlocks;
import net.imglib2.converter.RealTypeConverters;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;

/** The slices of an image of any type whose axes are in any order. Several threads may read them, if they may read the image. */
final class StackSlices implements SliceSource {

    private final CalibratedImage<?> image;
    private final RandomAccessibleInterval<FloatType> pixels;
    private final PrimitiveBlocks<FloatType> blocks;
    private final Optional<PlaneArrays> arrays;

    /**
     * @throws UNetException if a slice has more pixels than an array can hold, or there are more than 2^31 slices
     */
    StackSlices(final CalibratedImage<? extends RealType<?>> image) {
        final CalibratedImage<? extends RealType<?>> ordered = image.ordered();
        this.image = ordered;
        pixels = RealTypeConverters.convert(ordered.pixels(), new FloatType());
        blocks = PrimitiveBlocks.of(pixels, PrimitiveBlocks.OnFallback.ACCEPT).threadSafe();
        checkSize();
        arrays = PlaneArrays.of(this.image);
    }

    private void checkSize() {
        final long width = image.size(Axis.X);
        final long height = image.size(Axis.Y);
        final long channels = image.size(Axis.CHANNEL);
        final int most = Integer.MAX_VALUE - 8;
        // NB: divided, since a product could overflow.
        if (width > most / channels / height) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "A slice of the image '%s' has %dx%d px and %d channels, but at most %d"
                                    + " values are possible: crop it.",
                            image.name(),
                            width,
                            height,
                            channels,
                            most));
        }
        final long depth = image.size(Axis.Z);
        final long times = image.size(Axis.TIME);
        if (depth > Integer.MAX_VALUE / times) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "The image '%s' has %d Z positions at %d times, but at most %d slices are"
                                    + " possible: crop it.",
                            image.name(),
                            depth,
                            times,
                            Integer.MAX_VALUE));
        }
    }

    @Override
    public String name() {
        return image.name();
    }

    @Override
    public Optional<PixelSize> pixelSize() {
        return image.pixelSize();
    }

    @Override
    public int width() {
        return (int) image.size(Axis.X);
    }

    @Override
    public int height() {
        return (int) image.size(Axis.Y);
    }

    @Override
    public int channels() {
        return (int) image.size(Axis.CHANNEL);
    }

    @Override
    public int slices() {
        return (int) (image.size(Axis.Z) * image.size(Axis.TIME));
    }

    @Override
    public float[] slice(final int index) {
        final float[] slice = new float[channels() * width() * height()];
        if (arrays.isEmpty() || !arrays.get().read(index, slice)) {
            blocks.copy(interval(index), slice);
        }
        return slice;
    }

    private Interval interval(final int index) {
        final long depth = image.size(Axis.Z);
        final long[] min = pixels.minAsLongArray();
        final long[] max = pixels.maxAsLongArray();
        choose(Axis.Z, index % depth, min, max);
        choose(Axis.TIME, index / depth, min, max);
        return FinalInterval.wrap(min, max);
    }

    private void choose(final Axis axis, final long position, final long[] min, final long[] max) {
        final int d = image.axes().indexOf(axis);
        if (d >= 0) {
            min[d] += position;
            max[d] = min[d];
        }
    }
}
