package io.github.unetfiji.batch;

import ij.ImagePlus;
import io.github.unetfiji.evaluate.ProbabilityMap;
import io.github.unetfiji.ij.ImagePlusLabels;
import io.github.unetfiji.ij.ImagePlusProbabilities;
import io.github.unetfiji.labels.LabelMap;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Equally large slices that are read when they are asked for.
 *
 * @param <P> what a slice holds
 * @param slice reads a slice, from 0
 * @param remark a sentence for the user about how it is read
 */
record SliceStack<P>(
        int width, int height, int slices, IntFunction<P> slice, Optional<String> remark) {

    static SliceStack<ProbabilityMap> probabilities(final ImagePlus image) {
        final ImagePlusProbabilities source = ImagePlusProbabilities.of(image);
        return new SliceStack<>(
                source.width(), source.height(), source.slices(), source::slice, source.scaling());
    }

    static SliceStack<LabelMap> labels(final ImagePlus image) {
        final ImagePlusLabels source = ImagePlusLabels.of(image);
        return new SliceStack<>(
                source.width(), source.height(), source.slices(), source::slice, Optional.empty());
    }

    boolean hasShapeOf(final SliceStack<?> other) {
        return width == other.width && height == other.height && slices == other.slices;
    }
}
