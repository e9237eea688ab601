package io.github.unetfiji.training;

import io.github.unetfiji.Progress;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.augment.AnnotatedPlane;
import io.github.unetfiji.image.SliceSource;
import io.github.unetfiji.intensity.Normalization;
import io.github.unetfiji.intensity.NormalizedSlices;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The annotated slices of a run, ready to take patches from: normalised intensities, classes, and the
 * weight map of each; some of them are held out.
 *
 * @param training slices to learn from, at least one; their labels are classes
 * @param validation slices that are held out, may be none
 * @param classCount number of classes, background included
 */
record TrainingData(
        List<AnnotatedPlane> training, List<AnnotatedPlane> validation, int classCount) {

    /**
     * Reads and prepares the slices of all images, counted through.
     *
     * @param normalization fitted to the images
     * @param heldOut indices of the slices to validate with
     * @throws UNetException if the labels have but one class, nothing is left to train with, or
     *     all that is held out is ignored
     */
    static TrainingData of(
            final List<AnnotatedImage> images,
            final Normalization normalization,
            final Set<Integer> heldOut,
            final TrainingSettings settings,
            final TrainingListener listener,
            final Progress progress) {
        final Annotations annotations =
                Annotations.of(
                        images.stream().map(AnnotatedImage::labels).toList(), settings.kind());
        annotations.checkTwoClasses();
        annotations.warnings().forEach(listener::onWarning);
        final int total = annotations.classes().size();
        if (heldOut.size() >= total) {
            throw new UNetException(
                    String.format(
                            "Validation takes all %d slice(s), so none is left to train with.",
                            total));
        }
        final WeightMaps maps =
                WeightMaps.of(annotations, heldOut, settings.balance(), settings.weightMap());
        final List<AnnotatedPlane> training = new ArrayList<>();
        final List<AnnotatedPlane> validation = new ArrayList<>();
        int index = 0;
        for (final AnnotatedImage image : images) {
            final SliceSource normalised =
                    NormalizedSlices.of(image.image(), normalization, progress);
            for (int z = 0; z < normalised.slices(); z++, index++) {
                progress.checkCancelled();
                (heldOut.contains(index) ? validation : training)
                        .add(plane(normalised, z, maps, index));
                progress.report(index + 1, total, "weight maps");
            }
        }
        checkLabelled(training, "to train with");
        checkTwoClasses(training);
        checkLabelled(validation, "held out for validation");
        return new TrainingData(training, validation, annotations.classCount());
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
            final SliceSource images, final int z, final WeightMaps maps, final int index) {
        final int size = images.width() * images.height();
        final float[] slice = images.slice(z);
        final float[][] channels = new float[images.channels()][];
        for (int c = 0; c < channels.length; c++) {
            channels[c] = Arrays.copyOfRange(slice, c * size, (c + 1) * size);
        }
        return AnnotatedPlane.of(
                images.width(),
                images.height(),
                channels,
                maps.classes(index).labels(),
                maps.weights(index));
    }
}
