package io.github.unetfiji.augment;

/**
 * Cubic convolution with a = -0.5, the kernel that reproduces quadratics. Keys, <i>Cubic convolution
 * interpolation for digital image processing</i>, IEEE Trans. ASSP 29(6), 1981,
 * doi:10.1109/TASSP.1981.1163711.
 *
 * <p>Four neighbours p0..p3 at -1, 0, 1, 2 and a fraction t in 0..1 between p1 and p2.
 */
final class KeysKernel {

    private KeysKernel() {}

    /** Weights of the four neighbours at fraction t; they sum to 1. */
    static void weights(final double t, final double[] weights) {
        final double t2 = t * t;
        final double t3 = t2 * t;
        weights[0] = -0.5 * t3 + t2 - 0.5 * t;
        weights[1] = 1.5 * t3 - 2.5 * t2 + 1;
        weights[2] = -1.5 * t3 + 2 * t2 + 0.5 * t;
        weights[3] = 0.5 * t3 - 0.5 * t2;
    }

    /** Derivatives of the four weights with respect to t; they sum to 0. */
    static void slopes(final double t, final double[] slopes) {
        final double t2 = t * t;
        slopes[0] = -1.5 * t2 + 2 * t - 0.5;
        slopes[1] = 4.5 * t2 - 5 * t;
        slopes[2] = -4.5 * t2 + 4 * t + 0.5;
        slopes[3] = 1.5 * t2 - t;
    }

    /** Coefficient of t in the polynomial between p1 and p2; that of 1 is p1. */
    static double linear(final double p0, final double p2) {
        return 0.5 * (p2 - p0);
    }

    /** Coefficient of t^2. */
    static double quadratic(final double p0, final double p1, final double p2, final double p3) {
        return p0 - 2.5 * p1 + 2 * p2 - 0.5 * p3;
    }

    /** Coefficient of t^3. */
    static double cubic(final double p0, final double p1, final double p2, final double p3) {
        return 0.5 * (p3 - p0) + 1.5 * (p1 - p2);
    }
}
