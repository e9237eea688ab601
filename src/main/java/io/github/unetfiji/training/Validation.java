package io.github.unetfiji.training;

import io.github.unetfiji.Progress;
import io.github.unetfiji.augment.AnnotatedPlane;
import io.github.unetfiji.engine.Network;
import io.github.unetfiji.segment.Decision;
import io.github.unetfiji.segment.NotFiniteException;
import io.github.unetfiji.segment.SliceClassifier;
import io.github.unetfiji.segment.TileSize;
import io.github.unetfiji.segment.TiledInference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Segments the held-out slices and compares them with their labels. */
final class Validation {

    /** The smallest probability that enters the loss, so that it stays finite. */
    private static final double SMALLEST = 1e-12;

    private final int classes;
    private final long[] both;
    private final long[] either;
    private long pixels;
    private long wrong;
    private double weightedLoss;
    private double weight;
    private final ThresholdedIou thresholded;

    private Validation(final int classes) {
        this.classes = classes;
        both = new long[classes];
        either = new long[classes];
        thresholded = new ThresholdedIou(classes);
    }

    /** Sees the class probabilities (class, y, x) of a slice, counted from 0. */
    interface Viewer {
        void see(int slice, float[] probabilities);
    }

    /** Evaluates a network on slices, at least one. */
    static ValidationResult of(
            final Network network, final List<AnnotatedPlane> slices, final Progress cancel) {
        return of(network, slices, cancel, (slice, probabilities) -> {});
    }

    /** Evaluates a network on slices, at least one, and shows its predictions. */
    static ValidationResult of(
            final Network network,
            final List<AnnotatedPlane> slices,
            final Progress cancel,
            final Viewer viewer) {
        return of(
                network.architecture().classes(),
                new TiledInference(network, TileSize.PLANNED),
                slices,
                cancel,
                viewer);
    }

    /**
     * Evaluates a network on slices, at least one, and shows its predictions.
     *
     * @param classes number of its classes, background included
     * @return with a loss of NaN if the network gives no finite probabilities
     */
    static ValidationResult of(
            final int classes,
            final SliceClassifier network,
            final List<AnnotatedPlane> slices,
            final Progress cancel,
            final Viewer viewer) {
        try {
            return finite(classes, network, slices, cancel, viewer);
        } catch (final NotFiniteException e) {
            return none(classes);
        }
    }

    /** NB: a loss that is no number tells the training that it went astray, and it knows the rate to blame. */
    private static ValidationResult none(final int classes) {
        return new ValidationResult(
                Double.NaN, Double.NaN, Collections.nCopies(classes, Double.NaN));
    }

    private static ValidationResult finite(
            final int classes,
            final SliceClassifier network,
            final List<AnnotatedPlane> slices,
            final Progress cancel,
            final Viewer viewer) {
        final Validation validation = new Validation(classes);
        for (int i = 0; i < slices.size(); i++) {
            final AnnotatedPlane slice = slices.get(i);
            final float[] probabilities =
                    network.probabilities(image(slice), slice.width(), slice.height(), cancel);
            validation.add(probabilities, slice.labels(), slice.weights());
            validation.thresholded.add(slice, probabilities);
            viewer.see(i, probabilities);
        }
        return validation.result();
    }

    /** All channels of a slice in one array (channel, y, x), x fastest. */
    static float[] image(final AnnotatedPlane slice) {
        final int size = slice.width() * slice.height();
        final float[] image = new float[slice.channelCount() * size];
        for (int c = 0; c < slice.channelCount(); c++) {
            System.arraycopy(slice.channel(c), 0, image, c * size, size);
        }
        return image;
    }

    private void add(final float[] probabilities, final int[] labels, final float[] weights) {
        final byte[] decided = Decision.MOST_PROBABLE.classes(probabilities, labels.length);
        for (int i = 0; i < labels.length; i++) {
            final int label = labels[i];
            if (label < 0) {
                continue;
            }
            final int predicted = decided[i] & 0xff;
            pixels++;
            if (predicted == label) {
                both[label]++;
                either[label]++;
            } else {
                wrong++;
                either[label]++;
                either[predicted]++;
            }
            final double p = Math.max(SMALLEST, probabilities[label * labels.length + i]);
            weightedLoss -= weights[i] * Math.log(p);
            weight += weights[i];
        }
    }

    private ValidationResult result() {
        final List<Double> iou = new ArrayList<>();
        for (int c = 0; c < classes; c++) {
            iou.add((double) both[c] / either[c]);
        }
        final ThresholdedIou.Best best = thresholded.best();
        return new ValidationResult(
                weightedLoss / weight, (double) wrong / pixels, iou, best.iou(), best.threshold());
    }
}
