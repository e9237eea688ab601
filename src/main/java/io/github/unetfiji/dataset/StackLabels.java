package io.github.unetfiji.dataset;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.labels.GrayImageCheck;
import io.github.unetfiji.labels.LabelMap;
import io.github.unetfiji.stack.Axis;
import io.github.unetfiji.stack.CalibratedImage;
import java.util.Locale;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

/** The slices of a label image of any type whose axes are in any order. */
final class StackLabels implements LabelSource {

    private final CalibratedImage<? extends RealType<?>> image;

    /**
     * @throws UNetException if the image has several channels
     */
    StackLabels(final CalibratedImage<? extends RealType<?>> image) {
        this.image = image.ordered();
        if (image.size(Axis.CHANNEL) > 1) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "The label image '%s' has %d channels, but labels have one.",
                            image.name(),
                            image.size(Axis.CHANNEL)));
        }
    }

    @Override
    public int width() {
        return Math.toIntExact(image.size(Axis.X));
    }

    @Override
    public int height() {
        return Math.toIntExact(image.size(Axis.Y));
    }

    @Override
    public int slices() {
        return Math.toIntExact(image.size(Axis.Z) * image.size(Axis.TIME));
    }

    /**
     * {@inheritDoc}
     *
     * @throws UNetException if a value is no label, or the slice is a gray image; names both
     */
    @Override
    public LabelMap slice(final int index) {
        try {
            final LabelMap map = LabelMap.of(values(plane(image, index)), width(), height());
            GrayImageCheck.check(map);
            return map;
        } catch (final UNetException e) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "'%s', slice %d: %s",
                            image.name(),
                            index + 1,
                            e.getMessage()),
                    e);
        }
    }

    private double[] values(final RandomAccessibleInterval<? extends RealType<?>> plane) {
        final double[] values = new double[Math.multiplyExact(width(), height())];
        int i = 0;
        for (final RealType<?> value : Views.flatIterable(plane)) {
            values[i++] = value.getRealDouble();
        }
        return values;
    }

    /** NB: the axes are in their order, so the last one is cut first. */
    private static <T extends RealType<?>> RandomAccessibleInterval<T> plane(
            final CalibratedImage<T> image, final int index) {
        RandomAccessibleInterval<T> plane = image.pixels();
        for (int d = plane.numDimensions() - 1; d > 1; d--) {
            final long position = position(image, image.axes().get(d), index);
            plane = Views.hyperSlice(plane, d, plane.min(d) + position);
        }
        return plane;
    }

    private static long position(final CalibratedImage<?> image, final Axis axis, final int index) {
        final long depth = image.size(Axis.Z);
        return switch (axis) {
            case Z -> index % depth;
            case TIME -> index / depth;
            default -> 0;
        };
    }
}
