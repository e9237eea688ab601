package io.github.unetfiji.training;

import io.github.unetfiji.Progress;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.augment.AnnotatedPlane;
import io.github.unetfiji.image.SliceSource;
import io.github.unetfiji.labels.LabelMap;
import io.github.unetfiji.labels.LabelSource;
import io.github.unetfiji.weights.ClassBalance;
import io.github.unetfiji.weights.WeightMap;
import io.github.unetfiji.weights.WeightMapSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

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
     * Reads and prepares all slices.
     *
     * @param images normalised
     * @param labels of the same size and number of slices
     * @param heldOut indices of the slices to validate with
     * @throws UNetException if the sizes differ, the labels have but one class, or nothing is left
     *     to train with
     */
    static TrainingData of(
            final SliceSource images,
            final LabelSource labels,
            final Set<Integer> heldOut,
            final TrainingSettings settings,
            final Progress progress) {
        checkSizes(images, labels);
        if (heldOut.size() >= images.slices()) {
            throw new UNetException(
                    String.format(
                            "Validation takes all %d slice(s), so none is left to train with.",
                            images.slices()));
        }
        final Annotations annotations = Annotations.of(labels, settings.kind());
        final ClassBalance balance = balance(annotations, heldOut, settings.balance());
        final List<AnnotatedPlane> training = new ArrayList<>();
        final List<AnnotatedPlane> validation = new ArrayList<>();
        for (int z = 0; z < images.slices(); z++) {
            progress.checkCancelled();
            (heldOut.contains(z) ? validation : training)
                    .add(plane(images, z, annotations, balance, settings.weightMap()));
            progress.report(z + 1, images.slices(), "weight maps");
        }
        return new TrainingData(training, validation, annotations.classCount());
    }

    private static void checkSizes(final SliceSource images, final LabelSource labels) {
        if (images.width() != labels.width()
                || images.height() != labels.height()
                || images.slices() != labels.slices()) {
            throw new UNetException(
                    String.format(
                            "The labels are %dx%d px with %d slice(s), but the image is %dx%d px"
                                    + " with %d.",
                            labels.width(),
                            labels.height(),
                            labels.slices(),
                            images.width(),
                            images.height(),
                            images.slices()));
        }
    }

    private static ClassBalance balance(
            final Annotations annotations, final Set<Integer> heldOut, final double strength) {
        final ClassBalance.Builder balance =
                ClassBalance.builder(annotations.classCount()).optStrength(strength);
        for (int z = 0; z < annotations.classes().size(); z++) {
            if (!heldOut.contains(z)) {
                balance.addClasses(annotations.classes().get(z));
            }
        }
        return balance.build();
    }

    private static AnnotatedPlane plane(
            final SliceSource images,
            final int z,
            final Annotations annotations,
            final ClassBalance balance,
            final WeightMapSettings settings) {
        final LabelMap classes = annotations.classes().get(z);
        final int threads = Runtime.getRuntime().availableProcessors();
        final float[] weights =
                WeightMap.of(annotations.cells().get(z), classes, balance, settings, threads);
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
