package io.github.unetfiji.training;

import io.github.unetfiji.Progress;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.augment.AnnotatedPlane;
import io.github.unetfiji.image.SliceSource;
import io.github.unetfiji.intensity.Normalization;
import io.github.unetfiji.intensity.NormalizedSlices;
import io.github.unetfiji.labels.LabelMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The annotated slices of a run, ready to take patches from: normalised intensities, classes, and the
 * weight map of each; some of them are held out, and slices that are not annotated are left out.
 *
 * @param training slices to learn from, at least one; their labels are classes
 * @param validation slices that are held out, may be none
 * @param classCount number of classes, background included
 */
record TrainingData(
        List<AnnotatedPlane> training, List<AnnotatedPlane> validation, int classCount) {

    /**
     * Prepares the annotated slices of all images.
     *
     * @param annotations of the same images
     * @param normalization fitted to the images
     * @param heldOut indices of the slices to validate with
     * @throws UNetException if nothing or but one class is left to train with, or all that is held out is
     *     ignored
     */
    static TrainingData of(
            final List<AnnotatedImage> images,
            final Annotations annotations,
            final Normalization normalization,
            final Set<Integer> heldOut,
            final TrainingSettings settings,
            final Progress progress) {
        final int total = annotations.slices().size();
        if (heldOut.size() >= total) {
            throw new UNetException(
                    String.format(
                            "Validation takes all %d annotated slice(s), so none is left to train"
                                    + " with.",
                            total));
        }
        final WeightMaps maps =
                WeightMaps.of(annotations, heldOut, settings.balance(), settings.weightMap());
        final List<AnnotatedPlane> training = new ArrayList<>();
        final List<AnnotatedPlane> validation = new ArrayList<>();
        int first = 0;
        for (final AnnotatedImage image : images) {
            final SliceSource normalised =
                    NormalizedSlices.of(image.image(), normalization, progress);
            final int next = first + normalised.slices();
            for (final int index : annotations.slices().subMap(first, next).keySet()) {
                progress.checkCancelled();
                (heldOut.contains(index) ? validation : training)
                        .add(
                                plane(
                                        normalised,
                                        index - first,
                                        annotations.slices().get(index).classes(),
                                        maps.weights(index)));
                progress.report(training.size() + validation.size(), total, "weight maps");
            }
            first = next;
        }
        checkLabelled(training, "to train with");
        checkTwoClasses(training);
        checkLabelled(validation, "held out for validation");
        return new TrainingData(training, validation, annotations.classNames().size());
    }

    private static void checkLabelled(final List<AnnotatedPlane> slices, final String what) {
        if (!slices.isEmpty() && slices.stream().noneMatch(TrainingData::isLabelled)) {
            throw new UNetException(
                    String.format(
                            "The slices %s hold no labels: every pixel of them is ignored.", what));
        }
    }

    /** NB: the labels have two classes, but the other one may be in the slices that are held out. */
    private static void checkTwoClasses(final List<AnnotatedPlane> slices) {
        final Set<Integer> found = new TreeSet<>();
        for (final AnnotatedPlane slice : slices) {
            Arrays.stream(slice.labels()).filter(label -> label >= 0).forEach(found::add);
        }
        if (found.size() == 1) {
            throw new UNetException(
                    "The slices to train with hold only "
                            + (found.contains(0) ? "background (0)" : "foreground, no background")
                            + ": hold out other slices for validation.");
        }
    }

    private static boolean isLabelled(final AnnotatedPlane slice) {
        return Arrays.stream(slice.labels()).anyMatch(label -> label >= 0);
    }

    private static AnnotatedPlane plane(
            final SliceSource images, final int z, final LabelMap classes, final float[] weights) {
        final int size = images.width() * images.height();
        final float[] slice = images.slice(z);
        final float[][] channels = new float[images.channels()][];
        for (int c = 0; c < channels.length; c++) {
            channels[c] = Arrays.copyOfRange(slice, c * size, (c + 1) * size);
        }
        return AnnotatedPlane.of(
                images.width(), images.height(), channels, classes.labels(), weights);
    }
}
