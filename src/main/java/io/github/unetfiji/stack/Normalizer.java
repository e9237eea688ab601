package io.github.unetfiji.stack;

import io.github.unetfiji.Progress;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * How the intensities of an image are brought to a scale that a network can learn from.
 *
 * <p>A model file keeps a {@link Normalization}, one of three kinds. A program can bring a normalizer of its own and put it
 * before the image, in training and in segmentation alike; the model's own normalisation then sees what it gives:
 *
 * <pre>
 * Normalizer logarithm = ...;
 * Segmentation result = segmenter.segment(logarithm.normalized(stack, Progress.NONE));
 * </pre>
 */
@FunctionalInterface
public interface Normalizer {

    /**
     * The same image with normalised intensities.
     *
     * @param progress told after every slice that is looked at before the first one can be normalized
     * @return of the same size; its slices are normalised when they are read
     */
    SliceSource normalized(SliceSource image, Progress progress);

    /**
     * The same of pixels of ImgLib2.
     *
     * @return with its axes in the order X, Y, channel, Z, time; slices are normalised when they are accessed, and kept while
     *     Java has memory to spare
     */
    default CalibratedImage<FloatType> normalized(
            final CalibratedImage<? extends RealType<?>> image, final Progress progress) {
        final SliceSource slices = normalized(SliceSource.of(image), progress);
        final int depth = Math.toIntExact(image.size(Axis.Z));
        return new LazySlices(slices, image.ordered().axes(), depth).image();
    }
}
