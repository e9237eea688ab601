package io.github.unetfiji.labels;

/** Sorts pixels by values that are not negative, in two rounds of a radix sort. O(n). */
final class RadixSort {

    private static final int BITS = 16;
    private static final int MASK = (1 << BITS) - 1;

    private RadixSort() {}

    /**
     * The indices of all values above 0, from the largest value to the smallest; equal values in ascending order of
     * index.
     *
     * @param values 0 .. +Infinity
     */
    static int[] order(final float[] values) {
        int n = 0;
        for (final float value : values) {
            n += value > 0 ? 1 : 0;
        }
        int[] order = new int[n];
        int k = 0;
        for (int i = 0; i < values.length; i++) {
            if (values[i] > 0) {
                order[k++] = i;
            }
        }
        // NB: the bits of floats that are not negative are sorted like the floats.
        for (int shift = 0; shift < 2 * BITS; shift += BITS) {
            order = sorted(order, values, shift);
        }
        return order;
    }

    /** Stable, by some of the bits. */
    private static int[] sorted(final int[] order, final float[] values, final int shift) {
        final int[] next = new int[(1 << BITS) + 1];
        for (final int i : order) {
            next[MASK - digit(values[i], shift) + 1]++;
        }
        for (int d = 0; d < MASK; d++) {
            next[d + 1] += next[d];
        }
        final int[] result = new int[order.length];
        for (final int i : order) {
            result[next[MASK - digit(values[i], shift)]++] = i;
        }
        return result;
    }

    private static int digit(final float value, final int shift) {
        return Float.floatToRawIntBits(value) >>> shift & MASK;
    }
}
