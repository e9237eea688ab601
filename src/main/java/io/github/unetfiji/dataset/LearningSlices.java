package io.github.unetfiji.dataset;

import io.github.unetfiji.Progress;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.augment.AnnotatedPlane;
import io.github.unetfiji.stack.Normalization;
import io.github.unetfiji.stack.NormalizedSlices;
import io.github.unetfiji.stack.Normalizer;
import io.github.unetfiji.stack.SliceSequence;
import io.github.unetfiji.stack.SliceSource;
import io.github.unetfiji.weights.WeightMapSettings;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The annotated slices of a run, checked and divided; the plane of each, normalised intensities with classes
 * and weight map, is made when it is asked for.
 */
public final class LearningSlices {

    private final Annotations annotations;
    private final WeightMaps maps;
    private final SliceSequence slices;
    private final List<SliceSource> images;
    private final List<Integer> training;
    private final List<Integer> validation;

    /**
     * Divides the annotated slices of all images.
     *
     * @param annotations of the same images
     * @param normalization fitted to the images
     * @param heldOut indices of the slices to validate with
     * @param balance of the classes, 0 (every pixel counts the same) .. 1 (every class does)
     * @param weightMap the border weights
     * @throws UNetException if nothing or but one class is left to train with, or all that is held out is
     *     ignored
     */
    public LearningSlices(
            final List<AnnotatedImage> images,
            final Annotations annotations,
            final Normalization normalization,
            final Set<Integer> heldOut,
            final double balance,
            final WeightMapSettings weightMap,
            final Progress progress) {
        this(
                images,
                annotations,
                (image, told) -> NormalizedSlices.of(image, normalization, told),
                heldOut,
                balance,
                weightMap,
                progress);
    }

    /**
     * Divides the annotated slices of all images.
     *
     * @param normalizer how the intensities of an image are scaled
     * @throws UNetException as the other
     */
    public LearningSlices(
            final List<AnnotatedImage> images,
            final Annotations annotations,
            final Normalizer normalizer,
            final Set<Integer> heldOut,
            final double balance,
            final WeightMapSettings weightMap,
            final Progress progress) {
        this.annotations = annotations;
        final Set<Integer> all = annotations.slices().keySet();
        training = all.stream().filter(index -> !heldOut.contains(index)).toList();
        validation = all.stream().filter(heldOut::contains).toList();
        check();
        maps = WeightMaps.of(annotations, heldOut, balance, weightMap);
        slices = SliceSequence.of(images, image -> image.image().slices());
        this.images =
                images.stream()
                        .map(image -> normalizer.normalized(image.image(), progress))
                        .toList();
    }

    /** Indices of the slices to learn from, ascending, at least one. */
    public List<Integer> training() {
        return training;
    }

    /** Indices of the slices that are held out, ascending. */
    List<Integer> validation() {
        return validation;
    }

    /** Makes the plane of an annotated slice, which its index names. */
    public AnnotatedPlane plane(final int index) {
        final SliceSequence.Position position = slices.get(index);
        final SliceSource image = images.get(position.image());
        final int size = image.width() * image.height();
        final float[] slice = image.slice(position.slice());
        final float[][] channels = new float[image.channels()][];
        for (int c = 0; c < channels.length; c++) {
            channels[c] = Arrays.copyOfRange(slice, c * size, (c + 1) * size);
        }
        return AnnotatedPlane.of(
                image.width(),
                image.height(),
                channels,
                annotations.slices().get(index).classes().labels(),
                maps.weights(index));
    }

    private void check() {
        if (training.isEmpty()) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "Validation takes all %d annotated slice(s), so none is left to train"
                                    + " with.",
                            validation.size()));
        }
        final Set<Integer> found = classes(training);
        checkLabelled(found, "to train with");
        // NB: the annotations have two classes, but the other one may be in the held-out slices.
        if (found.size() == 1) {
            throw new UNetException(
                    "The slices to train with hold only "
                            + (found.contains(0) ? "background (0)" : "foreground, no background")
                            + ": hold out other slices for validation.");
        }
        if (!validation.isEmpty()) {
            checkLabelled(classes(validation), "held out for validation");
        }
    }

    private static void checkLabelled(final Set<Integer> found, final String what) {
        if (found.isEmpty()) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "The slices %s hold no labels: every pixel of them is ignored.",
                            what));
        }
    }

    private Set<Integer> classes(final Collection<Integer> indices) {
        final Set<Integer> found = new TreeSet<>();
        for (final int index : indices) {
            final AnnotatedSlice slice = annotations.slices().get(index);
            for (final int label : slice.classes().labels()) {
                if (label >= 0) {
                    found.add(label);
                }
            }
        }
        return found;
    }
}
