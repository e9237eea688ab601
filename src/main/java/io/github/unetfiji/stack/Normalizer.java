package io.github.unetfiji.stack;

import io.github.unetfiji.Progress;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Brings the intensities of an image to a scale that a network can learn from.
 *
 * <p>A model file names one of the three built-in normalisations ({@link Normalization}). A program that has another one applies
 * it to the images itself, before training and before segmentation; the built-in normalisation of the model then follows:
 *
 * <pre>{@code
 * Normalizer logarithm = (image, progress) -> image.map(slice -> logarithms(slice));
 * SliceSource image = logarithm.normalized(SliceSource.of(stack), Progress.NONE);
 * Training.of("cells", List.of(new AnnotatedImage("cells", image, LabelSource.of(labels))), settings).run();
 *
 * Segmentation result = segmenter.segment(logarithm.normalized(stack, Progress.NONE));
 * }</pre>
 *
 * <p>NB: the model file does not know of it, so neither the menu nor another program applies it.
 */
@FunctionalInterface
public interface Normalizer {

    /**
     * Normalises an image that is read slice by slice.
     *
     * @param progress told after every slice that must be read before the first one can be normalised
     * @return an image of the same name, size and pixel size; its slices are normalised when they are read
     */
    SliceSource normalized(SliceSource image, Progress progress);

    /**
     * Normalises an image of ImgLib2 pixels.
     *
     * @param progress told after every slice that must be read before the first one can be normalised
     * @return an image with its axes in the order X, Y, channel, Z, time; slices are normalised when they are accessed, and kept
     *     while Java has memory to spare
     */
    default CalibratedImage<FloatType> normalized(
            final CalibratedImage<? extends RealType<?>> image, final Progress progress) {
        final SliceSource slices = normalized(SliceSource.of(image), progress);
        final int depth = Math.toIntExact(image.size(Axis.Z));
        return new SlicePixels(slices, image.ordered().axes(), depth).image();
    }
}
