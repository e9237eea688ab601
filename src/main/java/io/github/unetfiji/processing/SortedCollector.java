package io.github.unetfiji.processing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Collects percentiles of small groups: keeps all values and sorts them. */
final class SortedCollector implements Collector {

    private final Measure.Percentile measure;
    private final List<float[]> kept = new ArrayList<>();
    private Groups groups;

    SortedCollector(final Measure.Percentile measure) {
        this.measure = measure;
    }

    @Override
    public int passes() {
        return 1;
    }

    @Override
    public void add(final NamedTensor block, final int pass) {
        groups = Groups.joint(block, measure.axes());
        final int size = groups.size();
        final float[] gathered = new float[block.values().length];
        final int[] filled = new int[groups.count()];
        groups.forEach(
                (from, length, group, step) -> {
                    for (int i = 0; i < length; i++) {
                        final int g = group + i * step;
                        gathered[g * size + filled[g]++] = block.values()[from + i];
                    }
                });
        kept.add(gathered);
    }

    @Override
    public MeasureValues values() {
        final double[] values = new double[groups.count()];
        final int size = groups.size();
        final float[] group = new float[Math.multiplyExact(size, kept.size())];
        for (int g = 0; g < values.length; g++) {
            for (int k = 0; k < kept.size(); k++) {
                System.arraycopy(kept.get(k), g * size, group, k * size, size);
            }
            Arrays.sort(group);
            values[g] = at(group, measure.place(group.length));
        }
        return new MeasureValues(values, new double[0]);
    }

    private static double at(final float[] sorted, final double place) {
        final int below = (int) Math.floor(place);
        final int above = (int) Math.ceil(place);
        return sorted[below] + (place - below) * ((double) sorted[above] - sorted[below]);
    }
}
