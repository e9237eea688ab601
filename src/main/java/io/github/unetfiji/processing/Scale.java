package io.github.unetfiji.processing;

import java.util.Arrays;

/**
 * {@code (x - shift) factor + offset}, with one number of each for a group.
 *
 * @param shift as many as there are groups
 * @param factor likewise
 * @param offset likewise
 */
@SuppressWarnings("ArrayRecordComponent") // NB: never compared.
record Scale(double[] shift, double[] factor, double[] offset) {

    /** Maps a to 0 and a + width to 1. */
    static Scale toUnit(final double[] from, final double[] width) {
        final double[] factor = Arrays.stream(width).map(value -> 1 / value).toArray();
        return new Scale(from, factor, new double[from.length]);
    }

    void apply(final float[] values, final Groups groups) {
        groups.forEach(
                (from, length, group, step) -> {
                    if (step == 0) {
                        apply(values, from, from + length, group);
                    } else {
                        for (int i = 0; i < length; i++) {
                            apply(values, from + i, from + i + 1, group + i);
                        }
                    }
                });
    }

    private void apply(final float[] values, final int from, final int to, final int group) {
        final double less = shift[group];
        final double times = factor[group];
        final double more = offset[group];
        for (int i = from; i < to; i++) {
            values[i] = (float) ((values[i] - less) * times + more);
        }
    }
}
