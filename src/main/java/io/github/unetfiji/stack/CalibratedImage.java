package io.github.unetfiji.stack;

import io.github.unetfiji.UNetException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.view.Views;

/**
 * An image: pixels in ImgLib2, with a name, the meaning of each axis, and the size of the pixels in the specimen.
 *
 * <pre>
 * CalibratedImage&lt;UnsignedByteType&gt; stack =
 *         CalibratedImage.of("cells", ArrayImgs.unsignedBytes(bytes, 512, 512, 30), Axis.X, Axis.Y, Axis.Z)
 *                 .withPixelSize(new PixelSize(4, 4, LengthUnit.NANOMETER));
 * </pre>
 *
 * <p>Pixels are not copied, and are read when they are asked for.
 *
 * @param <T> type of the pixels
 * @param name for messages, may be empty
 * @param pixels with one dimension for every axis; its interval may begin anywhere
 * @param axes different ones, X and Y among them, in the order of the dimensions
 * @param pixelSize in the specimen; empty if unknown
 */
public record CalibratedImage<T>(
        String name,
        RandomAccessibleInterval<T> pixels,
        List<Axis> axes,
        Optional<PixelSize> pixelSize) {

    /**
     * @throws UNetException if there is not one axis for each dimension, X and Y among them, or the image has no pixel
     */
    public CalibratedImage {
        axes = List.copyOf(axes);
        if (axes.size() != pixels.numDimensions()) {
            throw new UNetException(
                    "The image '"
                            + name
                            + "' has "
                            + pixels.numDimensions()
                            + " dimensions, but "
                            + axes.size()
                            + " axes are named: "
                            + axes
                            + ".");
        }
        if (Set.copyOf(axes).size() != axes.size() || !axes.containsAll(List.of(Axis.X, Axis.Y))) {
            throw new UNetException(
                    "The axes of the image '"
                            + name
                            + "' are "
                            + axes
                            + ", but must be different ones, X and Y among them.");
        }
        for (int d = 0; d < pixels.numDimensions(); d++) {
            if (pixels.dimension(d) < 1) {
                throw new UNetException(
                        "The image '" + name + "' has no pixel along " + axes.get(d) + ".");
            }
        }
    }

    /** An image of unknown pixel size. */
    public static <T> CalibratedImage<T> of(
            final String name, final RandomAccessibleInterval<T> pixels, final Axis... axes) {
        return new CalibratedImage<>(name, pixels, List.of(axes), Optional.empty());
    }

    /** The same image with pixels of this size. */
    public CalibratedImage<T> withPixelSize(final PixelSize size) {
        return new CalibratedImage<>(name, pixels, axes, Optional.of(size));
    }

    /** Length of an axis in px; 1 if the image does not have it. */
    public long size(final Axis axis) {
        final int dimension = axes.indexOf(axis);
        return dimension < 0 ? 1 : pixels.dimension(dimension);
    }

    /** The same image with its axes in the order X, Y, channel, Z, time; those that it does not have are left out. */
    public CalibratedImage<T> ordered() {
        final List<Axis> order = new ArrayList<>(axes);
        RandomAccessibleInterval<T> view = pixels;
        for (int to = 0; to < order.size(); to++) {
            final int from = order.indexOf(Collections.min(order.subList(to, order.size())));
            view = from == to ? view : Views.permute(view, from, to);
            Collections.swap(order, from, to);
        }
        return new CalibratedImage<>(name, view, order, pixelSize);
    }
}
