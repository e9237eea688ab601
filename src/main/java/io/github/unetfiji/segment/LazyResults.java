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
 * that is segmented, and have its name and pixel size; a super-resolution has smaller pixels.
 *
 * @param input that is segmented
 * @param factor pixels of the result for one of the input, along x and along y
 */
record LazyResults(SegmentationInput input, int factor) {

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
        final int[] slice = {width(), height(), channels};
        return image(ofSlice, slice, slice, type, (index, cell) -> slices.apply(index));
    }

    private int width() {
        return input.image().width() * factor;
    }

    private int height() {
        return input.image().height() * factor;
    }

    /** Computes a cell of a slice: an array (channel, y, x) of its interval, which is (x, y, channel) and then 1 px. */
    @FunctionalInterface
    interface Cells {
        Object of(int slice, Interval cell);
    }

    /**
     * An image of some planes a slice: (x, y, channel), and then as the input is stacked; in smaller cells than slices.
     *
     * @param cell width and height of a cell in px; it has all channels
     */
    <T extends NativeType<T>> CalibratedImage<T> cells(
            final int channels, final int[] cell, final T type, final Cells cells) {
        return image(
                List.of(Axis.X, Axis.Y, Axis.CHANNEL),
                new int[] {width(), height(), channels},
                new int[] {cell[0], cell[1], channels},
                type,
                cells);
    }

    private <T extends NativeType<T>> CalibratedImage<T> image(
            final List<Axis> ofSlice,
            final int[] slice,
            final int[] ofCell,
            final T type,
            final Cells cells) {
        final List<Axis> axes = Stream.concat(ofSlice.stream(), input.stacked().stream()).toList();
        final long[] image = new long[axes.size()];
        final int[] cell = new int[axes.size()];
        for (int d = 0; d < image.length; d++) {
            final boolean within = d < ofSlice.size();
            cell[d] = within ? ofCell[d] : 1;
            image[d] = within ? slice[d] : input.size(axes.get(d));
        }
        return new CalibratedImage<>(
                input.image().name(),
                LazyImage.of(
                        new CellGrid(image, cell),
                        type,
                        interval -> cells.of(index(interval, axes), interval)),
                axes,
                input.image().pixelSize().map(size -> size.dividedBy(factor)));
    }

    /** The slice in which a cell lies. */
    private int index(final Interval cell, final List<Axis> axes) {
        int index = 0;
        for (final Axis axis : input.stacked()) {
            final int step = axis == Axis.Z ? 1 : input.depth();
            index += (int) cell.min(axes.indexOf(axis)) * step;
        }
        return index;
    }
}
