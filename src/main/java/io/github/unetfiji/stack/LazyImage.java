package io.github.unetfiji.stack;

import java.util.function.Function;
import java.util.function.LongFunction;
import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.basictypeaccess.ArrayDataAccessFactory;
import net.imglib2.img.basictypeaccess.array.ArrayDataAccess;
import net.imglib2.img.basictypeaccess.array.ByteArray;
import net.imglib2.img.basictypeaccess.array.DoubleArray;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.basictypeaccess.array.IntArray;
import net.imglib2.img.basictypeaccess.array.LongArray;
import net.imglib2.img.basictypeaccess.array.ShortArray;
import net.imglib2.img.cell.Cell;
import net.imglib2.img.cell.CellGrid;
import net.imglib2.img.cell.LazyCellImg;
import net.imglib2.type.NativeType;

/**
 * Images whose cells are computed when a pixel of them is accessed.
 *
 * <pre>
 * CellGrid grid = new CellGrid(new long[] {512, 512, 30}, new int[] {512, 512, 1});
 * RandomAccessibleInterval&lt;FloatType&gt; image = LazyImage.of(grid, new FloatType(), cell -> plane(cell.min(2)));
 * </pre>
 *
 * <p>Thread-safe, if the function is: it may be called for several cells at the same time, but for each cell by one thread. If
 * it fails, the thread that accesses the pixel gets its exception, and the next access tries again.
 */
public final class LazyImage {

    private LazyImage() {}

    /**
     * An image whose cells are kept while Java has memory to spare.
     *
     * @param type of the pixels, with a whole number of primitives each
     * @param cells gives the pixels of a cell: byte[], short[], int[], long[], float[] or double[], first axis fastest; the
     *     array is not copied
     */
    public static <T extends NativeType<T>> RandomAccessibleInterval<T> of(
            final CellGrid grid, final T type, final Function<Interval, Object> cells) {
        return image(grid, type, new SoftCache<>(index -> cell(grid, index, cells))::get);
    }

    /** The same, but no cell is kept: for streams, which read each cell once. */
    public static <T extends NativeType<T>> RandomAccessibleInterval<T> unkept(
            final CellGrid grid, final T type, final Function<Interval, Object> cells) {
        return image(grid, type, index -> cell(grid, index, cells));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static <T extends NativeType<T>> RandomAccessibleInterval<T> image(
            final CellGrid grid, final T type, final LongFunction<Cell<ArrayDataAccess<?>>> cells) {
        return new TypedCellImg(grid, type, cells::apply);
    }

    /** NB: a plain {@link LazyCellImg} computes its first cell, several times, when it is asked for its types. */
    private static final class TypedCellImg<T extends NativeType<T>, A extends ArrayDataAccess<A>>
            extends LazyCellImg<T, A> {

        private final T type;

        TypedCellImg(final CellGrid grid, final T type, final Get<Cell<A>> cells) {
            super(grid, type, cells);
            this.type = type;
        }

        @Override
        public T getType() {
            return type;
        }

        @Override
        public A getAccessType() {
            return ArrayDataAccessFactory.get(type);
        }
    }

    private static Cell<ArrayDataAccess<?>> cell(
            final CellGrid grid, final long index, final Function<Interval, Object> cells) {
        final long[] min = new long[grid.numDimensions()];
        final int[] size = new int[min.length];
        grid.getCellDimensions(index, min, size);
        final long[] max = min.clone();
        for (int d = 0; d < max.length; d++) {
            max[d] += size[d] - 1;
        }
        return new Cell<>(size, min, access(cells.apply(new FinalInterval(min, max))));
    }

    private static ArrayDataAccess<?> access(final Object pixels) {
        if (pixels instanceof byte[] bytes) {
            return new ByteArray(bytes);
        }
        if (pixels instanceof short[] shorts) {
            return new ShortArray(shorts);
        }
        if (pixels instanceof int[] ints) {
            return new IntArray(ints);
        }
        if (pixels instanceof long[] longs) {
            return new LongArray(longs);
        }
        return pixels instanceof float[] floats
                ? new FloatArray(floats)
                : new DoubleArray((double[]) pixels);
    }
}
