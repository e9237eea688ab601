package io.github.unetfiji.segment;

import io.github.unetfiji.stack.PlaneSource;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.IntFunction;

/**
 * The planes of a segmentation in the order of the slices: while one slice is used, the next one is
 * computed, and the one after that is read and normalised. At most two slices of the image and two of
 * the result are in memory.
 *
 * <p>To be closed; then nothing is computed any more.
 */
public final class PlaneStream implements PlaneSource, AutoCloseable {

    /** Computes the result for a slice. */
    @FunctionalInterface
    interface Stage {
        /**
         * @param intensities normalised (channel, y, x)
         * @return float[] (class, y, x) or byte[] (y, x)
         */
        Object apply(int index, float[] intensities);
    }

    private final int width;
    private final int height;
    private final int slices;
    private final int channels;
    private final Prefetcher<float[]> read;
    private final Prefetcher<Object> computed;

    private int current = -1;
    private Object slice;

    /**
     * @param reader reads and normalises the slice of an index (channel, y, x)
     * @param width of the result in px
     * @param height of the result in px
     */
    PlaneStream(
            final int slices,
            final int width,
            final int height,
            final int channels,
            final IntFunction<float[]> reader,
            final Stage stage) {
        this.width = width;
        this.height = height;
        this.slices = slices;
        this.channels = channels;
        read = new Prefetcher<>("unet-reading", slices, reader);
        computed =
                new Prefetcher<>("unet-network", slices, index -> stage.apply(index, read.next()));
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int height() {
        return height;
    }

    @Override
    public int slices() {
        return slices;
    }

    @Override
    public int channels() {
        return channels;
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if the slice was left behind
     * @throws IndexOutOfBoundsException if there is no such slice
     * @throws IllegalStateException if the slice was not computed before this was closed
     */
    @Override
    public Object plane(final int index, final int channel) {
        final Object planes = slice(index);
        final int size = width * height;
        return planes instanceof float[] several && several.length > size
                ? Arrays.copyOfRange(several, channel * size, (channel + 1) * size)
                : planes;
    }

    /** All planes of a slice: the result of its stage. */
    Object slice(final int index) {
        Objects.checkIndex(index, slices);
        if (index < current) {
            throw new IllegalArgumentException(
                    "slice " + index + " is asked for after slice " + current);
        }
        while (current < index) {
            slice = computed.next();
            current++;
        }
        return slice;
    }

    @Override
    public void close() {
        computed.close();
        read.close();
    }
}
