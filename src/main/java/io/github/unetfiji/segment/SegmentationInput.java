package io.github.unetfiji.segment;

import io.github.unetfiji.stack.Axis;
import io.github.unetfiji.stack.CalibratedImage;
import io.github.unetfiji.stack.Selection;
import io.github.unetfiji.stack.SliceSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.imglib2.type.numeric.RealType;

/**
 * An image to segment, and the part of it that is wanted. The result has the pixels of the image.
 *
 * @param image its slices: of all Z positions of the first point in time, then of the next
 * @param stacked along which axes the slices are stacked: none, {@link Axis#Z}, {@link Axis#TIME}, or Z and TIME
 * @param depth slices of a point in time; objects are linked within these, or from time to time if it is 1
 * @param region the part of every slice that is segmented, in pixels of the image; everything else is background; empty:
 *     all
 */
public record SegmentationInput(
        SliceSource image, List<Axis> stacked, int depth, Optional<Selection> region) {

    /**
     * @throws IllegalArgumentException if the depth does not divide the number of slices
     */
    public SegmentationInput {
        if (depth < 1 || image.slices() % depth != 0) {
            throw new IllegalArgumentException(
                    "depth is " + depth + ", but must divide the " + image.slices() + " slices");
        }
        stacked = List.copyOf(stacked);
    }

    /** All of an image. */
    public static SegmentationInput of(final CalibratedImage<? extends RealType<?>> image) {
        return new SegmentationInput(
                SliceSource.of(image),
                Stream.of(Axis.Z, Axis.TIME).filter(image.axes()::contains).toList(),
                (int) image.size(Axis.Z),
                Optional.empty());
    }

    /**
     * All of an image that is read slice by slice.
     *
     * @param depth slices of a point in time, a divisor of the number of slices
     */
    public static SegmentationInput of(final SliceSource image, final int depth) {
        final List<Axis> stacked =
                depth == image.slices() ? List.of(Axis.Z) : List.of(Axis.Z, Axis.TIME);
        return new SegmentationInput(image, stacked, depth, Optional.empty());
    }

    /** The same image, but only a part of every slice is wanted. */
    public SegmentationInput within(final Optional<Selection> part) {
        return new SegmentationInput(image, stacked, depth, part);
    }

    /** Length of an axis along which the slices are stacked. */
    int size(final Axis axis) {
        return axis == Axis.Z ? depth : image.slices() / depth;
    }
}
