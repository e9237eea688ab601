package io.github.unetfiji.augment;

/**
 * A smooth scalar over the pixels of a patch, given at the nodes of a coarse grid and interpolated by
 * bicubic convolution ({@link KeysKernel}); beyond its border the grid continues with its border
 * nodes.
 *
 * <p>A row of pixels costs one vertical interpolation per grid column and then, inside each grid
 * cell, one cubic polynomial: three multiplications and three additions a pixel. Immutable.
 */
final class CubicSurface {

    private final double[] nodes;
    private final NodeAxis xAxis;
    private final NodeAxis yAxis;

    /**
     * @param nodes values at the nodes, row-major (yAxis.nodes() rows of xAxis.nodes()); not copied
     */
    CubicSurface(final double[] nodes, final NodeAxis xAxis, final NodeAxis yAxis) {
        this.nodes = nodes;
        this.xAxis = xAxis;
        this.yAxis = yAxis;
    }

    /**
     * Adds the surface along pixels (u0..u0+count-1, v) to {@code out[0..count-1]}.
     */
    void addRow(final int v, final int u0, final int count, final double[] out) {
        final double[] weights = new double[4];
        KeysKernel.weights(yAxis.fraction(v), weights);
        final double[] columns = new double[xAxis.nodes()];
        columns(yAxis.cell(v), weights, columns);
        for (int cell = 0; cell < xAxis.nodes() - 1; cell++) {
            final int from = Math.max(u0, xAxis.firstPixel(cell));
            final int to = Math.min(u0 + count, xAxis.firstPixel(cell + 1));
            if (from < to) {
                addCell(columns, cell, from, to, u0, out);
            }
        }
    }

    private void addCell(
            final double[] columns,
            final int cell,
            final int from,
            final int to,
            final int u0,
            final double[] out) {
        final double p0 = columns[xAxis.clamp(cell - 1)];
        final double p1 = columns[cell];
        final double p2 = columns[cell + 1];
        final double p3 = columns[xAxis.clamp(cell + 2)];
        final double c0 = p1;
        final double c1 = KeysKernel.linear(p0, p2);
        final double c2 = KeysKernel.quadratic(p0, p1, p2, p3);
        final double c3 = KeysKernel.cubic(p0, p1, p2, p3);
        final double[] fractions = xAxis.fractions();
        for (int u = from; u < to; u++) {
            final double t = fractions[u];
            out[u - u0] += ((c3 * t + c2) * t + c1) * t + c0;
        }
    }

    /** Derivative along x, per px, at the given pixels of row v. */
    void slopeX(final int v, final int[] pixels, final double[] out) {
        final double[] weights = new double[4];
        KeysKernel.weights(yAxis.fraction(v), weights);
        final double[] columns = new double[xAxis.nodes()];
        columns(yAxis.cell(v), weights, columns);
        for (int i = 0; i < pixels.length; i++) {
            KeysKernel.slopes(xAxis.fraction(pixels[i]), weights);
            out[i] = across(columns, xAxis.cell(pixels[i]), weights) * xAxis.nodesPerPixel();
        }
    }

    /** Derivative along y, per px, at the given pixels of row v. */
    void slopeY(final int v, final int[] pixels, final double[] out) {
        final double[] weights = new double[4];
        KeysKernel.slopes(yAxis.fraction(v), weights);
        final double[] columns = new double[xAxis.nodes()];
        columns(yAxis.cell(v), weights, columns);
        for (int i = 0; i < pixels.length; i++) {
            KeysKernel.weights(xAxis.fraction(pixels[i]), weights);
            out[i] = across(columns, xAxis.cell(pixels[i]), weights) * yAxis.nodesPerPixel();
        }
    }

    private void columns(final int cell, final double[] weights, final double[] columns) {
        final int n = columns.length;
        final int row0 = yAxis.clamp(cell - 1) * n;
        final int row1 = cell * n;
        final int row2 = row1 + n;
        final int row3 = yAxis.clamp(cell + 2) * n;
        for (int j = 0; j < n; j++) {
            columns[j] =
                    weights[0] * nodes[row0 + j]
                            + weights[1] * nodes[row1 + j]
                            + weights[2] * nodes[row2 + j]
                            + weights[3] * nodes[row3 + j];
        }
    }

    private double across(final double[] columns, final int cell, final double[] weights) {
        return weights[0] * columns[xAxis.clamp(cell - 1)]
                + weights[1] * columns[cell]
                + weights[2] * columns[cell + 1]
                + weights[3] * columns[xAxis.clamp(cell + 2)];
    }

    /**
     * Cubic convolution with a = -0.5, the kernel that reproduces quadratics. Keys, <i>Cubic convolution
     * interpolation for digital image processing</i>, IEEE Trans. ASSP 29(6), 1981,
     * doi:10.1109/TASSP.1981.1163711.
     *
     * <p>Four neighbours p0..p3 at -1, 0, 1, 2 and a fraction t in 0..1 between p1 and p2.
     */
    static final class KeysKernel {

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
        static double quadratic(
                final double p0, final double p1, final double p2, final double p3) {
            return p0 - 2.5 * p1 + 2 * p2 - 0.5 * p3;
        }

        /** Coefficient of t^3. */
        static double cubic(final double p0, final double p1, final double p2, final double p3) {
            return 0.5 * (p3 - p0) + 1.5 * (p1 - p2);
        }
    }
}
