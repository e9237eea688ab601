package io.github.unetfiji.segment;

import io.github.unetfiji.stack.Axis;
import io.github.unetfiji.stack.ImageStack;
import java.lang.ref.SoftReference;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import net.imglib2.img.basictypeaccess.DataAccess;
import net.imglib2.img.cell.Cell;
import net.imglib2.img.cell.CellGrid;
import net.imglib2.img.cell.LazyCellImg;
import net.imglib2.type.NativeType;

/**
 * The cells of a result, each a slice: computed when a pixel of it is first asked for, and forgotten when Java needs the memory.
 * Thread-safe.
 *
 * @param <A> pixels of a cell
 */
final class SliceCells<A extends DataAccess> implements LazyCellImg.Get<Cell<A>> {

    private final SegmentationInput input;
    private final List<Axis> axes;
    private final CellGrid grid;
    private final IntFunction<A> source;
    private final AtomicReferenceArray<SoftReference<Cell<A>>> cells;

    private SliceCells(
            final SegmentationInput input,
            final List<Axis> ofSlice,
            final int channels,
            final IntFunction<A> source) {
        this.input = input;
        this.source = source;
        axes = Stream.concat(ofSlice.stream(), input.stacked().stream()).toList();
        final int[] slice = {input.image().width(), input.image().height(), channels};
        final long[] sizes = new long[axes.size()];
        final int[] cell = new int[axes.size()];
        for (int d = 0; d < sizes.length; d++) {
            cell[d] = d < ofSlice.size() ? slice[d] : 1;
            sizes[d] = d < ofSlice.size() ? slice[d] : input.size(axes.get(d));
        }
        grid = new CellGrid(sizes, cell);
        cells = new AtomicReferenceArray<>(input.image().slices());
    }

    /**
     * A result of one plane a slice: (x, y), and then as the image is stacked.
     *
     * @param source computes a slice (y, x)
     */
    static <A extends DataAccess> SliceCells<A> planes(
            final SegmentationInput input, final IntFunction<A> source) {
        return new SliceCells<>(input, List.of(Axis.X, Axis.Y), 1, source);
    }

    /**
     * A result of some planes a slice: (x, y, channel), and then as the image is stacked.
     *
     * @param source computes a slice (channel, y, x)
     */
    static <A extends DataAccess> SliceCells<A> channels(
            final SegmentationInput input, final int channels, final IntFunction<A> source) {
        return new SliceCells<>(input, List.of(Axis.X, Axis.Y, Axis.CHANNEL), channels, source);
    }

    /** The result as an image, with name and pixel size of the image that is segmented. */
    <T extends NativeType<T>> ImageStack<T> image(final T type) {
        return new ImageStack<>(
                input.image().name(),
                new LazyCellImg<>(grid, type, this),
                axes,
                input.image().pixelSize());
    }

    @Override
    public Cell<A> get(final long index) {
        final Cell<A> held = held((int) index);
        return held != null ? held : computed((int) index);
    }

    private Cell<A> held(final int index) {
        final SoftReference<Cell<A>> reference = cells.get(index);
        return reference == null ? null : reference.get();
    }

    private synchronized Cell<A> computed(final int index) {
        // NB: another thread may have computed it while this one waited.
        final Cell<A> held = held(index);
        if (held != null) {
            return held;
        }
        final long[] min = new long[grid.numDimensions()];
        final int[] size = new int[grid.numDimensions()];
        grid.getCellDimensions(index, min, size);
        final Cell<A> cell = new Cell<>(size, min, source.apply(index));
        cells.set(index, new SoftReference<>(cell));
        return cell;
    }
}
