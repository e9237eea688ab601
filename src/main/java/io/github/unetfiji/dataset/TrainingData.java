package io.github.unetfiji.dataset;

import io.github.unetfiji.Progress;
import io.github.unetfiji.augment.AnnotatedPlane;
import java.util.ArrayList;
import java.util.List;

/**
 * The annotated slices of a run, ready to take patches from: normalised intensities, classes, and the
 * weight map of each; some of them are held out, and slices that are not annotated are left out.
 *
 * @param training slices to learn from, at least one; their labels are classes
 * @param validation slices that are held out, may be none
 * @param validationIndices of the slices held out, from 0, counted through all images
 */
public record TrainingData(
        List<AnnotatedPlane> training,
        List<AnnotatedPlane> validation,
        List<Integer> validationIndices) {

    /** Prepares all slices, which takes a while. */
    public static TrainingData of(final LearningSlices slices, final Progress progress) {
        final List<AnnotatedPlane> planes = new ArrayList<>();
        for (final int index : slices.training()) {
            add(planes, slices, index, progress);
        }
        for (final int index : slices.validation()) {
            add(planes, slices, index, progress);
        }
        final int learned = slices.training().size();
        return new TrainingData(
                List.copyOf(planes.subList(0, learned)),
                List.copyOf(planes.subList(learned, planes.size())),
                slices.validation());
    }

    private static void add(
            final List<AnnotatedPlane> planes,
            final LearningSlices slices,
            final int index,
            final Progress progress) {
        progress.checkCancelled();
        planes.add(slices.plane(index));
        final int total = slices.training().size() + slices.validation().size();
        progress.report(planes.size(), total, "weight maps");
    }
}
