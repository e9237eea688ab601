package io.github.unetfiji.stack;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.basictypeaccess.array.ArrayDataAccess;
import net.imglib2.img.cell.AbstractCellImg;
import net.imglib2.img.cell.Cell;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Cast;
import net.imglib2.util.IntervalIndexer;

/**
 * The arrays that hold the planes of an image, if there is one for each plane, or for all channels of a slice: as in images of
 * ImageJ. Read straight from these, a slice takes half the time of reading it as a block, which goes through other arrays.
 *
 * @param arrays gives the array of an index, in the order of the planes
 * @param perSlice number of arrays of a slice
 */
record PlaneArrays(IntFunction<Object> arrays, int perSlice) {

    /**
     * The arrays of an image.
     *
     * @param image with its axes in the order X, Y, channel, Z, time
     * @return empty if its planes are no arrays of unsigned bytes, unsigned shorts or floats
     */
    static Optional<PlaneArrays> of(final CalibratedImage<?> image) {
        final RandomAccessibleInterval<?> pixels = image.pixels();
        if (!List.of(UnsignedByteType.class, UnsignedShortType.class, FloatType.class)
                .contains(pixels.getType().getClass())) {
            return Optional.empty();
        }
        final int channels = (int) image.size(Axis.CHANNEL);
        if (pixels instanceof PlanarImg<?, ?> planar) {
            return Optional.of(
                    new PlaneArrays(n -> planar.getPlane(n).getCurrentStorageArray(), channels));
        }
        return pixels instanceof AbstractCellImg<?, ?, ?, ?> cells
                ? ofCells(cells, image)
                : Optional.empty();
    }

    private static Optional<PlaneArrays> ofCells(
            final AbstractCellImg<?, ?, ?, ?> image, final CalibratedImage<?> axes) {
        final int channel = axes.axes().indexOf(Axis.CHANNEL);
        final long[] grid = image.getCellGrid().getGridDimensions();
        for (int d = 0; d < grid.length; d++) {
            final boolean divided = grid[d] == image.dimension(d);
            if (d < 2 ? grid[d] != 1 : !divided && !(d == channel && grid[d] == 1)) {
                return Optional.empty();
            }
        }
        final RandomAccessibleInterval<Cell<?>> cells = Cast.unchecked(image.getCells());
        final int perSlice = channel < 0 ? 1 : (int) grid[channel];
        return Optional.of(new PlaneArrays(n -> array(cells, grid, n), perSlice));
    }

    private static Object array(
            final RandomAccessibleInterval<Cell<?>> cells, final long[] grid, final long index) {
        final long[] position = new long[grid.length];
        IntervalIndexer.indexToPosition(index, grid, position);
        return ((ArrayDataAccess<?>) cells.getAt(position).getData()).getCurrentStorageArray();
    }

    /**
     * Reads a slice.
     *
     * @param slice takes the intensities (channel, y, x)
     * @return false if they are not in such arrays after all, but in the memory of another program
     */
    boolean read(final int index, final float[] slice) {
        final int size = slice.length / perSlice;
        boolean read = true;
        for (int i = 0; i < perSlice && read; i++) {
            read = copy(arrays.apply(index * perSlice + i), slice, i * size, size);
        }
        return read;
    }

    private static boolean copy(
            final Object array, final float[] into, final int offset, final int size) {
        if (array instanceof byte[] bytes) {
            for (int i = 0; i < size; i++) {
                into[offset + i] = bytes[i] & 0xff;
            }
        } else if (array instanceof short[] shorts) {
            for (int i = 0; i < size; i++) {
                into[offset + i] = shorts[i] & 0xffff;
            }
        } else if (array instanceof float[] floats) {
            System.arraycopy(floats, 0, into, offset, size);
        } else {
            return false;
        }
        return true;
    }
}
