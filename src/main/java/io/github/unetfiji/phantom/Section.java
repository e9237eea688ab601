package io.github.unetfiji.phantom;

import io.github.unetfiji.phantom.SoftVoronoi.Interval;

/**
 * The cut through the cells in one region of one slice: who owns each pixel, how far the membrane
 * is, and how obliquely the membrane was cut.
 *
 * <p>O(1) per pixel whatever the number of cells.
 */
final class Section {

    private static final double MOST_WIDENED = 1.6;

    final Region region;

    /** Owner of each pixel (row-major), at least 1, membrane included. */
    final int[] cell;

    /** Distance to the middle of the membrane, px; measured across an obliquely cut one it is less. */
    final float[] distance;

    /** 1 where the membrane stands upright in the section, towards 0.4 where it lies flat. */
    final float[] clarity;

    private final TissueWarp warp;
    private final SoftVoronoi voronoi;
    private final double membraneWidth;
    private final double farthest;
    private final double flattest;

    /**
     * @param region pixels to compute
     * @param z slice
     * @param settings size of cells and membranes
     * @param hash source of randomness
     */
    Section(
            final Region region,
            final int z,
            final PhantomSettings settings,
            final LatticeHash hash) {
        this.region = region;
        cell = new int[region.size()];
        distance = new float[region.size()];
        clarity = new float[region.size()];
        membraneWidth = settings.membraneWidth();
        farthest = settings.cellDiameter();
        // A flat membrane is a spot, not a line: its distance must not blow up.
        flattest = 0.5 / settings.pitch();
        warp = new TissueWarp(region, z, settings.pitch(), hash.derive(1));
        voronoi = new SoftVoronoi(new CellSites(warp, hash.derive(2)));
        for (int row = 0; row < warp.rows - 1; row++) {
            for (int column = 0; column < warp.columns - 1; column++) {
                measurePatch(column, row);
            }
        }
    }

    private void measurePatch(final int column, final int row) {
        final Patch u = new Patch(warp.u, warp.columns, column, row);
        final Patch v = new Patch(warp.v, warp.columns, column, row);
        final Patch w = new Patch(warp.w, warp.columns, column, row);
        voronoi.prepare(u.range, v.range, w.range);
        for (int j = 0; j < TissueWarp.STEP; j++) {
            for (int i = 0; i < TissueWarp.STEP; i++) {
                final int x = (warp.firstColumn + column) * TissueWarp.STEP + i;
                final int y = (warp.firstRow + row) * TissueWarp.STEP + j;
                if (region.contains(x, y)) {
                    voronoi.moveTo(u.at(i, j), v.at(i, j), w.at(i, j));
                    measure(region.index(x, y), u, v, w);
                }
            }
        }
    }

    private void measure(final int index, final Patch u, final Patch v, final Patch w) {
        cell[index] = voronoi.cell();
        final double gu = voronoi.gradient(0);
        final double gv = voronoi.gradient(1);
        final double gw = voronoi.gradient(2);
        final double gx = gu * u.slopeX + gv * v.slopeX + gw * w.slopeX;
        final double gy = gu * u.slopeY + gv * v.slopeY + gw * w.slopeY;
        final double inPlane = Math.max(Math.sqrt(gx * gx + gy * gy), flattest);
        // How far the membrane moves from one slice to the next, in membrane widths.
        final double shift =
                Math.min(
                        Math.abs(gw) / TissueWarp.SECTIONS_PER_PITCH / inPlane / membraneWidth,
                        MOST_WIDENED);
        final double widened = Math.sqrt(1 + shift * shift);
        distance[index] = (float) Math.min(voronoi.gap() / (inPlane * widened), farthest);
        clarity[index] = (float) (1 / widened);
    }

    /** Tissue coordinate within one square of the warp's nodes: bilinear. */
    private static final class Patch {

        private final double corner;
        private final double alongX;
        private final double alongY;
        private final double twist;
        final double slopeX;
        final double slopeY;
        final Interval range;

        Patch(final double[] nodes, final int columns, final int column, final int row) {
            final int index = row * columns + column;
            corner = nodes[index];
            alongX = (nodes[index + 1] - corner) / TissueWarp.STEP;
            alongY = (nodes[index + columns] - corner) / TissueWarp.STEP;
            final double opposite =
                    (nodes[index + columns + 1] - nodes[index + columns]) / TissueWarp.STEP;
            twist = (opposite - alongX) / TissueWarp.STEP;
            range =
                    Interval.of(
                            corner,
                            nodes[index + 1],
                            nodes[index + columns],
                            nodes[index + columns + 1]);
            slopeX = (alongX + opposite) / 2;
            slopeY = alongY + twist * TissueWarp.STEP / 2;
        }

        double at(final int i, final int j) {
            return corner + alongX * i + (alongY + twist * i) * j;
        }
    }
}
