package io.github.unetfiji.stack;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * The slices of an image, read one at a time, so that images may be larger than the memory.
 *
 * <p>Slices are counted over all Z positions of the first time point, then of the next; channels belong to a slice. Not
 * thread-safe, unless an implementation says so.
 */
public interface SliceSource {

    /**
     * The slices of an image of any type, whose axes are in any order; nothing is copied before it is read.
     *
     * @throws io.github.unetfiji.UNetException if a slice has more pixels than an array can hold, or there are more
     *     than 2^31 slices
     */
    static SliceSource of(final CalibratedImage<? extends RealType<?>> image) {
        return new StackSlices(image);
    }

    /** The title or file name of the image, for messages; may be empty. */
    default String name() {
        return "";
    }

    /** The size of the pixels in the specimen; empty if unknown. */
    default Optional<PixelSize> pixelSize() {
        return Optional.empty();
    }

    /** Width in px, at least 1. */
    int width();

    /** Height in px, at least 1. */
    int height();

    /** Channels of every slice, at least 1. */
    int channels();

    /** Number of slices, at least 1. */
    int slices();

    /**
     * Reads a slice.
     *
     * @param index 0 .. slices - 1
     * @return intensities (channel, y, x), x fastest; the caller may change them
     */
    float[] slice(int index);

    /**
     * The same image with other intensities. Each slice is changed when it is read.
     *
     * <pre>{@code SliceSource inverted = slices.map(slice -> inverted(slice));}</pre>
     *
     * @param change computes the new intensities of a slice (channel, y, x) from the old ones; it may change the array that it
     *     is given, and return it
     */
    default SliceSource map(final UnaryOperator<float[]> change) {
        return DerivedSlices.mapped(this, change);
    }

    /**
     * The slices as pixels of ImgLib2: (x, y, channel, z), where z counts all Z and T positions. A slice is read when one of
     * its pixels is accessed, by one thread at a time, and kept while Java has memory to spare.
     */
    default CalibratedImage<FloatType> toImage() {
        return new SlicePixels(this, List.of(Axis.X, Axis.Y, Axis.CHANNEL, Axis.Z), slices())
                .image();
    }
}
