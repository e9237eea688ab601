package io.github.unetfiji.augment;

import io.github.unetfiji.augment.DisplacementField.FoldingReport;
import java.util.Arrays;

/**
 * One smooth coordinate map from the pixels of a patch to the source: elastic displacement, then
 * rotation, mirroring and scale about the patch centre, then shift.
 *
 * <p>source(u, v) = M ((u, v) + d(u, v) - c) + s, with the displacement d ({@link
 * DisplacementField}), the matrix M ({@link RigidMotion}), the patch centre c, and s = c + (left, top).
 * All of it is composed before anything is interpolated: M is applied to the vectors of the coarse
 * grid, so a pixel costs one cubic polynomial and one linear term per coordinate.
 *
 * <p>Immutable and thread-safe.
 */
public final class SpatialTransform {

    private final DisplacementField field;
    private final RigidMotion motion;
    private final boolean elastic;
    private final CubicSurface elasticX;
    private final CubicSurface elasticY;
    private final double[] fromCentre;
    private final double sourceX;
    private final double sourceY;

    private SpatialTransform(
            final DisplacementField field,
            final RigidMotion motion,
            final int left,
            final int top) {
        this.field = field;
        this.motion = motion;
        elastic = !field.isZero();
        elasticX = field.component(motion.xx(), motion.xy());
        elasticY = field.component(motion.yx(), motion.yy());
        fromCentre = new double[field.width()];
        Arrays.setAll(fromCentre, u -> u - 0.5 * (field.width() - 1));
        sourceX = left + 0.5 * (field.width() - 1);
        sourceY = top + 0.5 * (field.height() - 1);
    }

    /**
     * A map for the patch over which the field is laid.
     *
     * @param left source column on which the left column of the patch lies when nothing else moves;
     *     may lie outside the source
     * @param top source row, likewise
     */
    public static SpatialTransform of(
            final DisplacementField field,
            final RigidMotion motion,
            final int left,
            final int top) {
        return new SpatialTransform(field, motion, left, top);
    }

    /** A map without displacement. */
    public static SpatialTransform rigid(
            final PatchShape shape, final RigidMotion motion, final int left, final int top) {
        return of(
                DisplacementField.of(DeformationGrid.zero(), shape.width(), shape.height()),
                motion,
                left,
                top);
    }

    /** Width of the patch, px. */
    public int width() {
        return field.width();
    }

    /** Height of the patch, px. */
    public int height() {
        return field.height();
    }

    /**
     * Source positions of the patch pixels (u0..u0+count-1, v).
     *
     * @param x receives count source x, from index 0
     * @param y receives count source y
     * @throws IndexOutOfBoundsException if the pixels do not lie in the patch
     */
    public void row(
            final int v, final int u0, final int count, final double[] x, final double[] y) {
        final double down = v - 0.5 * (field.height() - 1);
        linearRow(u0, count, motion.xx(), motion.xy() * down + sourceX, x);
        linearRow(u0, count, motion.yx(), motion.yy() * down + sourceY, y);
        if (elastic) {
            elasticX.addRow(v, u0, count, x);
            elasticY.addRow(v, u0, count, y);
        }
    }

    private void linearRow(
            final int u0,
            final int count,
            final double slope,
            final double constant,
            final double[] out) {
        for (int i = 0; i < count; i++) {
            out[i] = slope * fromCentre[u0 + i] + constant;
        }
    }

    /** Source position (x, y) of one patch pixel; for looking up, not for loops. */
    public double[] source(final int u, final int v) {
        final double[] x = new double[1];
        final double[] y = new double[1];
        row(v, u, 1, x, y);
        return new double[] {x[0], y[0]};
    }

    /** Whether every pixel of the patch falls on the centre of a source pixel: nothing to interpolate. */
    public boolean keepsPixels() {
        return !elastic
                && motion.keepsPixels()
                && Arrays.stream(source(0, 0)).allMatch(c -> c == Math.rint(c));
    }

    /** How far the map is from folding the image. */
    public FoldingReport folding() {
        return field.folding();
    }
}
