package io.github.unetfiji.augment;

/** Mirror padding, which does not repeat the edge pixel: d c b | a b c d | c b a. */
final class MirrorPadding {

    private MirrorPadding() {}

    /**
     * The index in 0..n-1 that mirror padding puts at index i, at any distance.
     *
     * @param n number of pixels, at least 1; a single pixel is repeated
     */
    static int index(final int i, final int n) {
        if (i >= 0 && i < n) {
            return i;
        }
        final int once = i < 0 ? -i : 2 * (n - 1) - i;
        return once >= 0 && once < n ? once : far(i, n);
    }

    private static int far(final int i, final int n) {
        if (n == 1) {
            return 0;
        }
        final long period = 2L * n - 2;
        final long phase = Math.floorMod((long) i, period);
        return (int) Math.min(phase, period - phase);
    }
}
