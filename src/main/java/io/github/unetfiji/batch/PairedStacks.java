package io.github.unetfiji.batch;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.ij.PlaneLabels;
import io.github.unetfiji.ij.StackLayout;
import io.github.unetfiji.labels.LabelMap;
import io.github.unetfiji.report.GrayPicture;
import io.github.unetfiji.work.JavaMemory;
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
 * Predictions and their truths as one row of slices: those of the first pair, then those of the next.
 * One pair is open at a time, so they are best asked for in their order. Thread-safe.
 *
 * @param <P> what a slice of a prediction holds
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
    private final Function<ImagePlus, SliceStack<P>> reading;
    private final List<Integer> firsts = new ArrayList<>(List.of(0));
    private final List<String> remarks = new ArrayList<>();
    private final SortedSet<Integer> empty = new TreeSet<>();
    private final boolean equallyLarge;
    private long mostPixels;
    private int opened = -1;
    private SliceStack<P> prediction;
    private SliceStack<LabelMap> truth;
    private Optional<ImagePlus> image = Optional.empty();
    private List<ImagePlus> labelled = List.of();
    private StackLayout layout;

    /**
     * Opens all pairs, one after the other.
     *
     * @param pairs at least one
     * @param reading how a prediction is read
     * @throws UNetException if one cannot be read, or a prediction has another shape than its truth
     */
    PairedStacks(final List<ImagePair> pairs, final Function<ImagePlus, SliceStack<P>> reading) {
        this.pairs = List.copyOf(pairs);
        this.reading = reading;
        final Set<List<Integer>> sizes = new HashSet<>();
        for (int i = 0; i < pairs.size(); i++) {
            open(i);
            checkShape(pairs.get(i).name());
            firsts.add(firsts.get(i) + truth.slices());
            prediction.remark().ifPresent(remarks::add);
            mostPixels = Math.max(mostPixels, (long) truth.width() * truth.height());
            checkMemory(truth.width(), truth.height());
            sizes.add(List.of(truth.width(), truth.height()));
        }
        equallyLarge = sizes.size() == 1;
    }

    private void open(final int pair) {
        final ImagePlus predicted = pairs.get(pair).prediction().get();
        final ImagePlus labels = pairs.get(pair).truth().get();
        prediction = reading.apply(predicted);
        truth = SliceStack.labels(labels);
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
     * Checks that there is room to evaluate a slice.
     *
     * @throws UNetException if not
     */
    static void checkMemory(final int width, final int height) {
        JavaMemory.check(
                LEAST_BYTES * width * height,
                String.format(Locale.ROOT, "The evaluation of a slice of %dx%d px", width, height),
                "crop the images");
    }

    private void checkShape(final String name) {
        if (!prediction.hasShapeOf(truth)) {
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

    /** The number of all slices. */
    int size() {
        return firsts.get(pairs.size());
    }

    /** The first slice of a pair, and of the next pair: where it ends. */
    int first(final int pair) {
        return firsts.get(pair);
    }

    /** Whether the slices of all pairs have the same width and height. */
    boolean areEquallyLarge() {
        return equallyLarge;
    }

    /** Sentences for the user about how predictions are read. */
    List<String> remarks() {
        return List.copyOf(remarks);
    }

    /** A slice of a prediction, counted through all pairs. */
    synchronized P prediction(final int slice) {
        seek(slice);
        return prediction.slice().apply(slice - firsts.get(opened));
    }

    /** A slice of a truth, counted through all pairs. */
    synchronized LabelMap truth(final int slice) {
        seek(slice);
        final LabelMap map = truth.slice().apply(slice - firsts.get(opened));
        if (map.maxId() == 0) {
            empty.add(slice);
        }
        return map;
    }

    /** What a prediction was made of, as it looks on a screen; if it is at hand. */
    synchronized Optional<ByteProcessor> gray(final int slice) {
        seek(slice);
        return image.map(shown -> GrayPicture.of(shown, slice - firsts.get(opened)));
    }

    /** What a slice is called in the image, its labels or the prediction; where any of these names it. */
    synchronized Optional<String> label(final int slice) {
        seek(slice);
        final int own = slice - firsts.get(opened);
        return labelled.stream().flatMap(some -> PlaneLabels.slice(some, own).stream()).findFirst();
    }

    /** How all slices lie in a picture: as in the prediction, or, of several, in one row. */
    StackLayout layout() {
        return pairs.size() == 1
                ? new StackLayout(1, layout.depth(), layout.frames())
                : new StackLayout(1, size(), 1);
    }

    /** The number of a slice, counted through all pairs from 0, as people count it in its image. */
    String number(final int slice) {
        final int pair = pairOf(slice);
        return String.valueOf(pairs.get(pair).number().applyAsInt(slice - firsts.get(pair)));
    }

    /** The same with the name of its image, where there are several. */
    String name(final int slice) {
        return pairs.size() == 1
                ? number(slice)
                : number(slice) + " of " + pairs.get(pairOf(slice)).name();
    }

    private int pairOf(final int slice) {
        int pair = 0;
        while (slice >= firsts.get(pair + 1)) {
            pair++;
        }
        return pair;
    }

    private void seek(final int slice) {
        final int pair = pairOf(slice);
        if (pair != opened) {
            open(pair);
        }
    }

    /** How many slices of the truth that were read so far hold no label. */
    synchronized int empty() {
        return empty.size();
    }

    /**
     * How many slices to work on at the same time: as many as there are processors, but not more than
     * half of the free memory of Java holds.
     */
    int threads() {
        return threads(mostPixels, Runtime.getRuntime().availableProcessors());
    }

    static int threads(final long pixels, final int processors) {
        final long fit = JavaMemory.free() / 2 / (BYTES * pixels);
        return (int) Math.max(1, Math.min(processors, fit));
    }
}
