package io.github.unetfiji.tiling;

import java.util.Arrays;
import net.imglib2.FinalInterval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.blocks.PrimitiveBlocks;
import net.imglib2.converter.RealTypeConverters;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Reads blocks of an image as float32, with mirror padding where a block leaves the image: the edge pixel is not repeated.
 *
 * <pre>
 * BlockReader reader = BlockReader.of(image); // (x, y, channel)
 * float[] block = reader.read(new long[] {-92, -92}, new int[] {572, 572}); // (channel, 572, 572)
 * </pre>
 *
 * <p>Works for images smaller than the padding, down to one pixel, of any real type. Thread-safe, if the image may be read
 * by several threads.
 */
public final class BlockReader {

    private final RandomAccessibleInterval<FloatType> image;
    private final PrimitiveBlocks<FloatType> pixels;

    private BlockReader(final RandomAccessibleInterval<FloatType> image) {
        this.image = image;
        pixels = PrimitiveBlocks.of(image, PrimitiveBlocks.OnFallback.ACCEPT).threadSafe();
    }

    /**
     * A reader of an image.
     *
     * @param image (x, y, .., channel); its interval may begin anywhere
     */
    public static BlockReader of(final RandomAccessibleInterval<? extends RealType<?>> image) {
        return new BlockReader(RealTypeConverters.convert(image, new FloatType()));
    }

    /**
     * A reader of an image in an array.
     *
     * @param image (channel, .., y, x), x fastest; read, not copied
     * @param size of a channel: (x, y, ..), px
     */
    public static BlockReader of(final float[] image, final int... size) {
        final long[] dimensions = new long[size.length + 1];
        int pixels = 1;
        for (int d = 0; d < size.length; d++) {
            dimensions[d] = size[d];
            pixels = Math.multiplyExact(pixels, size[d]);
        }
        dimensions[size.length] = image.length / pixels;
        return new BlockReader(ArrayImgs.floats(image, dimensions));
    }

    /** Number of channels. */
    public int channels() {
        return Math.toIntExact(image.dimension(image.numDimensions() - 1));
    }

    /** Size of a channel: (x, y, ..), px. */
    public int[] size() {
        final int[] size = new int[image.numDimensions() - 1];
        Arrays.setAll(size, d -> Math.toIntExact(image.dimension(d)));
        return size;
    }

    /**
     * Reads a block of all channels.
     *
     * @param min corner of the block: (x, y, ..), from the first pixel of the image, may be outside, px
     * @param size of the block: (x, y, ..), px
     * @return (channel, .., y, x), x fastest
     */
    public float[] read(final long[] min, final int... size) {
        final int last = image.numDimensions() - 1;
        final MirroredAxis[] axes = new MirroredAxis[last + 1];
        for (int d = 0; d < last; d++) {
            axes[d] = MirroredAxis.of(min[d], size[d], image.dimension(d));
        }
        axes[last] = MirroredAxis.of(0, channels(), channels());
        return MirroredAxis.mirrored(inside(axes), axes);
    }

    /** The pixels of the image that a block holds, once. */
    private float[] inside(final MirroredAxis[] axes) {
        final long[] min = image.minAsLongArray();
        final long[] max = new long[min.length];
        int length = 1;
        for (int d = 0; d < axes.length; d++) {
            min[d] += axes[d].first();
            max[d] = min[d] + axes[d].length() - 1;
            length = Math.multiplyExact(length, axes[d].length());
        }
        final float[] inside = new float[length];
        pixels.copy(FinalInterval.wrap(min, max), inside);
        return inside;
    }
}
