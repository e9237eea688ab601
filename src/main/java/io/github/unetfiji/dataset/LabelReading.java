package io.github.unetfiji.dataset;

import io.github.unetfiji.Legible;
import io.github.unetfiji.labels.LabelMap;
import io.github.unetfiji.labels.LabelValues;
import io.github.unetfiji.stack.SliceNumbers;
import io.github.unetfiji.stack.SliceSequence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes annotations of label images. A slice that is 0 everywhere is not annotated. */
final class LabelReading {

    private final LabelKind kind;
    private final SortedMap<Integer, LabelMap> maps = new TreeMap<>();
    private final SortedSet<Integer> empty = new TreeSet<>();
    private final List<String> warnings = new ArrayList<>();
    private final LabelValues values;
    private final int total;

    /** Reads all images, one after the other. */
    LabelReading(final List<LabelSource> images, final LabelKind kind) {
        this.kind = kind;
        values = kind == LabelKind.INSTANCES ? LabelValues.ofCells() : LabelValues.ofAny();
        final SliceSequence all = SliceSequence.of(images, LabelSource::slices);
        total = all.size();
        for (int index = 0; index < total; index++) {
            final SliceSequence.Position position = all.get(index);
            read(index, images.get(position.image()).slice(position.slice()));
        }
    }

    private void read(final int index, final LabelMap map) {
        if (Arrays.stream(map.labels()).allMatch(label -> label == 0)) {
            empty.add(index);
        } else {
            maps.put(index, map);
            values.add(map);
        }
    }

    /**
     * The annotations of all images.
     *
     * @throws io.github.unetfiji.UNetException if the values are not what they are said to be
     */
    Annotations annotations() {
        final boolean mask = values.isMask();
        final List<String> names = classNames();
        warnEmpty();
        final SortedMap<Integer, AnnotatedSlice> slices = new TreeMap<>();
        maps.forEach(
                (index, map) -> {
                    final LabelMap cells = kind.cells(map, mask);
                    slices.put(index, new AnnotatedSlice(cells, kind.classes(map, cells)));
                    if (kind == LabelKind.INSTANCES && !mask) {
                        warnVanished(index, map, cells);
                    }
                });
        return new Annotations(slices, total, names, warnings);
    }

    private List<String> classNames() {
        if (kind == LabelKind.INSTANCES) {
            values.checkCells();
            values.doubt().ifPresent(warnings::add);
            return List.of(Annotations.BACKGROUND, "cell");
        }
        values.checkClasses();
        values.missing().ifPresent(warnings::add);
        final List<String> names = new ArrayList<>(List.of(Annotations.BACKGROUND));
        for (int c = 1; c <= Math.max(1, values.largest()); c++) {
            names.add("class " + c);
        }
        return names;
    }

    private void warnEmpty() {
        if (!empty.isEmpty() && !maps.isEmpty()) {
            warnings.add(
                    String.format(
                            Locale.ROOT,
                            "%d of %d slices (%s) hold no label, only 0: they count as not"
                                    + " annotated and are left out.",
                            empty.size(),
                            total,
                            SliceNumbers.text(empty)));
        }
    }

    private void warnVanished(final int index, final LabelMap before, final LabelMap after) {
        final Set<Integer> gone = new TreeSet<>();
        Arrays.stream(before.ids()).forEach(gone::add);
        Arrays.stream(after.ids()).forEach(gone::remove);
        if (!gone.isEmpty()) {
            warnings.add(
                    String.format(
                            Locale.ROOT,
                            "Slice %d: the cells %s are so thin that nothing is left of them when"
                                    + " touching cells are separated; they count as background.",
                            index + 1,
                            Legible.list(gone)));
        }
    }
}
