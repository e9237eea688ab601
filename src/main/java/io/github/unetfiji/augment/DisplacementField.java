package io.github.unetfiji.augment;

import java.util.Arrays;

/**
 * A {@link DeformationGrid} laid over a patch: a smooth displacement (dx, dy) in px for every pixel.
 *
 * <p>The corner nodes lie on the centres of the corner pixels, node j of k at pixel j (n-1)/(k-1).
 * Between the nodes: bicubic convolution with a = -0.5 (Keys 1981,
 * doi:10.1109/TASSP.1981.1163711), the grid continued with its border nodes. Evaluated row by row, in
 * time proportional to the pixels asked for. Immutable and thread-safe.
 */
public final class DisplacementField {

    private static final int MOST_CHECKS_PER_CELL = 16;
    private static final int FEWEST_CHECKS_PER_CELL = 4;
    private static final int FINE_STEP = 4;

    private final DeformationGrid grid;
    private final NodeAxis xAxis;
    private final NodeAxis yAxis;
    private final CubicSurface dx;
    private final CubicSurface dy;

    private DisplacementField(final DeformationGrid grid, final int width, final int height) {
        this.grid = grid;
        xAxis = new NodeAxis(grid.columns(), width);
        yAxis = new NodeAxis(grid.rows(), height);
        dx = component(1, 0);
        dy = component(0, 1);
    }

    /**
     * Lays a grid over a patch.
     *
     * @param width of the patch in px, at least 1
     * @param height of the patch in px, at least 1
     */
    public static DisplacementField of(
            final DeformationGrid grid, final int width, final int height) {
        return new DisplacementField(grid, width, height);
    }

    public int width() {
        return xAxis.length();
    }

    public int height() {
        return yAxis.length();
    }

    /** Whether nothing is displaced. */
    public boolean isZero() {
        return grid.isZero();
    }

    /**
     * Displacements of the pixels (u0..u0+count-1, v).
     *
     * @param dxRow receives the displacements along x in px, count values from index 0
     * @param dyRow receives the displacements along y in px
     */
    public void row(
            final int v,
            final int u0,
            final int count,
            final double[] dxRow,
            final double[] dyRow) {
        Arrays.fill(dxRow, 0, count, 0);
        Arrays.fill(dyRow, 0, count, 0);
        dx.addRow(v, u0, count, dxRow);
        dy.addRow(v, u0, count, dyRow);
    }

    /** The surface a * dx + b * dy. */
    CubicSurface component(final double a, final double b) {
        return new CubicSurface(grid.component(a, b), xAxis, yAxis);
    }

    /**
     * Where the displacement folds the image: the Jacobian determinant of p + d(p), from exact
     * derivatives on a lattice of 16 points per grid cell and axis, or of 4 to 16 where they would be
     * less than 4 px apart.
     */
    public FoldingReport folding() {
        if (isZero()) {
            return FoldingReport.NONE;
        }
        final int[] us = lattice(xAxis);
        double least = Double.POSITIVE_INFINITY;
        long folded = 0;
        final int[] vs = lattice(yAxis);
        final double[][] slopes = new double[4][us.length];
        for (final int v : vs) {
            dx.slopeX(v, us, slopes[0]);
            dx.slopeY(v, us, slopes[1]);
            dy.slopeX(v, us, slopes[2]);
            dy.slopeY(v, us, slopes[3]);
            for (int i = 0; i < us.length; i++) {
                final double determinant =
                        (1 + slopes[0][i]) * (1 + slopes[3][i]) - slopes[1][i] * slopes[2][i];
                least = Math.min(least, determinant);
                folded += determinant <= 0 ? 1 : 0;
            }
        }
        return new FoldingReport(least, folded / ((double) us.length * vs.length));
    }

    private static int[] lattice(final NodeAxis axis) {
        final int last = axis.length() - 1;
        final double cell = last / (axis.nodes() - 1.0);
        final double fine = Math.min(FINE_STEP, cell / FEWEST_CHECKS_PER_CELL);
        final int step = (int) Math.max(1, Math.max(fine, cell / MOST_CHECKS_PER_CELL));
        final int[] pixels = new int[(last + step - 1) / step + 1];
        Arrays.setAll(pixels, i -> Math.min(i * step, last));
        return pixels;
    }

    /**
     * How far a deformation is from folding the image over itself, where a part of the source would
     * appear twice and mirrored.
     *
     * <p>The determinant is that of the elastic part: rotation, mirroring and scale do not fold. It is 1
     * where areas are kept, and 0 or less where the map folds. Found on a lattice of pixels
     * ({@link DisplacementField#folding()}), so a fold narrower than its step can be missed.
     *
     * @param leastDeterminant smallest Jacobian determinant seen
     * @param foldedFraction fraction, 0..1, of lattice pixels with a determinant of 0 or less
     */
    public record FoldingReport(double leastDeterminant, double foldedFraction) {

        /** Of a map that deforms nothing. */
        public static final FoldingReport NONE = new FoldingReport(1, 0);

        /** Whether the map folds. */
        public boolean folds() {
            return leastDeterminant <= 0;
        }
    }
}
