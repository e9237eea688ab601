package io.github.unetfiji.augment;

import java.util.Arrays;

/**
 * Displacement vectors, in px, at the nodes of a coarse grid.
 *
 * <p>Ronneberger et al. 2015, section 3.1, draw them from a Gaussian with sd 10 px on a 3x3 grid; the
 * idea of learning from smoothly displaced images is that of Simard, Steinkraus &amp; Platt, <i>Best
 * practices for convolutional neural networks applied to visual document analysis</i>, ICDAR 2003,
 * doi:10.1109/ICDAR.2003.1227801. A grid gets its size in pixels when it is laid over a patch: see
 * {@link DisplacementField}. Immutable.
 */
public final class DeformationGrid {

    private final int columns;
    private final int rows;
    private final double[] dx;
    private final double[] dy;

    private DeformationGrid(
            final int columns, final int rows, final double[] dx, final double[] dy) {
        this.columns = columns;
        this.rows = rows;
        this.dx = dx;
        this.dy = dy;
    }

    /**
     * A grid of given vectors.
     *
     * @param columns number of nodes along x, at least 2
     * @param rows number of nodes along y, at least 2
     * @param dx displacements along x in px, row-major, rows * columns; copied
     * @param dy displacements along y in px, likewise
     * @throws IllegalArgumentException if the sizes do not agree or a displacement is not finite
     */
    public static DeformationGrid of(
            final int columns, final int rows, final double[] dx, final double[] dy) {
        if (columns < 2 || rows < 2) {
            throw new IllegalArgumentException(
                    "A deformation grid has at least 2x2 nodes, not " + columns + "x" + rows);
        }
        if (dx.length != columns * rows || dy.length != columns * rows) {
            throw new IllegalArgumentException(
                    "A grid of "
                            + columns
                            + "x"
                            + rows
                            + " nodes needs as many displacements, not "
                            + dx.length
                            + " and "
                            + dy.length);
        }
        if (!Arrays.stream(dx).allMatch(Double::isFinite)
                || !Arrays.stream(dy).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("A displacement is not finite");
        }
        return new DeformationGrid(columns, rows, dx.clone(), dy.clone());
    }

    /** A grid that displaces nothing. */
    public static DeformationGrid zero() {
        return new DeformationGrid(2, 2, new double[4], new double[4]);
    }

    /**
     * Independent Gaussian displacements along x and y; the same draws whatever the sd.
     *
     * @param sd standard deviation in px, 0 or more
     */
    static DeformationGrid random(
            final int columns, final int rows, final double sd, final SampleRandom random) {
        final double[] dx = new double[columns * rows];
        final double[] dy = new double[columns * rows];
        for (int i = 0; i < dx.length; i++) {
            dx[i] = sd * random.gaussian();
            dy[i] = sd * random.gaussian();
        }
        return new DeformationGrid(columns, rows, dx, dy);
    }

    /** Number of nodes along x, at least 2. */
    public int columns() {
        return columns;
    }

    /** Number of nodes along y, at least 2. */
    public int rows() {
        return rows;
    }

    /** Displacement along x at a node, px. */
    public double dx(final int column, final int row) {
        return dx[row * columns + column];
    }

    /** Displacement along y at a node, px. */
    public double dy(final int column, final int row) {
        return dy[row * columns + column];
    }

    /** Whether all displacements are zero. */
    public boolean isZero() {
        return Arrays.stream(dx).allMatch(d -> d == 0) && Arrays.stream(dy).allMatch(d -> d == 0);
    }

    /** The component a * dx + b * dy at all nodes, row-major. */
    double[] component(final double a, final double b) {
        final double[] c = new double[dx.length];
        for (int i = 0; i < c.length; i++) {
            c[i] = a * dx[i] + b * dy[i];
        }
        return c;
    }
}
