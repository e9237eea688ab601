package io.github.unetfiji.batch;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import io.github.unetfiji.JavaMemory;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.ij.ImagePlusLabels;
import io.github.unetfiji.ij.SliceLabels;
import io.github.unetfiji.ij.SliceReader;
import io.github.unetfiji.ij.StackLayout;
import io.github.unetfiji.labels.LabelMap;
import io.github.unetfiji.report.GrayPicture;
import io.github.unetfiji.stack.SliceSequence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The slices of several predictions and their truths, counted through all pairs. One pair is open at a time, so slices are
 * best asked for in their order. Thread-safe.
 *
 * @param <P> what a slice of a prediction is read as
 */
final class PairedStacks<P> {

    /**
     * Bytes a pixel while a slice is evaluated: prediction, labels, cells of both (4 each), thinning
     * (about 20) or warping (about 24, and 12 where they differ).
     */
    private static final long BYTES = 64;

    /** What is surely in memory while a slice is evaluated, bytes a pixel: prediction, labels, and one more plane. */
    private static final long LEAST_BYTES = 12;

    private final List<ImagePair> pairs;
    private final Function<ImagePlus, SliceReader<P>> reading;
    private final SliceSequence slices;
    private final List<String> remarks = new ArrayList<>();
    private final SortedSet<Integer> empty = new TreeSet<>();
    private final Set<List<Integer>> sizes = new HashSet<>();
    private int opened = -1;
    private SliceReader<P> prediction;
    private SliceReader<LabelMap> truth;
    private Optional<ImagePlus> image = Optional.empty();
    private List<ImagePlus> labelled = List.of();
    private StackLayout layout;

    /**
     * Opens all pairs, one after the other, and checks them.
     *
     * @param pairs at least one
     * @param reading reads a prediction
     * @throws UNetException if an image cannot be read, or a prediction has another shape than its truth
     */
    PairedStacks(final List<ImagePair> pairs, final Function<ImagePlus, SliceReader<P>> reading) {
        this.pairs = List.copyOf(pairs);
        this.reading = reading;
        final List<Integer> counts = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            open(i);
            checkShape(pairs.get(i).name());
            checkMemory(truth.width(), truth.height());
            counts.add(truth.slices());
            prediction.remark().ifPresent(remarks::add);
            sizes.add(List.of(truth.width(), truth.height()));
        }
        slices = SliceSequence.of(counts);
    }

    private void open(final int pair) {
        final ImagePlus predicted = pairs.get(pair).prediction().get();
        final ImagePlus labels = pairs.get(pair).truth().get();
        prediction = reading.apply(predicted);
        truth = ImagePlusLabels.of(labels);
        image = pairs.get(pair).image().map(Supplier::get);
        layout = StackLayout.of(predicted);
        // NB: the labels of a prediction's channels name classes, not slices.
        labelled =
                Stream.of(image, Optional.of(labels), oneChannel(predicted))
                        .flatMap(Optional::stream)
                        .toList();
        opened = pair;
    }

    private Optional<ImagePlus> oneChannel(final ImagePlus predicted) {
        return Optional.of(predicted).filter(some -> layout.channels() == 1);
    }

    /**
     * Checks that there is memory to evaluate a slice.
     *
     * @param width of the slice, px
     * @param height of the slice, px
     * @throws UNetException if not
     */
    static void checkMemory(final int width, final int height) {
        JavaMemory.check(
                LEAST_BYTES * width * height,
                String.format(Locale.ROOT, "The evaluation of a slice of %dx%d px", width, height),
                "crop the images");
    }

    private void checkShape(final String name) {
        if (prediction.width() != truth.width()
                || prediction.height() != truth.height()
                || prediction.slices() != truth.slices()) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "The truth of '%s' is %dx%d px with %d slice(s), but the prediction is"
                                    + " %dx%d px with %d.",
                            name,
                            truth.width(),
                            truth.height(),
                            truth.slices(),
                            prediction.width(),
                            prediction.height(),
                            prediction.slices()));
        }
    }

    List<ImagePair> pairs() {
        return pairs;
    }

    /** Which slice of which pair each slice is. */
    SliceSequence slices() {
        return slices;
    }

    /** Number of slices of all pairs. */
    int size() {
        return slices.size();
    }

    /** Whether the slices of all pairs have the same width and height. */
    boolean areEquallyLarge() {
        return sizes.size() == 1;
    }

    /** A sentence for the user about how values of predictions are converted; empty if they are taken as they are. */
    Optional<String> remark() {
        final int more = remarks.size() - 1;
        return remarks.stream()
                .findFirst()
                .map(first -> first + (more == 0 ? "" : " So are " + more + " more."));
    }

    /** A slice of a prediction, counted through all pairs from 0. */
    synchronized P prediction(final int index) {
        // NB: opening the pair replaces the prediction, so it comes first.
        final int slice = open(slices.get(index));
        return prediction.slice(slice);
    }

    /** A slice of a truth, counted through all pairs from 0. */
    synchronized LabelMap truth(final int index) {
        final int slice = open(slices.get(index));
        final LabelMap map = truth.slice(slice);
        if (map.maxId() == 0) {
            empty.add(index);
        }
        return map;
    }

    /** A slice of the image that a prediction was made of, in the gray values of a screen; empty if it is not known. */
    synchronized Optional<ByteProcessor> gray(final int index) {
        final int slice = open(slices.get(index));
        return image.map(shown -> GrayPicture.of(shown, slice));
    }

    /** The label of a slice in the image, its truth or the prediction: of the first that has one. */
    synchronized Optional<String> label(final int index) {
        final int slice = open(slices.get(index));
        return labelled.stream()
                .flatMap(some -> SliceLabels.slice(some, slice).stream())
                .findFirst();
    }

    /** Opens the pair of a slice, and returns the index of the slice in its image. */
    private int open(final SliceSequence.Position position) {
        if (position.image() != opened) {
            open(position.image());
        }
        return position.slice();
    }

    /** How all slices lie in a picture: as in the prediction, or, of several predictions, as one stack. */
    StackLayout layout() {
        return pairs.size() == 1
                ? new StackLayout(1, layout.depth(), layout.frames())
                : new StackLayout(1, size(), 1);
    }

    /** The number by which people call a slice in its image. */
    String number(final int index) {
        final SliceSequence.Position position = slices.get(index);
        return String.valueOf(pairs.get(position.image()).number().applyAsInt(position.slice()));
    }

    /** The number of a slice, with the name of its image if there are several. */
    String name(final int index) {
        return pairs.size() == 1
                ? number(index)
                : number(index) + " of " + pairs.get(slices.get(index).image()).name();
    }

    /** A sentence about the slices of the truth, of those read so far, that hold no label; empty if all hold one. */
    synchronized Optional<String> emptySlices() {
        return empty.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        String.format(
                                Locale.ROOT,
                                "%d of %d slices of the truth hold no label, only 0: they count as"
                                        + " background.",
                                empty.size(),
                                size()));
    }

    /**
     * How many slices are evaluated at the same time: as many as there are processors, but not more than half of the free
     * memory of Java holds.
     */
    int threads() {
        final long most =
                sizes.stream().mapToLong(size -> (long) size.get(0) * size.get(1)).max().orElse(1);
        return threads(most, Runtime.getRuntime().availableProcessors());
    }

    static int threads(final long pixels, final int processors) {
        final long fit = JavaMemory.free() / 2 / (BYTES * pixels);
        return (int) Math.max(1, Math.min(processors, fit));
    }
}
