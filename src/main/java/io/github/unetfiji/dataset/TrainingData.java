package io.github.unetfiji.dataset;

import io.github.unetfiji.Progress;
import io.github.unetfiji.augment.AnnotatedPlane;
import io.github.unetfiji.stack.Normalization;
import io.github.unetfiji.training.TrainingSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The annotated slices of a run, ready to take patches from: normalised intensities, classes, and the
 * weight map of each; some of them are held out, and slices that are not annotated are left out.
 *
 * @param training slices to learn from, at least one; their labels are classes
 * @param validation slices that are held out, may be none
 * @param validationIndices of the slices held out, from 0, counted through all images
 * @param classCount number of classes, background included
 */
public record TrainingData(
        List<AnnotatedPlane> training,
        List<AnnotatedPlane> validation,
        List<Integer> validationIndices,
        int classCount) {

    /**
     * Prepares the annotated slices of all images, as {@link LearningSlices} divides them.
     *
     * @param annotations of the same images
     * @param normalization fitted to the images
     * @param heldOut indices of the slices to validate with
     * @throws io.github.unetfiji.UNetException if nothing or but one class is left to train with, or all
     *     that is held out is ignored
     */
    public static TrainingData of(
            final List<AnnotatedImage> images,
            final Annotations annotations,
            final Normalization normalization,
            final Set<Integer> heldOut,
            final TrainingSettings settings,
            final Progress progress) {
        final LearningSlices slices =
                new LearningSlices(images, annotations, normalization, heldOut, settings, progress);
        final List<AnnotatedPlane> training = new ArrayList<>();
        final List<AnnotatedPlane> validation = new ArrayList<>();
        final List<Integer> indices = new ArrayList<>();
        final int total = annotations.slices().size();
        for (final int index : annotations.slices().keySet()) {
            progress.checkCancelled();
            (heldOut.contains(index) ? validation : training).add(slices.plane(index));
            if (heldOut.contains(index)) {
                indices.add(index);
            }
            progress.report(training.size() + validation.size(), total, "weight maps");
        }
        return new TrainingData(training, validation, indices, annotations.classNames().size());
    }
}
