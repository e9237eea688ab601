package io.github.unetfiji.dataset;

import io.github.unetfiji.UNetException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The cells and the classes of the annotated slices of a run.
 *
 * @param slices those that are annotated, by their indices: from 0, counted through all images
 * @param total number of slices of all images, annotated or not
 * @param classNames names of the classes, background first; the index is the class
 * @param warnings sentences for the user about annotations that were changed or left out
 */
public record Annotations(
        SortedMap<Integer, AnnotatedSlice> slices,
        int total,
        List<String> classNames,
        List<String> warnings) {

    static final String BACKGROUND = "background";

    public Annotations {
        slices = Collections.unmodifiableSortedMap(new TreeMap<>(slices));
        classNames = List.copyOf(classNames);
        warnings = List.copyOf(warnings);
    }

    /**
     * Reads the annotations of all images, one after the other, and checks that there is something to learn.
     *
     * @param kind the meaning of the values of label images
     * @param rim px around drawn cells that count as background, 0 = all of it
     * @param warnings receives one sentence for each thing that the user should know and that stops nothing
     * @throws UNetException if there is not, or if they cannot be read
     */
    public static Annotations toLearnFrom(
            final List<AnnotatedImage> images,
            final LabelKind kind,
            final int rim,
            final Consumer<String> warnings) {
        final Annotations annotations =
                of(images.stream().map(AnnotatedImage::annotations).toList(), kind, rim);
        annotations.warnings().forEach(warnings);
        annotations.checkTwoClasses();
        return annotations;
    }

    /**
     * Reads the annotations of all images, one after the other.
     *
     * @param kind the meaning of the values of label images
     * @param rim px around drawn cells that count as background, 0 = all of it
     * @throws UNetException if a value is no label, if there are too many classes, both label images and
     *     regions, or a rim around label images
     */
    static Annotations of(
            final List<? extends AnnotationSource> images, final LabelKind kind, final int rim) {
        final List<LabelSource> labels = new ArrayList<>();
        final List<RegionSource> regions = new ArrayList<>();
        for (final AnnotationSource image : images) {
            if (image instanceof LabelSource source) {
                labels.add(source);
            } else if (image instanceof RegionSource source) {
                regions.add(source);
            }
        }
        if (!labels.isEmpty() && !regions.isEmpty()) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "%d image(s) have labels and %d have ROIs, but all must have the same.",
                            labels.size(),
                            regions.size()));
        }
        if (!regions.isEmpty()) {
            return new RegionReading(regions, rim).annotations();
        }
        if (rim != 0) {
            throw new UNetException(
                    "rim is "
                            + rim
                            + ", but must be 0 with label images: only ROIs can have a rim of"
                            + " background.");
        }
        return new LabelReading(labels, kind).annotations();
    }

    /**
     * The slices to validate with.
     *
     * @param validation a fraction, or slices, as in {@link ValidationSlices}
     * @return indices of annotated slices
     * @throws UNetException if it cannot be understood, or names a slice that is not annotated
     */
    public Set<Integer> heldOut(final String validation) {
        return ValidationSlices.parse(validation, total, new TreeSet<>(slices.keySet()));
    }

    /**
     * Checks that there is something to learn.
     *
     * @throws UNetException if no slice is annotated, or all pixels are of one class, or ignored
     */
    void checkTwoClasses() {
        if (slices.isEmpty()) {
            throw new UNetException(
                    "No slice is annotated: there is no label other than 0 (background), and no"
                            + " ROI.");
        }
        final Set<Integer> found = new TreeSet<>();
        for (final AnnotatedSlice slice : slices.values()) {
            for (final int label : slice.classes().labels()) {
                if (label >= 0) {
                    found.add(label);
                }
            }
        }
        if (found.isEmpty()) {
            throw new UNetException("The annotations hold no class: every pixel is ignored.");
        }
        if (found.size() == 1) {
            throw new UNetException(
                    "The annotations hold only "
                            + (found.contains(0) ? "background (0)" : "foreground, no background")
                            + ": two classes are needed to learn a difference.");
        }
    }
}
