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
                    final int each = step == 0 ? length : 1;
                    for (int i = 0; i < length; i += each) {
                        final int g = group + i * step;
                        final double more = offset[g] - shift[g] * factor[g];
                        scale(values, from + i, from + i + each, factor[g], more);
                    }
                });
    }

    private static void scale(
            final float[] values,
            final int from,
            final int to,
            final double times,
            final double more) {
        for (int i = from; i < to; i++) {
            values[i] = (float) (values[i] * times + more);
        }
    }
}
