package io.github.unetfiji.segment;

import io.github.unetfiji.stack.Axis;
import io.github.unetfiji.stack.ImageStack;
import io.github.unetfiji.stack.PixelSize;
import io.github.unetfiji.stack.SliceSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

/** The slices of an ImgLib2 image, all Z positions of the first point in time, then of the next; read when asked for. */
record ImageStackSlices(ImageStack<? extends RealType<?>> image) implements SliceSource {

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
        final float[] values = new float[channels() * height() * width()];
        int i = 0;
        for (final RealType<?> value : Views.flatIterable(plane(index))) {
            values[i++] = value.getRealFloat();
        }
        return values;
    }

    /** A slice as (x, y), or (x, y, channel). */
    private RandomAccessibleInterval<? extends RealType<?>> plane(final int index) {
        final int depth = (int) image.size(Axis.Z);
        RandomAccessibleInterval<? extends RealType<?>> plane = image.pixels();
        final List<Axis> axes = new ArrayList<>(image.axes());
        plane = cut(plane, axes, Axis.Z, index % depth);
        plane = cut(plane, axes, Axis.TIME, index / depth);
        for (int d = 0; d < axes.size(); d++) {
            final Axis wanted = List.of(Axis.X, Axis.Y, Axis.CHANNEL).get(d);
            final int at = axes.indexOf(wanted);
            if (at != d) {
                plane = Views.permute(plane, d, at);
                axes.set(at, axes.set(d, wanted));
            }
        }
        return plane;
    }

    private static RandomAccessibleInterval<? extends RealType<?>> cut(
            final RandomAccessibleInterval<? extends RealType<?>> image,
            final List<Axis> axes,
            final Axis axis,
            final int position) {
        final int dimension = axes.indexOf(axis);
        if (dimension < 0) {
            return image;
        }
        axes.remove(dimension);
        return Views.hyperSlice(image, dimension, image.min(dimension) + position);
    }
}
