package io.github.unetfiji.weights;

/**
 * A Gaussian, height exp(-t^2 / (2 sigma^2)), evaluated at many t at once, with an error of at most 1e-9 of its height.
 *
 * <p>exp(-u) = exp(-u / 32)^32, by the Taylor polynomial of order 6 and five squarings: its error,
 * about 32 (u / 32)^7 / 7! of the value, is largest at u = 7. NB: no branches and no table, so that
 * the compiler makes vector instructions of it, and so that pixels near and far cost the same. From u
 * = {@link #NOTHING} on (t = 9 sigma) the value is 0.
 *
 * <p>Immutable.
 */
final class Gaussian {

    private static final double NOTHING = 40;

    private final double height;
    private final double scale;

    /**
     * @param height at t = 0
     * @param sigma width, px
     */
    Gaussian(final double height, final double sigma) {
        this.height = height;
        // NB: finite and not 0, so that no distance gives NaN.
        final double factor = 1 / (2 * sigma * sigma);
        scale = Math.min(Math.max(factor, Double.MIN_NORMAL), Double.MAX_VALUE);
    }

    /** Value at t = 0. */
    double height() {
        return height;
    }

    /**
     * Adds the Gaussian of each distance.
     *
     * @param sum receives sum[i] + value at distance[i]
     * @param distance t, px, at least 0, may be +Infinity
     */
    void addTo(final double[] sum, final double[] distance) {
        final double floor = height * power32(taylor(NOTHING / 32));
        for (int i = 0; i < sum.length; i++) {
            final double u = Math.min(distance[i] * distance[i] * scale, NOTHING);
            sum[i] += height * power32(taylor(u * (1.0 / 32))) - floor;
        }
    }

    /** exp(-v) for v up to about 1. */
    private static double taylor(final double v) {
        double e = 1.0 / 720;
        e = e * v - 1.0 / 120;
        e = e * v + 1.0 / 24;
        e = e * v - 1.0 / 6;
        e = e * v + 1.0 / 2;
        e = e * v - 1;
        return e * v + 1;
    }

    private static double power32(final double base) {
        final double p2 = base * base;
        final double p4 = p2 * p2;
        final double p8 = p4 * p4;
        final double p16 = p8 * p8;
        return p16 * p16;
    }
}
