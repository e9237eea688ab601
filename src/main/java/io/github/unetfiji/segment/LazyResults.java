package io.github.unetfiji.segment;

import io.github.unetfiji.stack.Axis;
import io.github.unetfiji.stack.CalibratedImage;
import io.github.unetfiji.stack.LazyImage;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import net.imglib2.Interval;
import net.imglib2.img.cell.CellGrid;
import net.imglib2.type.NativeType;

/**
 * Makes images of results of which each slice is computed when a pixel of it is first read. They are stacked like the image
 * that is segmented, and have its name and pixel size.
 *
 * @param input that is segmented
 */
record LazyResults(SegmentationInput input) {

    /**
     * An image of one plane a slice: (x, y), and then as the input is stacked.
     *
     * @param slices computes the primitive array (y, x) of a slice
     */
    <T extends NativeType<T>> CalibratedImage<T> planes(
            final T type, final IntFunction<Object> slices) {
        return image(List.of(Axis.X, Axis.Y), 1, type, slices);
    }

    /**
     * An image of some planes a slice: (x, y, channel), and then as the input is stacked.
     *
     * @param slices computes the primitive array (channel, y, x) of a slice
     */
    <T extends NativeType<T>> CalibratedImage<T> channels(
            final int channels, final T type, final IntFunction<Object> slices) {
        return image(List.of(Axis.X, Axis.Y, Axis.CHANNEL), channels, type, slices);
    }

    private <T extends NativeType<T>> CalibratedImage<T> image(
            final List<Axis> ofSlice,
            final int channels,
            final T type,
            final IntFunction<Object> slices) {
        final List<Axis> axes = Stream.concat(ofSlice.stream(), input.stacked().stream()).toList();
        final int[] slice = {input.image().width(), input.image().height(), channels};
        final long[] image = new long[axes.size()];
        final int[] cell = new int[axes.size()];
        for (int d = 0; d < image.length; d++) {
            final boolean within = d < ofSlice.size();
            cell[d] = within ? slice[d] : 1;
            image[d] = within ? slice[d] : input.size(axes.get(d));
        }
        return new CalibratedImage<>(
                input.image().name(),
                LazyImage.of(
                        new CellGrid(image, cell),
                        type,
                        interval -> slices.apply(index(interval, axes))),
                axes,
                input.image().pixelSize());
    }

    /** The slice that a cell is. */
    private int index(final Interval cell, final List<Axis> axes) {
        int index = 0;
        for (final Axis axis : input.stacked()) {
            final int step = axis == Axis.Z ? 1 : input.depth();
            index += (int) cell.min(axes.indexOf(axis)) * step;
        }
        return index;
    }
}
