package io.github.unetfiji.dataset;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.labels.LabelMap;
import io.github.unetfiji.labels.LabelValues;
import io.github.unetfiji.labels.SeparationBorder;
import io.github.unetfiji.stack.SliceNumbers;
import io.github.unetfiji.stack.SliceSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Makes annotations of regions that were drawn: the classes of all images are numbered together, and cells that
 * touch are separated by background.
 */
final class RegionReading {

    private final int rim;
    private final int threads = Runtime.getRuntime().availableProcessors();
    private final SortedSet<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private final SortedMap<Integer, AnnotatedSlice> slices = new TreeMap<>();
    private final SortedSet<Integer> overlapping = new TreeSet<>();
    private final List<String> warnings = new ArrayList<>();
    private long contested;
    private final int total;

    /**
     * Reads all images, one after the other.
     *
     * @param rim px around the cells of a slice that count as background, 0 = all of it
     */
    RegionReading(final List<RegionSource> images, final int rim) {
        this.rim = rim;
        images.forEach(image -> names.addAll(image.classNames()));
        checkCount();
        final SliceSequence all = SliceSequence.of(images, RegionSource::slices);
        total = all.size();
        for (int i = 0; i < images.size(); i++) {
            read(images.get(i), all.span(i));
        }
    }

    private void checkCount() {
        if (names.size() >= LabelValues.MOST_CLASSES) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "The names of the ROIs make %d classes, such as '%s' and '%s', but at most"
                                    + " %d can be told apart; name each ROI by its class alone.",
                            names.size(),
                            names.first(),
                            names.last(),
                            LabelValues.MOST_CLASSES - 1));
        }
    }

    private void read(final RegionSource image, final SliceSequence.Span range) {
        final int[] classOf = classOf(image.classNames());
        for (int i = range.first(); i < range.end(); i++) {
            final int index = i;
            image.slice(index - range.first()).ifPresent(slice -> add(index, slice, classOf));
        }
    }

    /** The classes of the run for those of an image. */
    private int[] classOf(final List<String> ofImage) {
        final int[] classOf = new int[ofImage.size() + 1];
        for (int c = 0; c < ofImage.size(); c++) {
            classOf[c + 1] = names.headSet(ofImage.get(c)).size() + 1;
        }
        return classOf;
    }

    private void add(final int index, final AnnotatedSlice drawn, final int[] classOf) {
        final SeparationBorder border = SeparationBorder.of(drawn.cells(), LabelKind.SEPARATION);
        final int[] cells = border.labels().labels();
        final int[] classes = drawn.classes().labels().clone();
        for (int i = 0; i < classes.length; i++) {
            if (classes[i] > 0) {
                classes[i] = cells[i] == 0 ? 0 : classOf[classes[i]];
            }
        }
        final AnnotatedSlice slice =
                new AnnotatedSlice(
                        border.labels(),
                        LabelMap.of(classes, drawn.cells().width(), drawn.cells().height()));
        // NB: measured from what was drawn, so that what separates cells stays background.
        slices.put(index, rim == 0 ? slice : BackgroundRim.of(slice, drawn.cells(), rim, threads));
        if (drawn.contested() > 0) {
            contested += drawn.contested();
            overlapping.add(index);
        }
        if (border.vanished().length > 0) {
            warnings.add(
                    String.format(
                            Locale.ROOT,
                            "Slice %d: %d cell(s) are so thin that nothing is left of them when"
                                    + " touching cells are separated; they count as background.",
                            index + 1,
                            border.vanished().length));
        }
    }

    /** The annotations of all images. */
    Annotations annotations() {
        final List<String> all = new ArrayList<>(List.of(Annotations.BACKGROUND));
        all.addAll(names);
        final List<String> sentences = new ArrayList<>();
        if (contested > 0) {
            sentences.add(
                    String.format(
                            Locale.ROOT,
                            "%d pixel(s) on slice(s) %s lie in several cells: each belongs to the"
                                    + " smallest of them.",
                            contested,
                            SliceNumbers.text(overlapping)));
        }
        sentences.addAll(warnings);
        // NB: a network tells at least two classes apart, also where all ROIs say ignore.
        if (names.isEmpty()) {
            all.add("cell");
        }
        return new Annotations(slices, total, all, sentences);
    }
}
