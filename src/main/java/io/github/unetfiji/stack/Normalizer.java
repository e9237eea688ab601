package io.github.unetfiji.stack;

import io.github.unetfiji.Progress;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * How the intensities of an image are brought to a scale that a network can learn from.
 *
 * <p>A model file keeps a {@link Normalization}, one of three kinds. A program can bring a normalizer of its own and put it
 * before the image, in training and in segmentation alike; the model's own normalization then sees what it gives:
 *
 * <pre>
 * Normalizer logarithm = ...;
 * SliceSource image = logarithm.normalized(SliceSource.of(stack), Progress.NONE);
 * </pre>
 */
@FunctionalInterface
public interface Normalizer {

    /**
     * The same image with normalized intensities.
     *
     * @param progress told after every slice that is looked at before the first one can be normalized
     * @return of the same size; its slices are normalized when they are read
     */
    SliceSource normalized(SliceSource image, Progress progress);

    /** The same of pixels of ImgLib2: (x, y, channel, z), where z counts all Z and T positions. */
    default ImageStack<FloatType> normalized(
            final ImageStack<? extends RealType<?>> image, final Progress progress) {
        return normalized(SliceSource.of(image), progress).toImageStack();
    }
}
