package io.github.unetfiji.ij.roi;

import io.github.unetfiji.dataset.AnnotatedSlice;
import io.github.unetfiji.labels.LabelMap;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes maps of the regions of one slice. Where regions overlap the smaller one wins, of two alike the later;
 * what is ignored wins over all.
 */
final class RegionPainter {

    private final int width;
    private final int height;
    private final List<String> classNames;
    private final int[] cells;
    private final int[] classes;
    private final BitSet contested = new BitSet();
    private final Map<String, Integer> shared = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private int cellCount;

    RegionPainter(final int width, final int height, final List<String> classNames) {
        this.width = width;
        this.height = height;
        this.classNames = classNames;
        cells = new int[width * height];
        classes = new int[width * height];
    }

    /** The maps of these regions, which are in the order in which they were drawn. */
    AnnotatedSlice paint(final List<DrawnRegion> regions) {
        final List<DrawnRegion> fromLargest = new ArrayList<>(regions);
        fromLargest.removeIf(region -> region.name().isIgnore());
        // NB: the sort is stable, so that the later of two alike is painted later.
        fromLargest.sort(
                Comparator.comparingInt((DrawnRegion region) -> region.pixels().length).reversed());
        fromLargest.forEach(this::paintCell);
        fromLargest.forEach(region -> ignoreFree(region.margin()));
        regions.stream()
                .filter(region -> region.name().isIgnore())
                .forEach(region -> ignore(region.pixels()));
        return new AnnotatedSlice(
                LabelMap.of(cells, width, height),
                LabelMap.of(classes, width, height),
                contested.cardinality());
    }

    private void paintCell(final DrawnRegion region) {
        final int cell = cell(region.name());
        final int value = classOf(region.name());
        for (final int i : region.pixels()) {
            if (cells[i] != 0 && cells[i] != cell) {
                contested.set(i);
            }
            cells[i] = cell;
            classes[i] = value;
        }
    }

    private int cell(final RoiName name) {
        if (name.cell().isEmpty()) {
            return ++cellCount;
        }
        return shared.computeIfAbsent(name.cell(), key -> ++cellCount);
    }

    private int classOf(final RoiName name) {
        for (int c = 0; c < classNames.size(); c++) {
            if (classNames.get(c).equalsIgnoreCase(name.className())) {
                return c + 1;
            }
        }
        throw new IllegalArgumentException("no class " + name.className() + " in " + classNames);
    }

    private void ignoreFree(final int[] pixels) {
        for (final int i : pixels) {
            if (cells[i] == 0) {
                cells[i] = LabelMap.IGNORE;
                classes[i] = LabelMap.IGNORE;
            }
        }
    }

    private void ignore(final int[] pixels) {
        for (final int i : pixels) {
            cells[i] = LabelMap.IGNORE;
            classes[i] = LabelMap.IGNORE;
            contested.clear(i);
        }
    }

    /**
     * A part of a slice that was marked.
     *
     * @param slice from 0
     * @param pixels of the region, indices y * width + x; at least one
     * @param margin pixels around it of which nothing is known, unless something else is drawn there
     */
    record DrawnRegion(int slice, RoiName name, int[] pixels, int[] margin) {

        private static final int[] NONE = {};

        /** A region whose outline is what it seems. */
        DrawnRegion(final int slice, final RoiName name, final int[] pixels) {
            this(slice, name, pixels, NONE);
        }
    }
}
