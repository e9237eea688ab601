package io.github.unetfiji.augment;

import java.util.Arrays;

/**
 * A smooth, strictly increasing curve through a few points, straight beyond the outer ones: Fritsch
 * &amp; Carlson, <i>Monotone piecewise cubic interpolation</i>, SIAM J. Numer. Anal. 17(2), 1980,
 * doi:10.1137/0717021, with the harmonic mean of neighbouring slopes at inner points. Immutable.
 */
final class MonotoneCurve {

    private final double[] x;
    private final double[] y;
    private final double[] tangents;

    /**
     * @param x positions, strictly increasing, at least 2
     * @param y values, strictly increasing
     */
    MonotoneCurve(final double[] x, final double[] y) {
        this.x = x.clone();
        this.y = y.clone();
        tangents = new double[x.length];
        final int last = x.length - 1;
        tangents[0] = slope(0);
        tangents[last] = slope(last - 1);
        for (int i = 1; i < last; i++) {
            // NB: never above twice the smaller slope, hence inside the monotone region.
            tangents[i] = 2 / (1 / slope(i - 1) + 1 / slope(i));
        }
    }

    private double slope(final int i) {
        return (y[i + 1] - y[i]) / (x[i + 1] - x[i]);
    }

    double value(final double at) {
        final int last = x.length - 1;
        if (at <= x[0]) {
            return y[0] + tangents[0] * (at - x[0]);
        }
        if (at >= x[last]) {
            return y[last] + tangents[last] * (at - x[last]);
        }
        final int found = Arrays.binarySearch(x, at);
        return inside(found >= 0 ? found : -found - 2, at);
    }

    private double inside(final int i, final double at) {
        final double step = x[i + 1] - x[i];
        final double t = (at - x[i]) / step;
        final double rise = y[i + 1] - y[i];
        final double m0 = step * tangents[i];
        final double m1 = step * tangents[i + 1];
        return y[i] + t * (m0 + t * (3 * rise - 2 * m0 - m1 + t * (m0 + m1 - 2 * rise)));
    }
}
