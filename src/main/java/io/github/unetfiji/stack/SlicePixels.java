package io.github.unetfiji.stack;

import java.util.List;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.cell.CellGrid;
import net.imglib2.type.numeric.real.FloatType;

/**
 * The slices of a source as pixels of ImgLib2. A slice is read when one of its pixels is accessed, by one thread at a time, and
 * kept while Java has memory to spare.
 *
 * @param axes of the image, in the order X, Y, channel, Z, time
 * @param depth Z positions of a time point
 */
record SlicePixels(SliceSource source, List<Axis> axes, int depth) {

    CalibratedImage<FloatType> image() {
        final long[] size = new long[axes.size()];
        final int[] slice = new int[axes.size()];
        for (int d = 0; d < size.length; d++) {
            final Axis axis = axes.get(d);
            slice[d] = axis == Axis.Z || axis == Axis.TIME ? 1 : length(axis);
            size[d] = length(axis);
        }
        final RandomAccessibleInterval<FloatType> pixels =
                LazyImage.of(new CellGrid(size, slice), new FloatType(), this::read);
        return new CalibratedImage<>(source.name(), pixels, axes, source.pixelSize());
    }

    private int length(final Axis axis) {
        return switch (axis) {
            case X -> source.width();
            case Y -> source.height();
            case CHANNEL -> source.channels();
            case Z -> depth;
            case TIME -> source.slices() / depth;
        };
    }

    private float[] read(final Interval cell) {
        final long slice = position(cell, Axis.Z) + depth * position(cell, Axis.TIME);
        synchronized (source) {
            return source.slice((int) slice);
        }
    }

    private long position(final Interval cell, final Axis axis) {
        final int d = axes.indexOf(axis);
        return d < 0 ? 0 : cell.min(d);
    }
}
