package io.github.unetfiji.segment;

import io.github.unetfiji.Progress;
import io.github.unetfiji.stack.Axis;
import io.github.unetfiji.stack.CalibratedImage;
import io.github.unetfiji.stack.SliceSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/**
 * The class probabilities of slices, computed tile by tile when a pixel is accessed: for images that are neither resampled nor
 * cropped nor averaged. Thread-safe.
 */
final class TiledSlices {

    private final List<RandomAccessibleInterval<FloatType>> slices;

    /**
     * @param normalised slices of the image
     * @param progress of a slice, told after every tile
     */
    TiledSlices(
            final Segmenter segmenter,
            final SliceSource normalised,
            final IntFunction<Progress> progress) {
        final RandomAccessibleInterval<FloatType> images = normalised.toImage().pixels();
        slices =
                IntStream.range(0, normalised.slices())
                        .mapToObj(
                                index ->
                                        segmenter.tiled(
                                                Views.hyperSlice(images, 3, index),
                                                progress.apply(index)))
                        .toList();
    }

    /** The probabilities of a slice (class, y, x), all of its tiles. */
    float[] slice(final int index) {
        final RandomAccessibleInterval<FloatType> slice = slices.get(index);
        final float[] values = new float[Math.toIntExact(slice.size())];
        int i = 0;
        for (final FloatType value : Views.flatIterable(slice)) {
            values[i++] = value.get();
        }
        return values;
    }

    /** The probabilities (x, y, class), stacked like the input. */
    CalibratedImage<FloatType> image(final SegmentationInput input) {
        final List<Axis> axes =
                Stream.concat(Stream.of(Axis.X, Axis.Y, Axis.CHANNEL), input.stacked().stream())
                        .toList();
        return new CalibratedImage<>(
                input.image().name(), stacked(input), axes, input.image().pixelSize());
    }

    private RandomAccessibleInterval<FloatType> stacked(final SegmentationInput input) {
        if (input.stacked().size() < 2) {
            return input.stacked().isEmpty() ? slices.get(0) : Views.stack(slices);
        }
        final List<RandomAccessibleInterval<FloatType>> times = new ArrayList<>();
        for (int z = 0; z < slices.size(); z += input.depth()) {
            times.add(Views.stack(slices.subList(z, z + input.depth())));
        }
        return Views.stack(times);
    }
}
